-- What is called by a name in a string, which no other server follows.
vim.notify = function(message) tell('notice', message) end
at('server_code/orders.py', 'buy')
eventually(function() return table.concat(marked('server_code/orders.py')):find('boundary') end)
tell('diagnostics', vim.tbl_filter(function(line) return line:find('boundary') end, marked('server_code/orders.py')))
ask(vim.lsp.buf.references)
tell('references of the function', list())
ask(vim.lsp.buf.hover)
tell('hover', floats())

at('client_code/Main/__init__.py', '"\\zsbuy"')
ask(vim.lsp.buf.references)
tell('references of the string', list())
at('client_code/Main/__init__.py', '"\\zsbuy"')
ask(vim.lsp.buf.hover)
tell('hover of the string', floats())
at('client_code/Main/__init__.py', '"\\zsbuy"')
ask(vim.lsp.buf.implementation)
tell('implementation', place())
