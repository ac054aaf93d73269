import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST } from '../src/map/grouping.ts';
import { ancestors, type Item, itemsOf } from '../src/map/items.ts';
import { usuallyOpen } from '../src/map/overview.ts';
import { map, SHOP } from './program.ts';

/** `label files`, indented. */
function told(item: Item, depth = 0): string[] {
  return [
    `${'  '.repeat(depth)}${item.label} ${item.files}`,
    ...item.children.flatMap((one) => told(one, depth + 1)),
  ];
}

test('each side is a tree of its own, folders first', () => {
  assert.deepEqual(
    itemsOf(SHOP).sides.flatMap((side) => told(side)),
    [
      'Server 4',
      '  actions 1',
      '    cart.ts 1',
      '      add 0',
      '      clear 0',
      '  app 2',
      '    admin 1',
      '      page.tsx 1',
      '    page.tsx 1',
      '  lib 1',
      '    money.ts 1',
      'Browser 3',
      '  components/ui 2',
      '    card.tsx 1',
      '    icon.tsx 1',
      '  lib 1',
      '    money.ts 1',
      'Neither side 1',
      '  old 1',
      '    unused.ts 1',
    ],
  );
});

test('endpoints are counted, and those that no page needs', () => {
  const { byId } = itemsOf(SHOP);
  const actions = byId.get('server/actions');
  assert.deepEqual([actions?.endpoints, actions?.needless], [2, 1]);
  assert.deepEqual(
    [byId.get('client/lib/money.ts')?.isOnBoth, byId.get('server/app/page.tsx')?.isOnBoth],
    [true, false],
  );
});

test('what has many entries shows groups, of which none is too long', () => {
  const files = Array.from({ length: 20_000 }, (_, at) => `src/file-${String(at).padStart(5, '0')}.ts`);
  const { sides, byId } = itemsOf(map({ client: ['src/inner/a.ts', ...files] }));
  const all = [...byId.values()];
  assert.ok(all.every((item) => item.children.length <= MOST));
  const [inner, first] = sides[0]?.children[0]?.children ?? [];
  assert.equal(inner?.label, 'inner');
  assert.match(first?.label ?? '', /^file-00000\.ts … file-\d+\.ts$/);
  assert.equal(sides[0]?.files, 20_001);
  const last = byId.get('client/src/file-19999.ts') as Item;
  assert.deepEqual(
    ancestors(last).map((item) => item.kind),
    ['side', 'folder', 'group', 'group'],
  );
  assert.ok(ancestors(last).every((item) => byId.get(item.id) === item));
});

test('the largest folders are open as long as there is room', () => {
  const many = Array.from({ length: 40 }, (_, at) => `app/folder-${at}/page.tsx`);
  const { sides } = itemsOf(map({ server: [...many, 'lib/a/x.ts', 'lib/b/y.ts', 'lib/b/z.ts'] }));
  assert.deepEqual([...usuallyOpen(sides)], ['server', 'server/lib', 'server/lib/b']);
});
