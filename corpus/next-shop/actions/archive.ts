'use server';

// Case (y): imported by a JavaScript page, used by nobody.
export async function archiveAll(): Promise<void> {}
