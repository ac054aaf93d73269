// Case (v): one component is rendered, the other is dead.
'use client';

import { pickColor } from '@/actions/options';
import { rateProduct, resetRatings } from '@/actions/ratings';
import { stars } from '@/lib/stars';

export function Rating() {
  return <button onClick={async () => rateProduct(await pickColor('red'))}>{stars(5)}</button>;
}

export function RatingAdmin() {
  return <button onClick={() => resetRatings()}>Reset</button>;
}
