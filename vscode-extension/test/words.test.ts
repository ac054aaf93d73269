import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastLine } from '../src/commands/words.ts';
import type { Way } from '../src/protocol.ts';
import { choices } from '../src/references/groups.ts';
import { levelOf } from '../src/server/levels.ts';
import { wayLines } from '../src/why/steps.ts';

const at = (uri: string, line: number) => ({
  uri,
  range: { start: { line, character: 0 }, end: { line, character: 1 } },
});

test('network and in-process uses are offered apart, and then together', () => {
  const network = { transfer: 'network', locations: [at('a', 1), at('b', 2)] };
  const inProcess = { transfer: 'in-process', locations: [at('c', 3)] };
  const path = (uri: string) => `${uri}.ts`;
  const offered = choices([network, inProcess], path);
  assert.deepEqual(
    offered.map((choice) => [choice.label, choice.description, choice.locations.length]),
    [
      ['2 uses over the network', 'a.ts, b.ts', 2],
      ['1 use in-process', 'c.ts', 1],
      ['all 3 uses', 'a.ts, b.ts, and 1 more', 3],
    ],
  );
  assert.deepEqual(
    choices([network], path).map((choice) => choice.label),
    ['2 uses over the network'],
  );
  assert.deepEqual(choices([], path), []);
});

test('each step of a way tells its layer, its door and who imports it', () => {
  const way: Way = {
    environment: 'client',
    text: '',
    chain: [
      { uri: 'app/page.tsx', layer: 'rsc', door: null, from: at('app/page.tsx', 0) },
      { uri: 'components/card.tsx', layer: 'client', door: 'client', from: at('app/page.tsx', 2) },
      { uri: 'lib/money.ts', layer: 'client', door: null, from: at('components/card.tsx', 4) },
    ],
  };
  assert.deepEqual(
    wayLines(way, (uri) => uri).map((line) => [line.label, line.description, line.detail]),
    [
      ['$(home) app/page.tsx', 'rsc', 'entry point'],
      ['$(arrow-swap) components/card.tsx', "client · door: 'use client'", 'imported by app/page.tsx:3'],
      ['$(arrow-right) lib/money.ts', 'client', 'imported by components/card.tsx:5'],
    ],
  );
});

test('a line of the server’s log keeps its level; what has none is trouble', () => {
  assert.deepEqual(levelOf('2026-01-31 12:00:00,000 INFO 4 modules'), { level: 'info', text: '4 modules' });
  assert.deepEqual(levelOf('2026-01-31 12:00:00,000 WARNING no checker'), {
    level: 'warn',
    text: 'no checker',
  });
  assert.deepEqual(levelOf('2026-01-31 12:00:00,000 CRITICAL gone'), { level: 'error', text: 'gone' });
  assert.deepEqual(levelOf('Segmentation fault'), { level: 'error', text: 'Segmentation fault' });
});

test('the last line says what went wrong', () => {
  assert.equal(lastLine('reading\nboundary: no such file\n\n'), 'boundary: no such file');
  assert.equal(lastLine(''), '');
});
