'use server';

import type { ReactNode } from 'react';
import { PreviewCard } from '@/components/preview-card';

// Case (w): an action that returns an element of a client component.
export async function renderPreview(): Promise<ReactNode> {
  return <PreviewCard />;
}
