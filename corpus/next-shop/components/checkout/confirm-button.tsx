// Case (f): calls the action. Only client modules import this one, so its directive opens no door.
'use client';

import { useState } from 'react';

export function ConfirmButton({ confirm }: { confirm: (note: string) => Promise<string> }) {
  const [orderId, setOrderId] = useState<string>();
  return <button onClick={async () => setOrderId(await confirm('no bag'))}>{orderId ?? 'Place order'}</button>;
}
