// What Next's compiler says about modules: a request a line on standard input, an answer a line on standard output.
//
//   node compile.cjs <folder with node_modules>
//   {"id", "path", "text", "layer", "cacheComponents", "useCache", "taint", "cacheKinds"}  ->  {"id", "report"}
//
// `report` is what it prints where it refuses the module; empty where it does not. Modules are compiled as in
// `next build`, with the transforms for directives on.

'use strict';

const readline = require('node:readline');
const path = require('node:path');

const ROOT = '/p/';

function options(request) {
  const isServer = request.layer === 'server';
  const isTypeScript = /\.tsx?$/.test(request.path);
  const useCacheEnabled = request.cacheComponents || request.useCache;
  return {
    filename: ROOT + request.path,
    appDir: `${ROOT}app`,
    isServerCompiler: isServer,
    isDevelopment: false,
    isPageFile: false,
    disableNextSsg: true,
    sourceMaps: false,
    env: { targets: { node: '20' } },
    jsc: {
      externalHelpers: false,
      parser: {
        syntax: isTypeScript ? 'typescript' : 'ecmascript',
        dynamicImport: true,
        decorators: false,
        importAssertions: true,
        [isTypeScript ? 'tsx' : 'jsx']: !request.path.endsWith('.ts'),
      },
      transform: { react: { importSource: 'react', runtime: 'automatic', throwIfNamespace: true, useBuiltins: true } },
    },
    serverComponents: {
      isReactServerLayer: isServer,
      cacheComponentsEnabled: request.cacheComponents,
      useCacheEnabled,
      taintEnabled: request.taint,
      pageExtensions: ['tsx', 'ts', 'jsx', 'js'],
    },
    serverActions: {
      isReactServerLayer: isServer,
      isDevelopment: false,
      useCacheEnabled,
      hashSalt: '',
      cacheKinds: request.cacheKinds,
    },
    preferEsm: true,
  };
}

async function report(compiler, request) {
  try {
    await compiler.transform(request.text, options(request));
    return '';
  } catch (error) {
    return String(error.message ?? error);
  }
}

async function main(folder) {
  const { loadBindings } = require(path.join(folder, 'node_modules/next/dist/build/swc'));
  const compiler = await loadBindings();
  const answers = [];
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    answers.push(report(compiler, request).then((told) => ({ id: request.id, report: told })));
  }
  for (const answer of await Promise.all(answers)) process.stdout.write(`${JSON.stringify(answer)}\n`);
}

main(process.argv[2]);
