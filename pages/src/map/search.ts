/** Modules, folders and endpoints by words of their paths and names. */
import { type Item, type Items, pathOf } from './items.ts';

/** Those with all the words; first what is called exactly that, then endpoints, then the shortest. */
export function found(items: Items, text: string): Item[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const hits = [...items.byId.values()].filter((item) => {
    const path = item.id.slice(item.side.length + 1).toLowerCase();
    return item.kind !== 'group' && words.every((word) => path.includes(word));
  });
  const name = text.trim().toLowerCase();
  const order = (item: Item) => (isCalled(item, name) ? -1 : rank(item));
  return hits.sort((one, other) => order(one) - order(other) || one.id.length - other.id.length);
}

function isCalled(item: Item, name: string): boolean {
  return [item.label, pathOf(item)].some((one) => one.toLowerCase() === name);
}

function rank(item: Item): number {
  return ['endpoint', 'module', 'folder'].indexOf(item.kind);
}
