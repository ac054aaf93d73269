'use server';

// Case (w): used by a client module that only a route handler imports.
export async function countShare(): Promise<void> {}
