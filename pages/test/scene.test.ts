import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemsOf } from '../src/map/items.ts';
import { boxesOf, heightOf, ROW } from '../src/map/layout.ts';
import { linkPath } from '../src/map/paths.ts';
import { type Scene, sceneOf } from '../src/map/scene.ts';
import { SHOP } from './program.ts';

const items = itemsOf(SHOP);
const scene = (open: string[], at = '', find = '') => sceneOf(SHOP, items, { open: new Set(open), at, find });
const links = ({ links }: Scene) =>
  links.map(
    ({ kind, from, to, count, isLit }) => `${kind} ${from.id} > ${to.id} ${count}${isLit ? ' lit' : ''}`,
  );

test('doors between closed sides are one link each way', () => {
  assert.deepEqual(links(scene([])), ['to-client server > client 2', 'to-server client > server 1']);
});

test('a folder that opens takes its doors apart', () => {
  assert.deepEqual(links(scene(['server', 'server/app', 'client'])), [
    'to-client server/app/page.tsx > client/components/ui 1',
    'to-client server/app/admin > client/components/ui 1',
    'to-server client/components/ui > server/actions 1',
  ]);
});

test('what is in a closed folder is not shown, whether or not it was open', () => {
  const { rows } = scene(['server/app', 'client']);
  assert.deepEqual(
    rows.map(({ item, depth, isOpen }) => [item.id, depth, isOpen]),
    [
      ['server', 0, false],
      ['client', 0, true],
      ['client/components/ui', 1, false],
      ['client/lib', 1, false],
      ['neither', 0, false],
    ],
  );
});

test('the way to what is chosen is lit, through closed folders too', () => {
  const shown = scene(['server', 'client'], 'client/lib/money.ts');
  assert.deepEqual(
    shown.way.map(({ item, line, isDoor }) => [item.id, line, isDoor]),
    [
      ['server/app/page.tsx', 0, false],
      ['client/components/ui/card.tsx', 2, true],
      ['client/lib/money.ts', 4, false],
    ],
  );
  assert.deepEqual(
    [...shown.steps].map(([row, number]) => [row.id, number]),
    [
      ['server/app', '1'],
      ['client/components/ui', '2'],
      ['client/lib', '3'],
    ],
  );
  assert.deepEqual(
    links(shown).filter((link) => link.startsWith('way')),
    ['way server/app > client/components/ui 1 lit', 'way client/components/ui > client/lib 1 lit'],
  );
});

test('steps in one row are told together', () => {
  const { steps } = scene(['server'], 'client/lib/money.ts');
  assert.deepEqual([...steps.values()], ['1', '2–3']);
});

test('an endpoint lights those who call it, and an open folder the doors of all in it', () => {
  const open = ['server', 'server/actions', 'server/actions/cart.ts', 'client'];
  assert.ok(
    links(scene(open, 'server/actions/cart.ts~add')).includes(
      'use client/components/ui > server/actions/cart.ts~add 1 lit',
    ),
  );
  assert.ok(
    links(scene(open, 'server/actions')).includes(
      'to-server client/components/ui > server/actions/cart.ts 1 lit',
    ),
  );
});

test('calls that stay in the process are not drawn as if they went over the network', () => {
  const called = structuredClone(SHOP);
  const inside = { node: 1, path: 'app/admin/page.tsx', line: 2, text: 'on the server', side: 'server' };
  called.endpoints[0]?.uses.push(inside, { ...inside, line: 3 });
  const at = 'server/actions/cart.ts~add';
  const shown = sceneOf(called, itemsOf(called), { open: new Set(['server', 'client']), at, find: '' });
  assert.deepEqual(
    links(shown).filter((link) => /^(use|call) /.test(link)),
    ['call server/app > server/actions 1 lit', 'use client/components/ui > server/actions 1 lit'],
  );
});

test('imports on one side are shown of what is chosen', () => {
  assert.deepEqual(
    links(scene(['client'], 'client/components/ui')).filter((link) => link.startsWith('import')),
    ['import client/components/ui > client/lib 1 lit'],
  );
});

test('hits are counted where they are seen', () => {
  const { hits, hitCounts } = scene(['server', 'client'], '', 'money ts');
  assert.deepEqual(
    hits.map((hit) => hit.id),
    ['server/lib/money.ts', 'client/lib/money.ts'],
  );
  assert.deepEqual(
    [...hitCounts].map(([row, count]) => [row.id, count]),
    [
      ['server/lib', 1],
      ['client/lib', 1],
    ],
  );
});

test('what is called exactly that is found first', () => {
  const first = (find: string) => scene(['server'], '', find).hits[0]?.id;
  assert.equal(first('cart'), 'server/actions/cart.ts~add');
  assert.equal(first('Cart.ts '), 'server/actions/cart.ts');
  assert.equal(first('app/page.tsx'), 'server/app/page.tsx');
});

test('rows lie below each other, and what is open is around what is in it', () => {
  const boxes = boxesOf(scene(['server', 'server/app', 'client']).rows);
  const left = boxes.filter((box) => box.half === 'left' && !box.isAround);
  assert.deepEqual(
    left
      .map((box) => [box.item.label, box.depth, box.top / ROW])
      .toSorted((a, b) => Number(a[2]) - Number(b[2])),
    [
      ['Server', 0, 0],
      ['actions', 1, 1],
      ['app', 1, 2],
      ['admin', 2, 3],
      ['page.tsx', 2, 4],
      ['lib', 1, 5],
      ['Neither side', 0, 6],
    ],
  );
  const app = boxes.find((box) => box.isAround && box.item.label === 'app');
  assert.deepEqual([app?.depth, (app?.top ?? 0) / ROW, (app?.height ?? 0) / ROW], [1, 2, 3]);
  assert.equal(heightOf(boxes), 7 * ROW);
});

test('a link crosses the gap, or goes out into it and comes back', () => {
  const across = linkPath({ x0: 300, y0: 10, x1: 500, y1: 90, gap: 200, isOnLeft: true });
  assert.match(across, /^M300,10C/);
  const back = linkPath({ x0: 500, y0: 10, x1: 500, y1: 90, gap: 200, isOnLeft: false });
  assert.ok(Math.min(...[...back.matchAll(/(\d+(?:\.\d+)?),/g)].map((match) => Number(match[1]))) < 490);
});
