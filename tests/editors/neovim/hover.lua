at('actions/orders.ts', 'placeOrder')
ask(vim.lsp.buf.hover)
tell('on the server', floats())

at('components/checkout/confirm-button.tsx', '\\zsconfirm(\'')
ask(vim.lsp.buf.hover)
tell('on the client, through props', floats())

at('actions/orders.ts', 'sendMail(\'me\'')
ask(vim.lsp.buf.hover)
tell('in the same process', floats())
