-- With another server beside ours, which both are asked: each answer is all that the editor shows.
vim.notify = function(message) tell('notice', message) end

at('components/checkout/confirm-button.tsx', 'ConfirmButton')
at('app/checkout/page.tsx', 'CheckoutPage')

at('actions/orders.ts', 'placeOrder')
ask(vim.lsp.buf.references)
tell('references', list())
ask(vim.lsp.buf.hover)
tell('hover', floats())
ask(vim.lsp.buf.document_highlight)
tell('highlight', highlighted())
ask(vim.lsp.buf.workspace_symbol, 'placeOrder')
tell('workspace symbols', list())
at('actions/orders.ts', 'placeOrder')
ask(vim.lsp.buf.document_symbol)
tell('document symbols', symbols())

at('app/checkout/page.tsx', '{\\zsplaceOrder')
ask(vim.lsp.buf.definition)
tell('definition', { place(), list() })
at('app/checkout/page.tsx', '{\\zsplaceOrder')
ask(vim.lsp.buf.implementation)
tell('implementation', { place(), list() })
at('components/checkout/confirm-button.tsx', '\\zsconfirm(\'')
ask(vim.lsp.buf.implementation)
tell('implementation of the prop', { place(), list() })

at('actions/orders.ts', 'placeOrder')
ask(vim.lsp.buf.rename, 'orderNow')
tell('rename', vim.list_extend(lines('actions/orders.ts', 'orderNow'), lines('app/checkout/page.tsx', 'orderNow')))

-- How the other server ends when the editor does is its own affair: TypeScript 7's sometimes quits with 1.
vim.notify = function(message)
  if not message:find('^Client 2 quit') then tell('notice', message) end
end
