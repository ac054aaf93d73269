// Case (t): a test is no entry point of the application.
import assert from 'node:assert/strict';
import test from 'node:test';
import { redeemCoupon } from '@/actions/coupons';

test('a coupon starts with C', async () => {
  assert.equal(await redeemCoupon('C1'), true);
});
