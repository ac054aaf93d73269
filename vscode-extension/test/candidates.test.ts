import assert from 'node:assert/strict';
import { test } from 'node:test';
import { candidates, commandLine, type Surroundings } from '../src/server/candidates.ts';

const AROUND: Surroundings = {
  configured: '',
  folders: ['/web'],
  isTrusted: true,
  extension: '/ext',
  path: ['/usr/bin'],
  platform: 'linux',
};

const commands = (around: Partial<Surroundings>) =>
  candidates({ ...AROUND, ...around }).map((one) => [one.command, ...one.arguments].join(' '));

test('the project’s own server comes before the bundled one, and PATH comes last', () => {
  assert.deepEqual(commands({}), [
    '/web/node_modules/.bin/boundary-lsp',
    '/web/.venv/bin/boundary-lsp',
    '/ext/server/boundary serve',
    '/usr/bin/boundary-lsp',
  ]);
});

test('of several folders the first one counts', () => {
  assert.deepEqual(commands({ folders: ['/a', '/b'], path: [] }).slice(0, 2), [
    '/a/node_modules/.bin/boundary-lsp',
    '/b/node_modules/.bin/boundary-lsp',
  ]);
});

test('a path that is set is the only one', () => {
  assert.deepEqual(commands({ configured: '/opt/boundary-lsp' }), ['/opt/boundary-lsp']);
  assert.deepEqual(commands({ configured: 'tools/boundary' }), ['/web/tools/boundary serve']);
});

test('in a workspace that is not trusted nothing but the bundled server is started', () => {
  const bundled = ['/ext/server/boundary serve'];
  assert.deepEqual(commands({ isTrusted: false }), bundled);
  assert.deepEqual(commands({ isTrusted: false, configured: '/web/evil' }), bundled);
});

test('programs have other names on Windows', () => {
  const found = commands({ platform: 'win32' });
  assert.ok(found.includes('/web/node_modules/.bin/boundary-lsp.cmd'));
  assert.ok(found.includes('/web/.venv/Scripts/boundary-lsp.exe'));
  assert.ok(found.includes('/ext/server/boundary.exe serve'));
});

test('the command line tool lies beside the server', () => {
  const beside = (command: string) => commandLine({ place: '', command, arguments: [] });
  assert.equal(beside('/web/.venv/bin/boundary-lsp'), '/web/.venv/bin/boundary');
  assert.equal(beside('/web/node_modules/.bin/boundary-lsp.cmd'), '/web/node_modules/.bin/boundary.cmd');
  assert.equal(beside('/ext/server/boundary'), '/ext/server/boundary');
});
