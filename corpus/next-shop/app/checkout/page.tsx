// Case (f): the action goes down as a prop, through two client components.
import { CheckoutPanel } from '@/components/checkout/checkout-panel';
import { placeOrder } from '@/actions/orders';

export default function CheckoutPage() {
  return <CheckoutPanel onPlace={placeOrder} />;
}
