'use server';

// Case (t): a module that nothing imports.
export async function migrateCarts(): Promise<void> {}
