/**
 * The mocha reporter of every run: what `spec` prints, and the run's counts as one JSON line added to the file that
 * `NDARRAY_COUNTS` names, for the closing line of `npm test`. A run that crashes adds no line, and is seen by that.
 */
const fs = require('node:fs');
const mocha = require('mocha');

const { Spec } = (mocha.default ?? mocha).reporters;

module.exports = class Counts extends Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      const line = JSON.stringify({ passed: passes, failed: failures, skipped: pending });
      if (process.env.NDARRAY_COUNTS) fs.appendFileSync(process.env.NDARRAY_COUNTS, `${line}\n`);
    });
  }
};
