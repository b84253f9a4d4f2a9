/** Runs the compiled tests of one area in a process of mocha's own, and counts them. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { rig, root } from './paths.mjs';
import { tool } from './processes.mjs';

/** The compiled form of every `*.test.ts` under `test/<area>`: what is only left over in `out/` does not run. */
export function compiledTests(area) {
  const folder = join(root, 'test', area);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter(name => name.endsWith('.test.ts'))
    .sort()
    .map(name => join(root, 'out', 'test', area, name.replace(/\.ts$/, '.js')));
}

/**
 * What a run of tests came to. `start(env)` starts it and resolves to its exit code; a run that says it failed, or
 * ended without counting, counts as one failure more.
 */
export async function counted(start) {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-counts-'));
  const file = join(folder, 'counts');
  try {
    const code = await start({ NDARRAY_COUNTS: file });
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
    const total = lines.map(line => JSON.parse(line)).reduce(add, nothing);
    const unsaid = code !== 0 && total.failed === 0;
    const silent = code === 0 && lines.length === 0;
    if (!unsaid && !silent) return total;
    const why = `the run ended with code ${code}, and counted no failure of a test`;
    return add(total, { passed: 0, failed: 1, skipped: 0, failures: [why], retried: [] });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const nothing = { passed: 0, failed: 0, skipped: 0, failures: [], retried: [] };

export function add(a, b) {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    failures: [...a.failures, ...b.failures],
    retried: [...a.retried, ...b.retried],
  };
}

/** Runs the tests of `test/<area>` with mocha; `args` are mocha's own, such as `--grep`. */
export async function runMocha(area, { env = {}, args = [], timeoutMs } = {}) {
  const files = compiledTests(area).map(file => relative(root, file));
  if (files.length === 0) return nothing;
  const reporter = join(rig, 'counts.cjs');
  return counted(async more => {
    const { code } = await tool('mocha', ['--reporter', reporter, ...args, ...files], {
      env: { ...env, ...more },
      timeoutMs,
    });
    return code;
  });
}
