import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groups } from '../src/doors/nodes.ts';
import type { ClientReference, Endpoint, RootDoors } from '../src/protocol.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

const endpoint = (name: string, liveness: string, more: Partial<Endpoint> = {}): Endpoint => ({
  id: `actions/cart.ts#${name}`,
  name,
  uri: 'file:///web/actions/cart.ts',
  range,
  liveness,
  published: 'yes',
  callers: { network: 0, inProcess: 0 },
  ...more,
});

const reference = (renderedBy: number, byFramework: boolean): ClientReference => ({
  id: 'app/error.tsx#default',
  name: 'default',
  uri: 'file:///web/app/error.tsx',
  range,
  renderedBy,
  byFramework,
});

const root = (endpoints: Endpoint[], clientReferences: ClientReference[] = []): RootDoors => ({
  uri: 'file:///web',
  liveness: {},
  endpoints,
  clientReferences,
});

test('groups are told with their counts, those that can go first, and none that is empty', () => {
  const found = groups(
    root([endpoint('add', 'called'), endpoint('drop', 'unused'), endpoint('sum', 'called')]),
  );
  assert.deepEqual(
    found.map((group) => [group.label, group.description, group.isOpen]),
    [
      ['Unused', '1', true],
      ['Called', '2', false],
    ],
  );
  assert.deepEqual(groups(root([])), []);
});

test('an endpoint tells how it is used, and where it is', () => {
  const callers = { network: 3, inProcess: 1 };
  const [group] = groups(root([endpoint('add', 'called', { callers })]));
  assert.equal(group?.children[0]?.description, '3 network · 1 in-process · actions/cart.ts');
});

test('of a long path the end is told, and all of it in the tooltip', () => {
  const id = 'apps/web/lib/actions/cart.ts#add';
  const node = groups(root([endpoint('add', 'called', { id })]))[0]?.children[0];
  assert.equal(node?.description, 'actions/cart.ts');
  assert.ok(node?.tooltip.startsWith(id));
});

test('what anyone can call, and nothing of ours does, is a hole', () => {
  const holes = (liveness: string, published: Endpoint['published']) =>
    groups(root([endpoint('a', liveness, { published })]))[0]?.children[0]?.isHole;
  assert.equal(holes('unused', 'yes'), true);
  assert.equal(holes('in-process', 'yes'), true);
  assert.equal(holes('unused', 'no'), false);
  assert.equal(holes('unused', 'unknown'), false);
  assert.equal(holes('called', 'yes'), false);
});

test('a client reference tells who renders it', () => {
  const described = (count: number, byFramework: boolean) =>
    groups(root([], [reference(count, byFramework)]))[0]?.children[0]?.description;
  assert.equal(described(1, false), '1 server module · app/error.tsx');
  assert.equal(described(2, true), 'the framework, 2 server modules · app/error.tsx');
  assert.equal(described(0, true), 'the framework · app/error.tsx');
});

test('names of nodes are their own, also where two modules export the same', () => {
  const twin = {
    ...endpoint('add', 'called'),
    id: 'actions/other.ts#add',
    uri: 'file:///web/actions/other.ts',
  };
  const children = groups(root([endpoint('add', 'called'), twin])).flatMap((group) => group.children);
  assert.equal(new Set(children.map((child) => child.id)).size, 2);
});
