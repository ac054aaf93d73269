/** Sides, folders, modules and endpoints as one tree: what can be opened, shown and asked about. */
import type { Endpoint, MapData, Side } from './data.ts';
import { grouped } from './grouping.ts';
import { SIDES } from './words.ts';

export type Kind = 'side' | 'folder' | 'group' | 'module' | 'endpoint';

export interface Item {
  /** `client`, `client/app`, `client/app/page.tsx`, `server/actions/cart.ts~add`: what a link to it says. */
  id: string;
  kind: Kind;
  side: Side;
  label: string;
  parent: Item | undefined;
  children: Item[];
  /** Of a module; -1 of others. */
  node: number;
  /** Both sides load the module. */
  isOnBoth: boolean;
  endpoint: Endpoint | undefined;
  files: number;
  endpoints: number;
  /** Endpoints that no page needs. */
  needless: number;
  /** Modules and endpoints that the branch adds, or kills. */
  changed: number;
}

export interface Items {
  sides: Item[];
  byId: Map<string, Item>;
  /** By node. */
  modules: Item[];
}

const IN_USE = ['called', 'handed-over', 'used-outside'];

export function itemsOf(data: MapData): Items {
  const sides = data.sides.map((side) => blank(side, 'side', side, SIDES[side], undefined));
  const byId = new Map(sides.map((side) => [side.id, side]));
  const modules = data.nodes.map(([path, side], node) => {
    const name = data.paths[path] ?? '';
    return addModule(byId, sides[side] as Item, name, node);
  });
  for (const module of modules) module.isOnBoth = isOnBoth(byId, module);
  for (const endpoint of data.endpoints) addEndpoint(byId, modules[endpoint.node] as Item, endpoint);
  for (const side of sides) finish(side, data, byId);
  return { sides: sides.filter((side) => side.files > 0), byId, modules };
}

function blank(id: string, kind: Kind, side: Side, label: string, parent: Item | undefined): Item {
  const counts = { files: 0, endpoints: 0, needless: 0, changed: 0 };
  return {
    id,
    kind,
    side,
    label,
    parent,
    children: [],
    node: -1,
    isOnBoth: false,
    endpoint: undefined,
    ...counts,
  };
}

function addModule(byId: Map<string, Item>, side: Item, path: string, node: number): Item {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const item = added(byId, `${side.id}/${path}`, 'module', name, folderOf(byId, side, path));
  item.node = node;
  return item;
}

function isOnBoth(byId: Map<string, Item>, module: Item): boolean {
  return (['server', 'client'] as const).every((side) => byId.has(otherSide(module, side)));
}

/** The id of the same module there. */
export function otherSide(module: Item, side: Side): string {
  return `${side}${module.id.slice(module.side.length)}`;
}

function folderOf(byId: Map<string, Item>, side: Item, path: string): Item {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return side;
  const folder = path.slice(0, slash);
  const known = byId.get(`${side.id}/${folder}`);
  if (known) return known;
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  return added(byId, `${side.id}/${folder}`, 'folder', name, folderOf(byId, side, folder));
}

function addEndpoint(byId: Map<string, Item>, module: Item, endpoint: Endpoint): void {
  added(byId, `${module.id}~${endpoint.name}`, 'endpoint', endpoint.name, module).endpoint = endpoint;
}

function added(byId: Map<string, Item>, id: string, kind: Kind, label: string, parent: Item): Item {
  const item = blank(id, kind, parent.side, label, parent);
  parent.children.push(item);
  byId.set(id, item);
  return item;
}

/** From below: folders that only lead to one other are one with it, long ones are grouped, and all are counted. */
function finish(item: Item, data: MapData, byId: Map<string, Item>): void {
  while (item.kind === 'folder' && item.children.length === 1 && item.children[0]?.kind === 'folder')
    swallow(item, item.children[0], byId);
  for (const child of item.children) finish(child, data, byId);
  item.children.sort(inOrder);
  count(item, data);
  item.children = grouped(item, item.children, byId);
}

function swallow(item: Item, only: Item, byId: Map<string, Item>): void {
  byId.delete(item.id);
  item.id = only.id;
  item.label = `${item.label}/${only.label}`;
  item.children = only.children;
  for (const child of item.children) child.parent = item;
  byId.set(item.id, item);
}

/** Folders first, then by name. */
function inOrder(one: Item, other: Item): number {
  const folders = Number(other.kind === 'folder') - Number(one.kind === 'folder');
  return folders || (one.label < other.label ? -1 : 1);
}

function count(item: Item, data: MapData): void {
  item.files = item.kind === 'module' ? 1 : sum(item.children, 'files');
  item.endpoints = item.endpoint ? 1 : sum(item.children, 'endpoints');
  item.needless = item.endpoint ? Number(isNeedless(item.endpoint)) : sum(item.children, 'needless');
  const own = item.endpoint ? item.endpoint.mark !== '' : data.nodes[item.node]?.[3];
  item.changed = Number(own ?? false) + sum(item.children, 'changed');
}

export function isNeedless(endpoint: Endpoint): boolean {
  return !IN_USE.includes(endpoint.liveness);
}

export function sum(items: readonly Item[], what: 'files' | 'endpoints' | 'needless' | 'changed'): number {
  return items.reduce((total, item) => total + item[what], 0);
}

/** Does the row show the item, or hold it? */
export function holds(row: Item, item: Item | undefined): boolean {
  return item !== undefined && (item === row || holds(row, item.parent));
}

/** Without its side: `app/page.tsx`. */
export function pathOf(item: Item): string {
  return item.kind === 'module' || item.kind === 'folder' ? item.id.slice(item.side.length + 1) : item.label;
}

export function ancestors(item: Item): Item[] {
  return item.parent ? [...ancestors(item.parent), item.parent] : [];
}
