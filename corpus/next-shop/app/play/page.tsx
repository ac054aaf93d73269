// Case (h): a page that is itself a client module.
'use client';

import { useActionState } from 'react';
import { rollDice } from '@/actions/play';

export default function PlayPage() {
  const [eyes, roll, pending] = useActionState(rollDice, 1);
  return (
    <form action={roll}>
      <button disabled={pending}>{eyes}</button>
    </form>
  );
}
