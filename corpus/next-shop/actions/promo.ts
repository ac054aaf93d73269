'use server';

// Case (v): behind a client module that only dead server code renders.
export async function claimPromo(): Promise<void> {}
