/** Which rows a state shows, and as which of them a module is seen. */
import type { Item, Items } from './items.ts';

export interface Row {
  item: Item;
  depth: number;
  isOpen: boolean;
}

export interface Shown {
  /** In the order of reading; of what is open, its own row comes before those in it. */
  rows: Row[];
  /** By node: the row that stands for the module, itself or the closest that is closed above it. */
  standIns: Item[];
}

export function shownOf(items: Items, open: ReadonlySet<string>): Shown {
  const rows: Row[] = [];
  const standIns: Item[] = [];
  for (const side of items.sides) addRow(side, 0, open, rows, standIns);
  return { rows, standIns };
}

function addRow(item: Item, depth: number, open: ReadonlySet<string>, rows: Row[], standIns: Item[]): void {
  const isOpen = open.has(item.id) && item.children.length > 0;
  rows.push({ item, depth, isOpen });
  if (item.node >= 0) standIns[item.node] = item;
  if (!isOpen) standFor(item, item, standIns);
  else for (const child of item.children) addRow(child, depth + 1, open, rows, standIns);
}

function standFor(row: Item, item: Item, standIns: Item[]): void {
  if (item.node >= 0) standIns[item.node] = row;
  for (const child of item.children) standFor(row, child, standIns);
}
