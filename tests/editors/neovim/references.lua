at('components/add-to-cart.tsx', 'cartActions.\\zsaddLine')
ask(vim.lsp.buf.references)
tell('from the call on the client', list())

at('actions/orders.ts', 'placeOrder')
ask(vim.lsp.buf.references)
tell('from the function on the server', list())

at('components/checkout/confirm-button.tsx', '\\zsconfirm(\'')
ask(vim.lsp.buf.implementation)
tell('behind the prop', place())

at('app/wishlist/page.tsx', '{\\zsaddWish')
ask(vim.lsp.buf.definition)
tell('definition', place())
