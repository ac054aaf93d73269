import type { Sides, Way } from '../protocol.ts';
import { type Side, TITLES } from './side.ts';

/** What the status bar says of a module: `client, because of cart/page.tsx → … → lib/money.ts`. */
export function statusText(side: Side, sides: Sides, ways: Way[]): string {
  const way = ways.find((one) => one.environment === 'client') ?? ways[0];
  return way ? `${TITLES[side]}, because ${reason(sides, way)}` : TITLES[side];
}

function reason(sides: Sides, way: Way): string {
  const [last, ...before] = way.chain.toReversed();
  if (!last || before.length === 0) return 'it is an entry point';
  if (last.door && sides.directive) return `it says '${sides.directive}'`;
  const names = before.toReversed().map((step) => shortened(step.uri));
  return `of ${names.length > 2 ? [names[0], '…', names.at(-1)].join(' → ') : names.join(' → ')}`;
}

/** Every other module is a `page.tsx` or an `index.ts`: `wishlist/page.tsx`. */
function shortened(uri: string): string {
  return decodeURIComponent(uri).split('/').slice(-2).join('/');
}
