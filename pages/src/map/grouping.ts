/** A folder with very many entries shows groups of them: `a.ts … f.ts`. */
import { type Item, sum } from './items.ts';

/** Of the entries of anything that is open. */
export const MOST = 100;

/** Of the entries of anything that is open, as many as are legible: files are grouped first, then folders and groups. */
export function grouped(parent: Item, children: Item[], byId: Map<string, Item>): Item[] {
  if (children.length <= MOST) return children;
  const folders = children.filter((child) => child.kind === 'folder');
  if (folders.length === children.length || folders.length >= MOST)
    return grouped(parent, inGroups(parent, children, byId), byId);
  const others = children.slice(folders.length);
  return [...folders, ...grouped(parent, inGroups(parent, others, byId), byId)];
}

function inGroups(parent: Item, children: Item[], byId: Map<string, Item>): Item[] {
  const size = Math.ceil(children.length / Math.ceil(children.length / MOST));
  const groups: Item[] = [];
  for (let from = 0; from < children.length; from += size)
    groups.push(group(parent, children.slice(from, from + size), byId));
  return groups;
}

function group(parent: Item, children: Item[], byId: Map<string, Item>): Item {
  const [first, last] = [children[0] as Item, children.at(-1) as Item];
  const made: Item = {
    ...parent,
    id: `${parent.side}:${first.id.slice(parent.side.length + 1)}…`,
    kind: 'group',
    label: `${firstLabel(first)} … ${lastLabel(last)}`,
    parent,
    children,
    node: -1,
    isOnBoth: false,
    endpoint: undefined,
    files: sum(children, 'files'),
    endpoints: sum(children, 'endpoints'),
    needless: sum(children, 'needless'),
    changed: sum(children, 'changed'),
  };
  while (byId.has(made.id)) made.id += '…';
  byId.set(made.id, made);
  for (const child of children) child.parent = made;
  return made;
}

function firstLabel(item: Item): string {
  return item.kind === 'group' ? firstLabel(item.children[0] as Item) : item.label;
}

function lastLabel(item: Item): string {
  return item.kind === 'group' ? lastLabel(item.children.at(-1) as Item) : item.label;
}
