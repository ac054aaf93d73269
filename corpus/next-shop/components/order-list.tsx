// Case (l): two imports from server-only code, and both are erased: one says `type`, one is only used as one.
'use client';

import type { Order } from '@/lib/orders';
import { Refund } from '@/lib/refunds';
import { FilterPanel } from './filter-panel';

export function OrderList({ orders }: { orders: Order[] }) {
  const refunds: Refund[] = [];
  return (
    <>
      <FilterPanel />
      <p>
        {orders.length} orders, {refunds.length} refunds
      </p>
    </>
  );
}
