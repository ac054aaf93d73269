'use server';

import { log } from '@/lib/data';

// Case (a): called only by the client component that leaves the barrel unused.
export async function trackSlide(index: number): Promise<void> {
  log.push(`slide ${index}`);
}
