// Case (z): behind the barrel, rendered by nobody.
'use client';

import { sortMenu } from '@/actions/menu';

export function Submenu() {
  return <button onClick={() => sortMenu()}>Sort</button>;
}
