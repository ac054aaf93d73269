'use server';

import { log } from '@/lib/data';

// Case (d): a private endpoint.
export async function loadStats(): Promise<{ visits: number }> {
  return { visits: log.length };
}
