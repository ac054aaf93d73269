import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Batch } from '../src/environments/batch.ts';
import { statusText } from '../src/environments/reason.ts';
import { sideOf, tooltip } from '../src/environments/side.ts';
import type { Sides, Step, Way } from '../src/protocol.ts';

const sides = (...environments: Sides['environments']): Sides => ({
  uri: 'file:///web/lib/money.ts',
  environments,
  layers: [],
  directive: null,
  reachedBy: { client: 'app/page.tsx → (client door) components/card.tsx → lib/money.ts' },
});

const step = (path: string, door: Step['door'] = null): Step => {
  const uri = `file:///web/${path}`;
  const start = { line: 2, character: 0 };
  return { uri, layer: 'rsc', door, from: { uri, range: { start, end: start } } };
};

const way = (environment: Way['environment'], ...chain: Step[]): Way => ({ environment, chain, text: '' });

test('a module is on one side, on both, or nowhere that is known', () => {
  assert.equal(sideOf(sides('server')), 'server');
  assert.equal(sideOf(sides('client')), 'client');
  assert.equal(sideOf(sides('server', 'client')), 'both');
  assert.equal(sideOf(sides('unknown')), undefined);
  assert.equal(sideOf(sides()), undefined);
  assert.equal(sideOf(undefined), undefined);
});

test('a badge tells the way to each side', () => {
  assert.equal(
    tooltip(sides('server', 'client')),
    'On the server\nOn the client: app/page.tsx → (client door) components/card.tsx → lib/money.ts',
  );
});

test('the status item says why in a few words', () => {
  const card = step('components/card.tsx', 'client');
  const long = way(
    'client',
    step('app/(shop)/page.tsx'),
    step('components/index.ts'),
    card,
    step('lib/money.ts'),
  );
  assert.equal(
    statusText('client', sides('client'), [long]),
    'client, because of (shop)/page.tsx → … → card.tsx',
  );
  const short = way('server', step('app/page.tsx'), step('lib/money.ts'));
  assert.equal(statusText('server', sides('server'), [short]), 'server, because of app/page.tsx');
});

test('on both sides the client is what is asked about', () => {
  const ways = [
    way('server', step('app/page.tsx')),
    way('client', step('app/error.tsx'), step('lib/money.ts')),
  ];
  const both = sides('server', 'client');
  assert.equal(statusText('both', both, ways), 'server and client, because of app/error.tsx');
});

test('entry points and directives are reasons by themselves', () => {
  assert.equal(
    statusText('server', sides('server'), [way('server', step('app/page.tsx'))]),
    'server, because it is an entry point',
  );
  const marked = { ...sides('client'), directive: 'use client' };
  const entered = way('client', step('app/page.tsx'), step('lib/money.ts', 'client'));
  assert.equal(statusText('client', marked, [entered]), "client, because it says 'use client'");
  assert.equal(statusText('client', marked, []), 'client');
});

test('paths are read as people write them', () => {
  const odd = way('server', step('app/%5Bid%5D/page.tsx'), step('lib/money.ts'));
  assert.equal(statusText('server', sides('server'), [odd]), 'server, because of [id]/page.tsx');
});

test('questions of one moment are asked together, each with its own answer', async () => {
  const asked: string[][] = [];
  const batch = new Batch<string, number>(async (keys) => {
    asked.push(keys);
    return new Map(keys.filter((key) => key !== 'c').map((key) => [key, key.length]));
  }, 1);
  assert.deepEqual(await Promise.all([batch.ask('a'), batch.ask('bb'), batch.ask('c')]), [1, 2, undefined]);
  assert.equal(await batch.ask('ddd'), 3);
  assert.deepEqual(asked, [['a', 'bb', 'c'], ['ddd']]);
});

test('who asks together fails together, and the next one does not', async () => {
  let broken = true;
  const batch = new Batch<string, number>(async () => {
    if (broken) throw new Error('gone');
    return new Map([['a', 1]]);
  }, 1);
  await assert.rejects(Promise.all([batch.ask('a'), batch.ask('b')]), /gone/);
  broken = false;
  assert.equal(await batch.ask('a'), 1);
});
