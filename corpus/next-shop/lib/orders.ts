import 'server-only';
import { log } from './data';

export type Order = { id: string; total: number };

export function recentOrders(): Order[] {
  return log.map((_, index) => ({ id: String(index), total: index * 100 }));
}
