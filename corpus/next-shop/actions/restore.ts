'use server';

// Case (y): imported by a TypeScript page, used by nobody.
export async function restoreAll(): Promise<void> {}
