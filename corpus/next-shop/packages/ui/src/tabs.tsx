// Case (j): re-exported by a package without side effects, rendered by nobody.
'use client';

import { useState } from 'react';

export function Tabs({ names }: { names: string[] }) {
  const [at, setAt] = useState(0);
  return <button onClick={() => setAt((at + 1) % names.length)}>{names[at]}</button>;
}
