// Case (j): a client module of a workspace package.
'use client';

import { useState, type ReactNode } from 'react';

export function Disclosure({ label, children }: { label: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(!open)}>{label}</button>
      {open && children}
    </>
  );
}
