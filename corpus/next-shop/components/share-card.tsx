// Case (w): only a route handler imports it.
'use client';

import { countShare } from '@/actions/share';

export function ShareCard() {
  return <button onClick={() => countShare()}>Share</button>;
}
