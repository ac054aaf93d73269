/** Lists of places to go to, as data. */
import type { Item } from './items.ts';

export interface List {
  title: string;
  isOrdered: boolean;
  entries: Entry[];
  /** Of what is listed; an entry may stand for several. */
  total: number;
}

export interface Entry {
  /** Undefined where it is not on the map. */
  item: Item | undefined;
  text: string;
  detail: string;
}

/** None where there is nothing to list and nothing to say of that. */
export function list(title: string, entries: Entry[], nothing = '', isOrdered = false): List[] {
  if (!entries.length && !nothing) return [];
  const total = entries.length;
  return [{ title, isOrdered, total, entries: total ? entries : [entry(undefined, nothing)] }];
}

export function entry(item: Item | undefined, text: string, detail = ''): Entry {
  return { item, text, detail };
}
