/**
 * Runs inside the extension host in place of the tests, then runs them: sends what they print to the file that the
 * launcher reads, because the browser mixes it with VS Code's own log.
 */
const fs = require('node:fs');
const util = require('node:util');

const file = fs.openSync(process.env.NDARRAY_HOST_OUTPUT, 'a');
/** VS Code's own optional native modules, which the web host does without. */
const noise = /Could not locate the bindings file|build\/Release\/(watchdog|vscode-sqlite3)/;

function print(...values) {
  if (values.some(value => noise.test(value?.message ?? value))) return;
  fs.writeSync(file, `${util.format(...values)}\n`);
}

for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
  // VS Code's own property ignores assignment.
  Object.defineProperty(console, name, { configurable: true, value: print });
}
for (const name of ['stdout', 'stderr']) {
  process[name].write = (data, encoding, callback) => {
    fs.writeSync(file, data);
    (typeof encoding === 'function' ? encoding : callback)?.();
    return true;
  };
}

exports.run = async () => {
  try {
    await require(process.env.NDARRAY_HOST_TESTS).run();
  } catch (error) {
    print(error?.stack ?? error);
    throw error;
  }
};
