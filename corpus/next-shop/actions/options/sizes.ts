'use server';

// Case (v): in the barrel, and taken by nobody.
export async function pickSize(size: number): Promise<number> {
  return size;
}
