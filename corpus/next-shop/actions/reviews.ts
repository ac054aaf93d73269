'use server';

import { log } from '@/lib/data';

// Case (q): bound on the client.
export async function deleteReview(id: string): Promise<void> {
  log.push(`review ${id} is gone`);
}
