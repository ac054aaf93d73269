'use server';

// Case (o): the directive makes every export of this page an endpoint, the page itself included.
import { recentOrders } from '@/lib/orders';

export default async function ReceiptPage() {
  return <p>{recentOrders().length} orders</p>;
}
