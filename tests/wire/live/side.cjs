// What both sides of React's wire share: a bundler that is not there, React's packages of one installed folder, files.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const FUNCTION = 'module#act';
const COMPONENT = 'component#Button';

globalThis.__webpack_require__ = (id) => (id === 'module' ? { act: async () => {} } : { Button: () => null });
globalThis.__webpack_require__.u = (chunk) => chunk;
globalThis.__webpack_chunk_load__ = async () => {};
globalThis.__webpack_get_script_filename__ = (chunk) => chunk;
console.error = console.warn = () => {};
process.on('unhandledRejection', () => {});

/** `[one, two] = argumentsOf()`: what the command line says after the script. */
const argumentsOf = () => process.argv.slice(2);

/** A function that requires packages of that folder. */
const packagesOf = (folder) => createRequire(path.resolve(folder, 'index.js'));

/** What was given on the standard input. */
const given = () => JSON.parse(fs.readFileSync(0, 'utf8'));

/** Prints the answer and ends, whatever is still open. */
function answer(data) {
  fs.writeSync(1, JSON.stringify(data));
  process.exit(0);
}

/** The same as `values`, each through `step`; at the same time, because some never answer. */
async function eachOf(values, step) {
  const steps = Object.entries(values).map(async ([name, value]) => [name, await step(value, name)]);
  return Object.fromEntries(await Promise.all(steps));
}

module.exports = { FUNCTION, COMPONENT, argumentsOf, packagesOf, given, answer, eachOf };
