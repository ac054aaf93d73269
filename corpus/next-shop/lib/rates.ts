'use cache';

// Case (x): a cached function is no endpoint that anybody may call by design, yet it has an id.
export async function loadRates(): Promise<number[]> {
  return [1, 2, 3];
}
