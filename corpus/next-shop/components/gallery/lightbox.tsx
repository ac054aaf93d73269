// Case (r): loaded by React.lazy.
'use client';

import { likePhoto } from '@/actions/gallery';

export default function Lightbox() {
  return <button onClick={() => likePhoto('p1')}>Like</button>;
}
