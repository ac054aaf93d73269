// Case (a): re-exported by the barrel, rendered by nobody.
'use client';

import { useState } from 'react';
import { trackSlide } from '@/actions/carousel';

export function Carousel({ slides }: { slides: string[] }) {
  const [at, setAt] = useState(0);
  return <button onClick={() => trackSlide(at).then(() => setAt(at + 1))}>{slides[at % slides.length]}</button>;
}
