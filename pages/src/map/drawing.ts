/** The two sides, and the doors between them. What can be read and pressed here is in the tree as well. */

import { chipsOf } from './chips.ts';
import { element, scrollTo, shape } from './dom.ts';
import type { Item } from './items.ts';
import { type Box, boxesOf, heightOf, ROW } from './layout.ts';
import { type Ends, linkPath } from './paths.ts';
import type { Scene, SceneLink } from './scene.ts';
import { counted } from './words.ts';

const NARROWEST = 640;
const INDENT = 10;
/** Of the width. */
const HALF = 0.39;
/** Doors both ways between two rows lie beside each other. */
const APART: Partial<Record<SceneLink['kind'], number>> = {
  'to-client': -4,
  'to-server': 4,
  use: 4,
  call: 8,
};
/** What a line stands for; others stand for imports. */
const NOUNS: Partial<Record<SceneLink['kind'], string>> = {
  'to-client': 'door',
  'to-server': 'door',
  use: 'caller',
  call: 'caller',
};
/** Of links: more are drawn lighter, so that those which are lit stand out. */
const MANY = 80;

export function draw(frame: HTMLElement, scene: Scene, base: string, press: (item: Item) => void): void {
  const width = Math.max(frame.clientWidth, NARROWEST);
  const half = Math.round(width * HALF);
  const boxes = boxesOf(scene.rows);
  const height = heightOf(boxes);
  const canvas = element('div', { className: 'canvas', ariaHidden: 'true' });
  Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
  canvas.append(...boxes.map((box) => boxElement(box, scene, base, half, width, press)));
  canvas.append(linksElement(boxes, scene, half, width, height));
  frame.replaceChildren(canvas);
}

export function showRow(frame: HTMLElement, item: Item): void {
  const rows = [...frame.querySelectorAll<HTMLElement>('.row')];
  scrollTo(
    frame,
    rows.find((one) => one.dataset.id === item.id),
  );
}

function boxElement(
  box: Box,
  scene: Scene,
  base: string,
  half: number,
  width: number,
  press: (item: Item) => void,
) {
  const { item, depth, top, height } = box;
  const made = box.isAround
    ? element('div', { className: `around ${item.side}` })
    : rowElement(box, scene, base);
  const inset = depth * INDENT;
  const left = box.half === 'left' ? inset : width - half;
  Object.assign(made.style, {
    top: `${top}px`,
    left: `${left}px`,
    width: `${half - inset}px`,
    height: `${height}px`,
  });
  if (!box.isAround) made.addEventListener('click', () => press(item));
  return made;
}

function rowElement({ item, isOpen, depth, half }: Box, scene: Scene, base: string): HTMLElement {
  const classes = ['row', item.side, item.kind, isOpen && 'open', item === scene.chosen && 'chosen'];
  if (scene.steps.has(item)) classes.push('on-way');
  if (scene.hits.length && !scene.hitCounts.has(item)) classes.push('missed');
  const twisty = item.children.length ? (isOpen ? '▾' : '▸') : '';
  const made = element(
    'div',
    { className: classes.filter(Boolean).join(' '), title: item.id },
    element('span', { className: 'twisty' }, twisty),
    element('span', { className: 'label' }, item.label),
    ...chipsOf(item, isOpen, scene, base),
  );
  made.dataset.id = item.id;
  if (half === 'right') made.style.paddingInlineStart = `${6 + depth * INDENT}px`;
  return made;
}

function linksElement(
  boxes: readonly Box[],
  scene: Scene,
  half: number,
  width: number,
  height: number,
): SVGElement {
  const rows = new Map(boxes.filter((box) => !box.isAround).map((box) => [box.item, box]));
  const drawn = scene.links.toSorted((one, other) => Number(one.isLit) - Number(other.isLit));
  const paths = drawn.map((link) => linkElement(link, endsOf(link, rows, half, width), scene));
  const className = paths.length > MANY ? 'links many' : 'links';
  return shape('svg', { width: `${width}`, height: `${height}`, class: className }, arrows(), ...paths);
}

function endsOf(link: SceneLink, rows: ReadonlyMap<Item, Box>, half: number, width: number): Ends {
  const [from, to] = [rows.get(link.from) as Box, rows.get(link.to) as Box];
  const x = (box: Box) => (box.half === 'left' ? half : width - half);
  const y = (box: Box) => box.top + ROW / 2 + (APART[link.kind] ?? 0);
  return {
    x0: x(from),
    y0: y(from),
    x1: x(to),
    y1: y(to),
    gap: width - 2 * half,
    isOnLeft: from.half === 'left',
  };
}

function linkElement(link: SceneLink, ends: Ends, scene: Scene): SVGElement {
  const dim = !link.isLit && (scene.chosen || scene.hits.length);
  const classes = ['link', link.kind, link.isLit && 'lit', link.isNew && 'new', dim && 'dim'];
  const title = `${counted(link.count, NOUNS[link.kind] ?? 'import')}: ${link.from.label} → ${link.to.label}`;
  return shape(
    'path',
    {
      d: linkPath(ends),
      class: classes.filter(Boolean).join(' '),
      'stroke-width': thickness(link).toFixed(1),
      'marker-end': `url(#arrow-${link.kind})`,
    },
    shape('title', {}, title),
  );
}

/** A door that many imports go through is wider; other lines only say that they are there. */
function thickness({ kind, count }: SceneLink): number {
  if (kind === 'way') return 4;
  return kind === 'import' ? 1.4 : Math.min(1.2 + Math.log2(count) * 0.7, 6);
}

function arrows(): SVGElement {
  const size = { viewBox: '0 0 8 8', refX: '7', refY: '4', markerWidth: '9', markerHeight: '9' };
  const kinds = ['to-client', 'to-server', 'import', 'way', 'use', 'call'];
  const markers = kinds.map((kind) =>
    shape(
      'marker',
      { ...size, id: `arrow-${kind}`, class: `arrow ${kind}`, orient: 'auto', markerUnits: 'userSpaceOnUse' },
      shape('path', { d: 'M0 0 8 4 0 8z' }),
    ),
  );
  return shape('defs', {}, ...markers);
}
