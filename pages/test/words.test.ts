import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Item, itemsOf } from '../src/map/items.ts';
import { sceneOf } from '../src/map/scene.ts';
import { fromHash, toHash } from '../src/map/state.ts';
import { toldOf } from '../src/map/told.ts';
import { counted, names, withoutShared } from '../src/map/words.ts';
import { SHOP } from './program.ts';

const usual = new Set(['server', 'client']);

/** As text, `- ` before entries. */
function told(id: string, data = SHOP, open: Iterable<string> = usual): string[] {
  const items = itemsOf(data);
  const scene = sceneOf(data, items, { open: new Set(open), at: id, find: '' });
  const { title, sentences, lists } = toldOf(items.byId.get(id) as Item, data, items, scene);
  const lines = lists.flatMap((list) => [
    `${list.title}:`,
    ...list.entries.map(({ text, detail }) => `- ${text}${detail && `: ${detail}`}`),
  ]);
  return [title, ...sentences, ...lines];
}

test('a module tells its side, the way to it, and its doors', () => {
  assert.deepEqual(told('client/components/ui/card.tsx'), [
    'components/ui/card.tsx',
    'Only the browser loads it.',
    'Why it is there:',
    '- app/page.tsx: the program starts here, on the server',
    '- components/ui/card.tsx: imported in line 2 of the file before; this is a door to the browser',
    'Doors that it opens:',
    '- actions/cart.ts: everything and add, line 5',
    'Doors that lead here:',
    '- app/page.tsx: Card, line 2',
    '- app/admin/page.tsx: Card, line 3 (new)',
    'Imports on this side:',
    '- components/ui/icon.tsx',
    '- lib/money.ts',
  ]);
});

test('a module on both sides leads to itself on the other', () => {
  assert.deepEqual(told('server/lib/money.ts').slice(1, 4), [
    'It is loaded on both sides.',
    'The same file on the other side:',
    '- Browser',
  ]);
});

test('a folder tells its doors', () => {
  assert.deepEqual(told('server/app'), [
    'app',
    'On the server: 2 files.',
    'Doors that lead out:',
    '- components/ui: 2 doors from app',
  ]);
});

test('an endpoint tells its state and who uses it', () => {
  assert.deepEqual(told('server/actions/cart.ts~add'), [
    'add',
    'called: Because.',
    'Anyone can call it.',
    'Where it is:',
    '- actions/cart.ts:3',
    'How the browser comes to it:',
    '- app/page.tsx: the program starts here, on the server',
    '- components/ui/card.tsx: imported in line 2 of the file before; this is a door to the browser',
    '- actions/cart.ts: imported in line 5 of the file before; this is a door to the server',
    'Who uses it:',
    '- components/ui/card.tsx:7: over the network: Card calls it',
  ]);
  assert.deepEqual(told('server/actions/cart.ts~clear').slice(-2), ['Who uses it:', '- Nothing.']);
});

test('a folder lists the endpoints to look at, and whether they are public', () => {
  assert.deepEqual(told('server/actions').slice(1, 4), [
    'On the server: 1 file and 2 endpoints, 1 of them to look at: dead, or used only by the server, scripts or tests.',
    'Endpoints to look at:',
    '- clear: unused; public (actions/cart.ts)',
  ]);
});

test('what is behind a door tells how the browser comes to it, and how the server loads it', () => {
  const routed = structuredClone(SHOP);
  routed.steps.push([2, 0, 9]);
  (routed.nodes[2] as unknown[])[2] = routed.steps.length - 1;
  assert.deepEqual(told('server/actions/cart.ts', routed).slice(2, 9), [
    'How the browser comes to it:',
    '- app/page.tsx: the program starts here, on the server',
    '- components/ui/card.tsx: imported in line 2 of the file before; this is a door to the browser',
    '- actions/cart.ts: imported in line 5 of the file before; this is a door to the server',
    'How the server loads it:',
    '- app/page.tsx: the program starts here, on the server',
    '- actions/cart.ts: imported in line 9 of the file before',
  ]);
});

test('a state comes back from its address', () => {
  for (const state of [
    { open: usual, at: '', find: '' },
    { open: usual, at: 'client/app/[slug]/(a b)/é&=#?.tsx', find: 'two words' },
    { open: new Set(['server', 'server/app']), at: 'server/actions/cart.ts~add', find: '' },
    { open: new Set<string>(), at: '', find: '' },
  ])
    assert.deepEqual(fromHash(toHash(state, usual), usual), state);
  assert.equal(
    toHash({ open: usual, at: 'client/app/[id]/page.tsx', find: '' }, usual),
    '#at=client/app/[id]/page.tsx',
  );
  assert.equal(toHash({ open: usual, at: '', find: '' }, usual), '');
});

test('doors are counted, most first, and what differs is said first', () => {
  assert.deepEqual(told('server/app', SHOP, ['server', 'server/app', 'client']).slice(2), [
    'Doors that lead out:',
    '- …/page.tsx: 1 door to components/ui',
    '- …/admin: 1 door to components/ui',
  ]);
  assert.deepEqual(withoutShared(['a/b/c.ts', 'a/bc/d.ts']), ['…/b/c.ts', '…/bc/d.ts']);
  assert.deepEqual(withoutShared(['a/b.ts']), ['a/b.ts']);
  assert.deepEqual(withoutShared(['a/b.ts', 'c.ts']), ['a/b.ts', 'c.ts']);
});

test('plurals and names', () => {
  assert.deepEqual([counted(1, 'file'), counted(4211, 'file')], ['1 file', '4,211 files']);
  assert.equal(names(['*', 'add', 'default']), 'everything, add and default');
});
