'use server';

export async function rateProduct(color: string): Promise<number> {
  return color.length;
}

// Case (v): only a dead component of a live client module calls it.
export async function resetRatings(): Promise<void> {}
