// Case (z): marked, and already on the client side.
'use client';

export function MenuItem({ label }: { label: string }) {
  return <button onClick={() => alert(label)}>{label}</button>;
}
