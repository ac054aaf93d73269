(at "app/checkout/page.tsx" "export default")
(goto-char (point-min))
(insert "// not saved\n")
(pause)
(at "actions/orders.ts" "placeOrder")
(eglot-rename "orderNow")
(tell "actions/orders.ts" (lines "actions/orders.ts" "orderNow"))
(tell "app/checkout/page.tsx" (lines "app/checkout/page.tsx" "orderNow"))

(at "components/add-to-cart.tsx" "cartActions\\.\\(addLine\\)")
(cl-letf (((symbol-function 'y-or-n-p) #'always))  ; it asks before it edits a file that is not open
  (eglot-rename "putLine"))
(tell "actions/cart.ts" (lines "actions/cart.ts" "putLine"))
(tell "components/add-to-cart.tsx" (lines "components/add-to-cart.tsx" "putLine"))
