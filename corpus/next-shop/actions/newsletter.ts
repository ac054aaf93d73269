'use server';

import { log } from '@/lib/data';

// Case (g): the same directive twice, in a module that a page imports.
export const joinNewsletter = quietly(async () => {
  'use server';
  log.push('newsletter');
});

function quietly(run: () => Promise<void>) {
  return async (): Promise<void> => run().catch(() => {});
}
