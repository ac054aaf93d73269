// Case (k): marked, but only the pages router imports it.
'use client';

import { useState } from 'react';

export function LegacyBanner({ text }: { text: string }) {
  const [shown, setShown] = useState(true);
  return shown ? <button onClick={() => setShown(false)}>{text}</button> : null;
}
