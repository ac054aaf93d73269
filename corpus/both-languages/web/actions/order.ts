'use server';

export async function order(count: number): Promise<void> {
  console.log(count);
}

export async function refund(count: number): Promise<void> {
  console.log(count);
}
