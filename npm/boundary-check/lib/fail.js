'use strict';

const { writeSync } = require('node:fs');

/** One line on standard error, and the exit code of a command that could not be carried out. */
exports.fail = function fail(message) {
  writeSync(2, `boundary: ${message}\n`);
  process.exit(2);
};
