(at "components/add-to-cart.tsx" "cartActions\\.\\(addLine\\)")
(xref-find-references "LSP identifier at point.")
(tell "from the call on the client" (listed))

(at "actions/orders.ts" "placeOrder")
(xref-find-references "LSP identifier at point.")
(tell "from the function on the server" (listed))

(at "components/checkout/confirm-button.tsx" "await \\(confirm\\)")
(eglot-find-implementation)
(tell "behind the prop" (listed))

(at "app/wishlist/page.tsx" "{\\(addWish\\)")
(xref-find-definitions "LSP identifier at point.")
(tell "definition" (place))
