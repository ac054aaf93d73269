// Case (w): shows what an action renders.
'use client';

import { useState, type ReactNode } from 'react';
import { renderPreview } from '@/actions/preview';

export function PreviewButton() {
  const [preview, setPreview] = useState<ReactNode>('Preview');
  return <button onClick={async () => setPreview(await renderPreview())}>{preview}</button>;
}
