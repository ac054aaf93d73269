// Case (y): imported by a TypeScript page, rendered by nobody.
'use client';

export function Ribbon() {
  return <i>sale</i>;
}
