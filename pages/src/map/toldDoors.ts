import { pathOf } from './items.ts';
import type { Link } from './links.ts';
import { type Entry, entry, type List, list } from './lists.ts';
import { counted, withoutShared } from './words.ts';

/** Of a row, from it or to it: most doors first, and in each line first the end that differs between them. */
export function doorList(title: string, links: readonly Link[], leadOut: boolean): List[] {
  const most = links.toSorted((one, other) => other.count - one.count);
  const [inner, outer] = leadOut ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const isOneOutside = links.length > 1 && new Set(links.map((link) => link[outer])).size === 1;
  const entries = isOneOutside ? doorEntries(most, inner, outer) : doorEntries(most, outer, inner);
  const total = links.reduce((sum, link) => sum + link.count, 0);
  return list(title, entries).map((one) => ({ ...one, total }));
}

type End = 'from' | 'to';

function doorEntries(links: readonly Link[], first: End, second: End): Entry[] {
  const names = withoutShared(links.map((link) => pathOf(link[first])));
  return links.map((link, at) => entry(link[first], names[at] as string, detailOf(link, second)));
}

function detailOf(link: Link, end: End): string {
  return `${counted(link.count, 'door')} ${end} ${pathOf(link[end])}`;
}
