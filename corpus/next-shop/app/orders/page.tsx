// Case (l): of the filter panel, only a type.
import type { Filter } from '@/components/filter-panel';
import { OrderList } from '@/components/order-list';
import { recentOrders } from '@/lib/orders';

export default function OrdersPage() {
  const filter: Filter = { minimum: 0 };
  return <OrderList orders={recentOrders().filter((order) => order.total >= filter.minimum)} />;
}
