/** What things are called on the page. */
import type { Side } from './data.ts';

export const SIDES: Record<Side, string> = {
  server: 'Server',
  client: 'Browser',
  unknown: 'Side not known',
  neither: 'Neither side',
};

/** What endpoints are that no page needs. */
export const NEEDLESS = 'dead, or used only by the server, scripts or tests';

/** `1 file`, `2 files`, `4,211 files`. */
export function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${last}` : last;
}

/** Paths as they differ: `…/card.tsx` and `…/icons/add.tsx`, where all are in the same folder. */
export function withoutShared(paths: readonly string[]): string[] {
  const [first = '', ...others] = paths;
  let shared = first.slice(0, first.lastIndexOf('/') + 1);
  while (others.length && !others.every((path) => path.startsWith(shared)))
    shared = shared.slice(0, shared.lastIndexOf('/', shared.length - 2) + 1);
  return others.length && shared ? paths.map((path) => `…/${path.slice(shared.length)}`) : [...paths];
}

/** What `import * as name` takes is not told by a star. */
export function names(taken: readonly string[]): string {
  return listed(taken.map((name) => (name === '*' ? 'everything' : name)));
}
