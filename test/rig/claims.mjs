#!/usr/bin/env node
/**
 * `npm run claims`: has NumPy 2.4 evaluate the Python of every claim of `test/unit/core`, and writes the results beside each test
 * as `<test>.fixture.jsonl`. With `--check`, writes nothing and prints the claims whose fixture says something else, as JSON lines.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { compiledTests } from './mocha.mjs';
import { root } from './paths.mjs';
import { run, say, tool, Unavailable } from './processes.mjs';
import { ensurePython } from './python.mjs';

/** Has the compiled tests write their claims into `file`: they are loaded, and none is run. */
async function collect(file) {
  const files = compiledTests('unit/core').map(path => relative(root, path));
  const { code, output } = await tool('mocha', ['--dry-run', '--reporter', 'dot', ...files], {
    env: { NDARRAY_COLLECT_CLAIMS: file },
    quiet: true,
  });
  if (code !== 0) throw new Unavailable(`The claims could not be collected:\n${output}`);
}

async function main(flags) {
  if (!process.env.NDARRAY_COMPILED) await tool('tsc', ['-b'], { quiet: true });
  const python = await ensurePython();
  if (!python) throw new Unavailable('The claims need a Python with NumPy.');
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-claims-'));
  try {
    const file = join(folder, 'claims.jsonl');
    await collect(file);
    const script = join(root, 'test', 'oracle', 'claims', 'make_claims.py');
    const { code } = await run(python, [script, file, ...flags]);
    return code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2)).catch(error => {
  say(error instanceof Unavailable ? error.message : String(error.stack));
  return 1;
});
