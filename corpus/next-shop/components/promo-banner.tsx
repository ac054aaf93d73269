// Case (v): rendered only by dead server code.
'use client';

import { claimPromo } from '@/actions/promo';

export function PromoBanner() {
  return <button onClick={() => claimPromo()}>Claim</button>;
}
