'use server';

// Case (k): only the proxy calls it.
export async function recordVisit(path: string): Promise<number> {
  return path.length;
}
