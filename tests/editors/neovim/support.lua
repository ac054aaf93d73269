-- The words that scripts are written in: what a user does, and what the editor shows then.

local SECONDS = tonumber(vim.env.BOUNDARY_TEST_SECONDS)
local servers = vim.lsp.get_clients or vim.lsp.get_active_clients

--- One answer for the test: a line of JSON.
function tell(name, value)
  io.stdout:write(vim.json.encode({ name, value }) .. '\n')
end

--- Waits until it holds. Whoever waits in vain hears of it in the test, where something is missing then.
function eventually(holds)
  vim.wait(SECONDS * 1000, holds, 10)
end

--- Until all servers are there and have answered all that they were asked.
function settle()
  local is_quiet = function()
    for _, server in ipairs(servers()) do
      if next(server.requests) then return false end
    end
    return #servers() == 1 + #BESIDE
  end
  eventually(is_quiet)
  vim.wait(50)
  eventually(is_quiet)
end

--- The cursor in a file, on the first place of a pattern, or on what follows `\zs` in it.
function at(path, pattern)
  vim.cmd('edit ' .. vim.fn.fnameescape(path))
  vim.fn.cursor(1, 1)
  vim.fn.search('\\V' .. pattern, 'c')
  settle()
end

--- Does it, and waits for the answers.
function ask(action, ...)
  action(...)
  settle()
end

--- The list of places that is shown, which is closed.
function list()
  local shown = vim.tbl_map(function(item)
    return ('%s:%d:%d %s'):format(name_of(item.bufnr), item.lnum, item.col, vim.trim(item.text))
  end, vim.fn.getqflist())
  vim.fn.setqflist({})
  vim.cmd('cclose')
  return shown
end

--- The symbols of a document, which newer versions list beside its window.
function symbols()
  local shown = list()
  for _, item in ipairs(vim.fn.getloclist(0)) do
    table.insert(shown, ('%s:%d:%d %s'):format(name_of(item.bufnr), item.lnum, item.col, vim.trim(item.text)))
  end
  vim.cmd('lclose')
  return shown
end

--- The floating windows that are shown, each as its lines; they are closed.
function floats()
  local shown = {}
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      table.insert(shown, vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false))
      vim.api.nvim_win_close(window, true)
    end
  end
  return shown
end

--- How many places the cursor's word is lit up at.
function highlighted()
  local count = 0
  for name, space in pairs(vim.api.nvim_get_namespaces()) do
    if name:find('lsp.references') then count = count + #vim.api.nvim_buf_get_extmarks(0, space, 0, -1, {}) end
  end
  return count
end

--- What is chosen when the editor asks: the first that holds the words; which were offered is told.
function choose(words)
  vim.ui.select = function(items, options, go_on)
    local shown = vim.tbl_map(options.format_item or tostring, items)
    tell(words, shown)
    for number, text in ipairs(shown) do
      if text:find(words, 1, true) then return go_on(items[number], number) end
    end
  end
end

--- What is marked in a file, in the order of its text.
function marked(path)
  local shown = vim.diagnostic.get(vim.fn.bufnr(path))
  table.sort(shown, function(a, b) return a.lnum < b.lnum end)
  return vim.tbl_map(function(one)
    return ('%s:%d:%d %s[%s] %s'):format(path, one.lnum + 1, one.col + 1, one.source, one.code, one.message)
  end, shown)
end

--- Lines of a file's buffer, saved or not, that hold the word.
function lines(path, word)
  local all = vim.api.nvim_buf_get_lines(vim.fn.bufnr(path), 0, -1, false)
  return vim.tbl_filter(function(line) return line:find(word, 1, true) end, all)
end

--- Where the cursor is.
function place()
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  return ('%s:%d:%d'):format(name_of(0), line, column + 1)
end

function name_of(buffer)
  return vim.fn.fnamemodify(vim.api.nvim_buf_get_name(buffer), ':.')
end
