'use server';

// Case (k): only an API route of the pages router calls it.
export async function ping(): Promise<boolean> {
  return true;
}
