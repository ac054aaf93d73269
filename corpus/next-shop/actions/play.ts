'use server';

// Case (h): used by a client page, through a hook.
export async function rollDice(previous: number): Promise<number> {
  return (previous % 6) + 1;
}
