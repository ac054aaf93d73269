/** Modules, folders and endpoints by words of their paths and names. */
import type { Item, Items } from './items.ts';

/** Those with all the words; endpoints first, then the shortest. */
export function found(items: Items, text: string): Item[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const hits = [...items.byId.values()].filter((item) => {
    const path = item.id.slice(item.side.length + 1).toLowerCase();
    return item.kind !== 'group' && words.every((word) => path.includes(word));
  });
  return hits.sort((one, other) => rank(one) - rank(other) || one.id.length - other.id.length);
}

function rank(item: Item): number {
  return ['endpoint', 'module', 'folder'].indexOf(item.kind);
}
