'use server';

import { carts, type Line } from '@/lib/data';

// Case (s): called as a member of a namespace.
export async function addLine(productId: string): Promise<Line[]> {
  const lines = [...(carts.get('me') ?? []), { productId, quantity: 1 }];
  carts.set('me', lines);
  return lines;
}

// Case (t): used by nobody, in a module that is alive.
export async function applyVoucher(code: string): Promise<boolean> {
  return code === 'TEN';
}
