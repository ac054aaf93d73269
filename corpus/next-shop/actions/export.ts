'use server';

import { recentOrders, type Order } from '@/lib/orders';

// Case (c): used by a route handler.
export async function exportOrders(): Promise<Order[]> {
  return recentOrders();
}

// Case (c): used by nobody, in a module that only a route handler reaches.
export async function purgeOrders(): Promise<number> {
  return 0;
}
