import type { Product } from '@/lib/data';

export function byName(products: Product[]): Product[] {
  return products.toSorted((a, b) => a.name.localeCompare(b.name));
}
