'use server';

import { log } from '@/lib/data';

// Case (t): its only user is a client module that no entry point reaches.
export async function submitSurvey(stars: number): Promise<void> {
  log.push(`${stars} stars`);
}
