at('actions/orders.ts', 'placeOrder')
ask(vim.lsp.buf.incoming_calls)
tell('who calls the function', list())

at('components/checkout/confirm-button.tsx', 'ConfirmButton')
ask(vim.lsp.buf.outgoing_calls)
-- Before 0.8 it shows the places of these in the wrong file.
tell('what the button calls', vim.tbl_map(function(line) return line:match(' (.*)') end, list()))
