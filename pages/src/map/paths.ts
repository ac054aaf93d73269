/** The lines of links: across the gap, or in an arc that stays on its side of it. */
import { curveBasis, line, linkHorizontal } from 'd3-shape';

export interface Ends {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** How wide the gap between the halves is. */
  gap: number;
  isOnLeft: boolean;
}

const across = linkHorizontal<Ends, [number, number]>()
  .source(({ x0, y0 }) => [x0, y0])
  .target(({ x1, y1 }) => [x1, y1]);
const arc = line().curve(curveBasis);

export function linkPath(ends: Ends): string {
  return (ends.x0 === ends.x1 ? arc(around(ends)) : across(ends)) ?? '';
}

/** Out into the gap and back: the further apart, the further out. */
function around({ x0, y0, x1, y1, gap, isOnLeft }: Ends): [number, number][] {
  const out = Math.min(24 + Math.abs(y1 - y0) * 0.25, gap * 0.42);
  const bulge = isOnLeft ? x0 + out : x0 - out;
  return [
    [x0, y0],
    [bulge, y0],
    [bulge, y1],
    [x1, y1],
  ];
}
