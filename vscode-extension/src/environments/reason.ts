import type { Sides, Way } from '../protocol.ts';
import { type Side, TITLES } from './side.ts';

/** What the status bar says of a module: `client, because of cart/page.tsx → … → card.tsx`. */
export function statusText(side: Side, sides: Sides, ways: Way[]): string {
  const way = ways.find((one) => one.environment === 'client') ?? ways[0];
  return way ? `${TITLES[side]}, because ${reason(sides, way)}` : TITLES[side];
}

function reason(sides: Sides, way: Way): string {
  const last = way.chain.at(-1);
  const [entry, ...others] = way.chain.slice(0, -1).map((step) => step.uri);
  if (!last || !entry) return 'it is an entry point';
  if (last.door && sides.directive) return `it says '${sides.directive}'`;
  const between = others.length > 1 ? ['…'] : [];
  const nearest = others.slice(-1).map((uri) => shortened(uri, 1));
  return `of ${[shortened(entry, 2), ...between, ...nearest].join(' → ')}`;
}

/** The last names of a path: every other entry point is a `page.tsx`, and `wishlist/page.tsx` is not. */
function shortened(uri: string, names: number): string {
  return decodeURIComponent(uri).split('/').slice(-names).join('/');
}
