'use server';

import { log } from '@/lib/data';

// Case (u): used only by a page file in a private folder, which no route reaches.
export async function forgetEverything(): Promise<void> {
  log.length = 0;
}
