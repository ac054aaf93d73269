/** Why a module is on its side: the way there, import by import. */
import type { MapData } from './data.ts';
import type { Item, Items } from './items.ts';

export interface WayStep {
  item: Item;
  /** Of the import in the module before; 0 where the program starts. */
  line: number;
  /** The import leads to the other side. */
  isDoor: boolean;
}

export function wayTo(data: MapData, items: Items, node: number): WayStep[] {
  const steps: WayStep[] = [];
  for (let at = data.nodes[node]?.[2] ?? -1; at >= 0; ) {
    const [here, before, line] = data.steps[at] as [number, number, number];
    const item = items.modules[here] as Item;
    const importer = data.steps[before];
    const isDoor = importer !== undefined && items.modules[importer[0]]?.side !== item.side;
    steps.unshift({ item, line, isDoor });
    at = before;
  }
  return steps;
}

/** The rows that the way goes through, each once for as long as it stays there, with the numbers of its steps. */
export function wayRows(
  way: readonly WayStep[],
  standIns: readonly Item[],
): { row: Item; steps: number[] }[] {
  const rows: { row: Item; steps: number[] }[] = [];
  way.forEach(({ item }, index) => {
    const row = standIns[item.node] as Item;
    const last = rows.at(-1);
    if (last?.row === row) last.steps.push(index + 1);
    else rows.push({ row, steps: [index + 1] });
  });
  return rows;
}

/** `1`, `2–4`. */
export function stepNumbers(steps: readonly number[]): string {
  return steps.length > 1 ? `${steps[0]}–${steps.at(-1)}` : `${steps[0]}`;
}
