'use server';

// Case (z): behind the part of a client barrel that nobody renders.
export async function sortMenu(): Promise<void> {}
