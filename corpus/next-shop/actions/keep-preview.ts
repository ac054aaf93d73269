'use server';

// Case (w): used by a client module that only an action renders.
export async function keepPreview(): Promise<void> {}
