'use server';

import { log } from '@/lib/data';

// Case (b): one is used, two are not.
export async function addWish(form: FormData): Promise<void> {
  log.push(`wish ${form.get('product')}`);
}

export async function removeWish(productId: string): Promise<void> {
  log.push(`no wish ${productId}`);
}

export async function shareWishes(email: string): Promise<void> {
  log.push(`share with ${email}`);
}
