'use server';

import { products } from '@/lib/data';

// Case (m): imported by a module that is in the client bundle, called only on the server.
export async function reloadStock(): Promise<number> {
  return products.length;
}

export async function reloadPrices(): Promise<number> {
  return products.length;
}

// Case (m): the same module, used by nobody.
export async function resetInventory(): Promise<void> {
  products.length = 0;
}
