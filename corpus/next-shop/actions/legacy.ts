'use server';

import { log } from '@/lib/data';

// Case (k): only getServerSideProps calls it.
export async function legacyReport(): Promise<string[]> {
  return log;
}
