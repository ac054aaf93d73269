/** What is open when the map is: enough to see where the doors are, and no more than fits on a screen. */
import type { Item } from './items.ts';

const ROWS = 14;
/** A folder that holds less of its side is not worth the room. */
const LEAST = 0.04;

/** Ids: of each side the largest folders, as long as there is room. */
export function usuallyOpen(sides: readonly Item[]): Set<string> {
  const large = sides.filter((side) => side.id === 'server' || side.id === 'client' || sides.length === 1);
  return new Set(large.flatMap(opened));
}

function opened(side: Item): string[] {
  const open = [side.id];
  let rows = [...side.children];
  for (;;) {
    const room = ROWS - rows.length;
    const large = rows.filter((row) => row.kind === 'folder' && row.files > side.files * LEAST);
    const fitting = large.filter((row) => row.children.length - 1 <= room);
    const largest = fitting.toSorted((one, other) => other.files - one.files)[0];
    if (!largest || room <= 0) return open;
    open.push(largest.id);
    rows = rows.flatMap((row) => (row === largest ? row.children : [row]));
  }
}
