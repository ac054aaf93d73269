-- Other servers for the same files, as users have them; each stands beside ours.

BESIDE = vim.json.decode(vim.env.BOUNDARY_TEST_NEIGHBOURS)

for number, neighbour in ipairs(BESIDE) do
  local server
  vim.api.nvim_create_autocmd('FileType', {
    pattern = neighbour.filetypes,
    callback = function(event)
      server = server or vim.lsp.start_client({
        name = 'beside' .. number,
        cmd = neighbour.command,
        root_dir = vim.fn.getcwd(),
        -- Its quick half knows one file only, and is asked while the other half loads.
        init_options = { tsserver = { useSyntaxServer = 'never' } },
      })
      vim.lsp.buf_attach_client(event.buf, server)
    end,
  })
end
