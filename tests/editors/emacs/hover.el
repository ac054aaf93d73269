(at "actions/orders.ts" "placeOrder")
(tell "on the server" (said))

(at "components/checkout/confirm-button.tsx" "await \\(confirm\\)")
(tell "on the client, through props" (said))
