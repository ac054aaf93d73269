/** A small program as the page is given it, and very large ones. */
import type { Endpoint, MapData } from '../src/map/data.ts';

export const SHOP = map({
  server: ['app/page.tsx', 'app/admin/page.tsx', 'actions/cart.ts', 'lib/money.ts'],
  client: ['components/ui/card.tsx', 'components/ui/icon.tsx', 'lib/money.ts'],
  neither: ['old/unused.ts'],
});
SHOP.imports[0] = [3];
SHOP.imports[4] = [5, 6];
SHOP.doors = [
  [0, 4, 2, ['Card'], false],
  [1, 4, 3, ['Card'], true],
  [4, 2, 5, ['*', 'add'], false],
];
SHOP.steps = [
  [0, -1, 0],
  [4, 0, 2],
  [6, 1, 4],
  [3, 0, 1],
];
[
  [0, 0],
  [4, 1],
  [6, 2],
  [3, 3],
].forEach(([node, way]) => {
  (SHOP.nodes[node as number] as unknown[])[2] = way;
});
SHOP.endpoints = [endpoint('add', 'called', 4), endpoint('clear', 'unused', -1)];

export function map(paths: Partial<Record<'server' | 'client' | 'neither', string[]>>): MapData {
  const sides = ['server', 'client', 'unknown', 'neither'] as const;
  const named = sides.flatMap((side, at) =>
    (side === 'unknown' ? [] : (paths[side] ?? [])).map((path) => [path, at] as const),
  );
  const all = [...new Set(named.map(([path]) => path))];
  return {
    project: 'shop',
    tool: 'boundary',
    made: '2026-11-30',
    headline: '',
    paths: all,
    directives: all.map((path) => (path.startsWith('actions/') ? 'use server' : '')),
    sides: [...sides],
    nodes: named.map(([path, side]) => [all.indexOf(path), side, -1, false]),
    imports: named.map(() => []),
    steps: [],
    doors: [],
    endpoints: [],
    base: '',
    changes: [],
    notes: [],
  };
}

function endpoint(name: string, liveness: string, user: number): Endpoint {
  const use = {
    node: user,
    path: 'components/ui/card.tsx',
    line: 7,
    text: 'over the network: Card calls it',
    side: 'network',
  };
  return {
    node: 2,
    name,
    line: 3,
    liveness,
    label: liveness,
    why: 'Because.',
    published: 'yes',
    exposure: 'Anyone can call it.',
    advice: '',
    used: '',
    uses: user < 0 ? [] : [use],
    more_uses: 0,
    mark: '',
  };
}
