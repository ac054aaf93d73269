// Case (s): a namespace import of actions.
// Case (i): the client half of the package.
// Case (m): pure helpers out of a module that also calls actions.
'use client';

import { toast } from 'sonner';
import * as cartActions from '@/actions/cart';
import { formatPrice, sumLines } from '@/lib/cart-math';

export function AddToCart({ productId }: { productId: string }) {
  const add = async () => {
    const lines = await cartActions.addLine(productId);
    toast(`Your cart: ${formatPrice(sumLines(lines))}`);
  };
  return <button onClick={add}>Add to cart</button>;
}
