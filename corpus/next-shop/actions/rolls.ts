'use server';

import { log } from '@/lib/data';

// Case (n): reached only from another action module, which in turn only client code reaches.
export async function recordRoll(eyes: number): Promise<void> {
  log.push(`${eyes} eyes`);
}
