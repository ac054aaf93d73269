'use server';

import { log } from '@/lib/data';

// Case (r): used in a module that is loaded lazily.
export async function likePhoto(id: string): Promise<void> {
  log.push(`photo ${id}`);
}
