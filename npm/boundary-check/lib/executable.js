'use strict';

const path = require('node:path');
const { optionalDependencies } = require('../package.json');
const { fail } = require('./fail.js');

const PROGRAM = process.platform === 'win32' ? 'boundary.exe' : 'boundary';

/** The path of the program for this machine, in a package of its own. Ends the process where there is none. */
exports.executable = function executable() {
  const name = `@boundary-check/${process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(require.resolve(`${name}/package.json`)), 'boundary', PROGRAM);
  } catch {
    return fail(whyMissing(name));
  }
};

function whyMissing(name) {
  const machine = `${process.platform}-${process.arch}`;
  if (!(name in optionalDependencies)) return `there is no build for ${machine}; ${OTHERWISE}`;
  if (isMusl()) return `there is no build for ${machine} with musl, as in Alpine; ${OTHERWISE}`;
  return `${name}, the build for ${machine}, is not installed: install again on this machine, optional dependencies included`;
}

const OTHERWISE = 'with Python, `pip install boundary-lsp` gets the same program';

function isMusl() {
  return process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
}
