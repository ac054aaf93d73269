'use cache';

// Case (x): a cached function has an id, too, but is no endpoint.
export async function loadRates(): Promise<number[]> {
  return [1, 2, 3];
}
