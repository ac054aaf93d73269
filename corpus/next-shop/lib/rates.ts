'use cache';

// Case (x): not meant as an endpoint, but registered beside the actions, and it answers to its id.
export async function loadRates(): Promise<number[]> {
  return [1, 2, 3];
}
