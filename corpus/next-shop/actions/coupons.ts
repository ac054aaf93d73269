'use server';

// Case (t): used by a test, and by nothing else.
export async function redeemCoupon(code: string): Promise<boolean> {
  return code.startsWith('C');
}
