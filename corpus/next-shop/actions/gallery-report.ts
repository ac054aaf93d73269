'use server';

import { log } from '@/lib/data';

// Case (r): the action module itself is imported with import().
export async function reportPhoto(id: string): Promise<void> {
  log.push(`report ${id}`);
}
