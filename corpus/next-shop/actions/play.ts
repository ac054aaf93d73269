'use server';

import { recordRoll } from './rolls';

// Case (h): used by a client page, through a hook.
export async function rollDice(previous: number): Promise<number> {
  const eyes = (previous % 6) + 1;
  await recordRoll(eyes);
  return eyes;
}
