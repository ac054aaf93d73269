'use server';

export async function pickColor(color: string): Promise<string> {
  return color;
}
