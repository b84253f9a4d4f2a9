/**
 * The mocha reporter of every run: what `spec` prints, and the run's counts as one JSON line added to the file that
 * `NDARRAY_COUNTS` names, with what failed and what was tried again, for the closing lines of `npm test`. A run that crashes adds no line, and is
 * seen by that.
 */
const fs = require('node:fs');
const mocha = require('mocha');

const { Spec } = (mocha.default ?? mocha).reporters;

const firstLine = error => String(error?.message ?? error).split('\n', 1)[0];

module.exports = class Counts extends Spec {
  constructor(runner, options) {
    super(runner, options);
    const failures = [];
    const retried = [];
    const told = (test, error) => `${test.fullTitle()}: ${firstLine(error)}`;
    runner.on('fail', (test, error) => failures.push(told(test, error)));
    runner.on('retry', (test, error) => retried.push(told(test, error)));
    runner.once('end', () => {
      const { passes, failures: failed, pending } = this.stats;
      const line = JSON.stringify({ passed: passes, failed, skipped: pending, failures, retried });
      if (process.env.NDARRAY_COUNTS) fs.appendFileSync(process.env.NDARRAY_COUNTS, `${line}\n`);
    });
  }
};
