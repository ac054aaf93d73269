'use strict';

const { spawn } = require('node:child_process');
const { executable } = require('./executable.js');
const { fail } = require('./fail.js');

const LIFELINE = 3;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs the native program with these arguments before the user's own, on our standard streams, and ends as it ends:
 * with its exit code, or by the signal that ended it.
 */
module.exports = function launch(before) {
  const child = spawn(executable(), [...before, ...process.argv.slice(2)], {
    // The last is a pipe on which nothing is ever said: it closes when we end, even when we are killed.
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, BOUNDARY_LIFELINE: String(LIFELINE) },
  });
  child.stdio[LIFELINE]?.on('error', () => {});
  child.on('error', (error) => fail(`${child.spawnfile} cannot be run (${error.code})`));
  child.on('exit', endAs);
  for (const signal of SIGNALS) process.on(signal, () => pass(signal, child));
};

function pass(signal, child) {
  if (signal === 'SIGINT' && interruptsBoth()) return;
  child.kill(signal);
}

/** A terminal interrupts all that runs in it. `process.stdin` must not be touched: its bytes are for the program. */
function interruptsBoth() {
  return process.platform === 'win32' || require('node:tty').isatty(0);
}

function endAs(code, signal) {
  if (signal === null) process.exit(code);
  for (const handled of SIGNALS) process.removeAllListeners(handled);
  process.kill(process.pid, signal);
}
