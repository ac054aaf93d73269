at('actions/orders.ts', 'placeOrder')
ask(vim.lsp.buf.incoming_calls)
tell('who calls the function', list())

at('components/checkout/confirm-button.tsx', 'ConfirmButton')
ask(vim.lsp.buf.outgoing_calls)
tell('what the button calls', list())
