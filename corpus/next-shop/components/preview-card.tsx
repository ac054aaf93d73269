// Case (w): only an action imports it.
'use client';

import { keepPreview } from '@/actions/keep-preview';

export function PreviewCard() {
  return <button onClick={() => keepPreview()}>Keep</button>;
}
