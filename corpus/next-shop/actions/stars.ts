'use server';

// Case (v): called only by a dead function of a helper in the client bundle.
export async function saveStars(count: number): Promise<void> {
  void count;
}
