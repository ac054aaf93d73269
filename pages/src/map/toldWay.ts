import type { Side } from './data.ts';
import { pathOf } from './items.ts';
import { type Entry, entry, type List, list } from './lists.ts';
import type { WayStep } from './way.ts';
import type { Way } from './ways.ts';
import { SIDES } from './words.ts';

const STARTS: Partial<Record<Side, string>> = { server: ', on the server', client: ', in the browser' };

/** Import by import. */
export function wayLists(ways: readonly Way[]): List[] {
  return ways.flatMap(({ title, steps }) => list(title, steps.map(stepEntry), '', true));
}

function stepEntry({ item, line, isDoor }: WayStep): Entry {
  if (!line) return entry(item, pathOf(item), `the program starts here${STARTS[item.side] ?? ''}`);
  const through = isDoor ? `; this is a door to the ${SIDES[item.side].toLowerCase()}` : '';
  return entry(item, pathOf(item), `imported in line ${line} of the file before${through}`);
}
