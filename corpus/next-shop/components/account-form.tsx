// Case (g): calls actions that builders made.
'use client';

import { closeAccount, renameAccount, subscribe } from '@/actions/account';

export function AccountForm() {
  return (
    <>
      <button onClick={() => renameAccount({ name: 'Ada' })}>Rename</button>
      <button onClick={() => subscribe({ email: 'ada@example.org' })}>Subscribe</button>
      <button onClick={() => closeAccount({ reason: 'moving' })}>Close</button>
    </>
  );
}
