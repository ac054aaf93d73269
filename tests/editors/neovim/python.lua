-- Ours runs for the TypeScript in the workspace, and is asked about its Python, too.
vim.notify = function(message) tell('notice', message) end
vim.cmd('edit web/main.ts')
at('server/notes.py', 'save')
local ours = (vim.lsp.get_clients or vim.lsp.get_active_clients)({ name = 'boundary' })[1]
vim.lsp.buf_attach_client(0, ours.id)
settle()

eventually(function() return #marked('server/notes.py') > 0 end)
tell('diagnostics', vim.tbl_map(function(one) return one.source end, vim.diagnostic.get(0)))
ask(vim.lsp.buf.references)
tell('references', list())
ask(vim.lsp.buf.hover)
tell('hover', floats())
at('server/notes.py', 'save')
ask(vim.lsp.buf.document_symbol)
tell('document symbols', symbols())
