// Case (y): imported by a JavaScript page, rendered by nobody.
'use client';

export function Badge() {
  return <i>new</i>;
}
