#!/usr/bin/env node
/**
 * `npm run bench`: every measurement of `test/bench`, one after another, each a program of its own that prints a
 * table (`<name>.bench.ts`). Names after the command choose: `node test/rig/bench.mjs open`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArguments } from './arguments.mjs';
import { ensureCompiled } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureWebHostAndBrowser } from './host.mjs';
import { root } from './paths.mjs';
import { Unavailable, run, say } from './processes.mjs';
import { ensurePython } from './python.mjs';

const suffix = '.bench.ts';

function benches() {
  const folder = join(root, 'test', 'bench');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter(name => name.endsWith(suffix)).map(name => name.slice(0, -suffix.length));
}

function chosen(wanted) {
  const unknown = wanted.filter(name => !benches().includes(name));
  if (unknown.length > 0)
    throw new Unavailable(
      `No bench is called ${unknown.join(', ')}: there are ${benches().join(', ') || 'none'}.`,
    );
  return wanted.length > 0 ? wanted : benches();
}

async function main() {
  const { parts, rest } = parseArguments(process.argv.slice(2));
  const names = chosen(parts);
  await ensureDependencies();
  await ensureCompiled();
  const { chromium } = await ensureWebHostAndBrowser();
  const env = { NDARRAY_CHROMIUM: chromium, NDARRAY_TEST_PYTHON: (await ensurePython()) ?? 'no-python' };
  let failed = false;
  for (const name of names) {
    say(`\n── ${name} ──`);
    const program = join(root, 'out', 'test', 'bench', `${name}.bench.js`);
    const { code } = await run(process.execPath, ['--expose-gc', program, ...rest], { env });
    failed ||= code !== 0;
  }
  return failed ? 1 : 0;
}

process.exit(
  await main().catch(error => {
    say(error instanceof Unavailable ? error.message : error.stack);
    return 1;
  }),
);
