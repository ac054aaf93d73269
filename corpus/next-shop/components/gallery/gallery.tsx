// Case (r): React.lazy and next/dynamic on the client.
'use client';

import dynamic from 'next/dynamic';
import { lazy, Suspense } from 'react';

const Lightbox = lazy(() => import('./lightbox'));
const Zoom = dynamic(() => import('./zoom'), { ssr: false });

export function Gallery() {
  return (
    <Suspense>
      <Lightbox />
      <Zoom />
    </Suspense>
  );
}
