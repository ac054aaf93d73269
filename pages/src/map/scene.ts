/** What the drawing and the tree show for a state: rows, links between them, and what of it is lit. */
import type { Endpoint, MapData, Use } from './data.ts';
import { holds, type Item, type Items } from './items.ts';
import { doorLinks, importLinks, type Link } from './links.ts';
import { found } from './search.ts';
import { type Row, shownOf } from './shown.ts';
import type { State } from './state.ts';
import { stepNumbers, type WayStep, wayRows } from './way.ts';
import { type Way, waysOf } from './ways.ts';

/** A `use` of an endpoint is over the network; a `call` stays in the process. */
export type LinkKind = 'to-client' | 'to-server' | 'import' | 'way' | 'use' | 'call';

export interface SceneLink extends Link {
  kind: LinkKind;
  isLit: boolean;
}

export interface Scene {
  rows: Row[];
  links: SceneLink[];
  chosen: Item | undefined;
  ways: Way[];
  /** The one that is lit. */
  way: WayStep[];
  /** The numbers of the way's steps, by row. */
  steps: Map<Item, string>;
  hits: Item[];
  /** How many hits a row stands for. */
  hitCounts: Map<Item, number>;
}

export function sceneOf(data: MapData, items: Items, state: State): Scene {
  const { rows, standIns } = shownOf(items, state.open);
  const visible = new Set(rows.map((row) => row.item));
  const chosen = items.byId.get(state.at);
  const ways = chosen ? waysOf(data, items, chosen) : [];
  const way = ways[0]?.steps ?? [];
  const stops = wayRows(way, standIns);
  const hits = found(items, state.find);
  const links = [...doors(data, standIns, chosen), ...ofChosen(data, standIns, visible, chosen)];
  const onWay = stops.slice(1).map(({ row }, at) => lit('way', (stops[at] as { row: Item }).row, row));
  return {
    rows,
    links: [...links, ...onWay],
    chosen,
    ways,
    way,
    steps: numbered(stops),
    hits,
    hitCounts: counts(hits.map((hit) => standIn(hit, visible))),
  };
}

/** The row that is there for the item: itself, or the closest above it. */
export function standIn(item: Item, visible: ReadonlySet<Item>): Item {
  return visible.has(item) || !item.parent ? item : standIn(item.parent, visible);
}

function doors(data: MapData, standIns: readonly Item[], chosen: Item | undefined): SceneLink[] {
  return doorLinks(data, standIns).map((link) => ({
    ...link,
    kind: link.to.side === 'client' ? 'to-client' : 'to-server',
    isLit: chosen !== undefined && touches(link, chosen),
  }));
}

/** Of what is open, the doors of all that is in it. */
export function touches(link: Link, item: Item): boolean {
  return holds(item, link.from) || holds(item, link.to);
}

function ofChosen(
  data: MapData,
  standIns: readonly Item[],
  visible: ReadonlySet<Item>,
  chosen: Item | undefined,
): SceneLink[] {
  if (!chosen) return [];
  const row = standIn(chosen, visible);
  if (!chosen.endpoint)
    return importLinks(data, standIns, row).map((link) => ({ ...link, kind: 'import', isLit: true }));
  return usesOf(chosen.endpoint, standIns, row);
}

/** One for all uses of a kind in a row. */
function usesOf({ uses }: Endpoint, standIns: readonly Item[], row: Item): SceneLink[] {
  const onMap = uses.filter((use) => use.node >= 0);
  const users = (some: readonly Use[]) => new Set(some.map((use) => standIns[use.node] as Item));
  const links = (kind: LinkKind, some: readonly Use[]) =>
    [...users(some)].filter((user) => user !== row).map((user) => lit(kind, user, row));
  return [
    ...links(
      'call',
      onMap.filter((use) => use.side !== 'network'),
    ),
    ...links(
      'use',
      onMap.filter((use) => use.side === 'network'),
    ),
  ];
}

function lit(kind: LinkKind, from: Item, to: Item): SceneLink {
  return { kind, from, to, count: 1, isNew: false, isLit: true };
}

/** A way may come back to a row. */
function numbered(stops: readonly { row: Item; steps: number[] }[]): Map<Item, string> {
  const numbers = new Map<Item, string>();
  for (const { row, steps } of stops) {
    const before = numbers.get(row);
    numbers.set(row, before ? `${before}, ${stepNumbers(steps)}` : stepNumbers(steps));
  }
  return numbers;
}

function counts(rows: readonly Item[]): Map<Item, number> {
  const found = new Map<Item, number>();
  for (const row of rows) found.set(row, (found.get(row) ?? 0) + 1);
  return found;
}
