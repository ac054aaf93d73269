/** Where rows are drawn: two halves that face each other, what is open as a box around what is in it. */
import { type HierarchyRectangularNode, hierarchy, partition } from 'd3-hierarchy';
import type { Item } from './items.ts';
import type { Row } from './shown.ts';

export const ROW = 26;

export interface Box {
  item: Item;
  /** Around a row with its name, and what is in it. */
  isAround: boolean;
  isOpen: boolean;
  depth: number;
  top: number;
  height: number;
  half: 'left' | 'right';
}

interface Part {
  item: Item | undefined;
  isOpen: boolean;
  parts: Part[];
}

export function boxesOf(rows: readonly Row[]): Box[] {
  const onRight = (row: Row) => row.item.side === 'client';
  return [
    ...halfOf(
      rows.filter((row) => !onRight(row)),
      'left',
    ),
    ...halfOf(rows.filter(onRight), 'right'),
  ];
}

export function heightOf(boxes: readonly Box[]): number {
  return boxes.reduce((height, box) => Math.max(height, box.top + box.height), 0);
}

/** A partition gives each row the same height, and what is open that of its rows. */
function halfOf(rows: readonly Row[], half: 'left' | 'right'): Box[] {
  if (!rows.length) return [];
  const tree = hierarchy(nested(rows), (part) => part.parts).count();
  const placed = partition<Part>().size([(tree.value ?? 0) * ROW, 1])(tree);
  const boxes: Box[] = [];
  placed.eachBefore((node) => {
    if (node.data.item) boxes.push(boxOf(node, node.data.item, half));
  });
  return boxes;
}

function boxOf(node: HierarchyRectangularNode<Part>, item: Item, half: 'left' | 'right'): Box {
  const { isOpen, parts } = node.data;
  const depth = node.depth - 1 - Number(isOpen && !parts.length);
  return { item, isAround: parts.length > 0, isOpen, depth, top: node.x0, height: node.x1 - node.x0, half };
}

function nested(rows: readonly Row[]): Part {
  const root: Part = { item: undefined, isOpen: true, parts: [] };
  const above: Part[] = [root];
  for (const { item, depth, isOpen } of rows) {
    const ownName: Part[] = isOpen ? [{ item, isOpen, parts: [] }] : [];
    const part = { item, isOpen, parts: ownName };
    above[depth]?.parts.push(part);
    above[depth + 1] = part;
  }
  return root;
}
