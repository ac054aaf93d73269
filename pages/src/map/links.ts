/** Doors and imports between the rows that are shown. */
import type { MapData } from './data.ts';
import type { Item } from './items.ts';

export interface Link {
  from: Item;
  to: Item;
  /** How many imports it stands for. */
  count: number;
  isNew: boolean;
}

/** Of all doors. */
export function doorLinks(data: MapData, standIns: readonly Item[]): Link[] {
  const links = new Links();
  for (const [source, target, , , isNew] of data.doors)
    links.add(standIns[source] as Item, standIns[target] as Item, isNew);
  return links.all();
}

/** Of the imports on one side that leave or enter the row. */
export function importLinks(data: MapData, standIns: readonly Item[], row: Item): Link[] {
  const links = new Links();
  data.imports.forEach((targets, source) => {
    const from = standIns[source] as Item;
    for (const target of targets) {
      const to = standIns[target] as Item;
      if (from !== to && (from === row || to === row)) links.add(from, to, false);
    }
  });
  return links.all();
}

class Links {
  private readonly found = new Map<Item, Map<Item, Link>>();

  add(from: Item, to: Item, isNew: boolean): void {
    const ends = this.found.get(from) ?? new Map<Item, Link>();
    this.found.set(from, ends);
    const link = ends.get(to) ?? { from, to, count: 0, isNew: false };
    ends.set(to, link);
    link.count += 1;
    link.isNew ||= isNew;
  }

  all(): Link[] {
    return [...this.found.values()].flatMap((ends) => [...ends.values()]);
  }
}
