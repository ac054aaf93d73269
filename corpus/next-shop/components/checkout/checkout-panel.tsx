// Case (f): hands the action on.
'use client';

import { ConfirmButton } from './confirm-button';
import { TermsNote } from './terms-note';

export function CheckoutPanel({ onPlace }: { onPlace: (note: string) => Promise<string> }) {
  return (
    <section>
      <TermsNote />
      <ConfirmButton confirm={onPlace} />
    </section>
  );
}
