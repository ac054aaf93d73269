'use server';

import { log } from '@/lib/data';

// Case (n): reached only from another action module, which a page imports.
export async function sendMail(to: string, text: string): Promise<void> {
  log.push(`mail to ${to}: ${text}`);
}
