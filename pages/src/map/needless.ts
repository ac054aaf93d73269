/** The endpoints that no page needs, as a list: `clear  Unused; public (actions/cart.ts)`. */
import { type Item, isNeedless, pathOf } from './items.ts';
import { type Entry, entry } from './lists.ts';

const REACH: Record<string, string> = { yes: 'public', no: 'not public' };

/** Of all that is in the row, in the tree's order. */
export function needlessEntries(item: Item): Entry[] {
  const { endpoint, parent } = item;
  if (!endpoint) return item.children.flatMap(needlessEntries);
  if (!isNeedless(endpoint) || !parent) return [];
  const reach = REACH[endpoint.published] ?? 'not known whether public';
  return [entry(item, item.label, `${endpoint.label}; ${reach} (${pathOf(parent)})`)];
}
