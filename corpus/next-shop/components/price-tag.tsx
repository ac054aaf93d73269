import { formatPrice } from '@/lib/cart-math';

export function PriceTag({ cents }: { cents: number }) {
  return <strong>{formatPrice(cents)}</strong>;
}
