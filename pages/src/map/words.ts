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

/** What `import * as name` takes is not told by a star. */
export function names(taken: readonly string[]): string {
  return listed(taken.map((name) => (name === '*' ? 'everything' : name)));
}
