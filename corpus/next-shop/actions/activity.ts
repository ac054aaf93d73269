'use server';

import { log } from '@/lib/data';

// Case (u): used only in a slot.
export async function markRead(): Promise<void> {
  log.push('read');
}
