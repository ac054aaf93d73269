// Case (m): two pure functions that client modules import, and a third, used on the server only, that calls actions.
import { reloadPrices, reloadStock } from '@/actions/inventory';
import { products, type Line } from './data';

export function formatPrice(cents: number): string {
  return `${(cents / 100).toFixed(2)} €`;
}

export function sumLines(lines: Line[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * (products.find(({ id }) => id === line.productId)?.cents ?? 0), 0);
}

export async function reloadInventory(): Promise<number> {
  return (await reloadStock()) + (await reloadPrices());
}
