/** The parts of `npm test`. Each resolves to its counts, and can be run alone. */
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { add, nothing, runMocha } from './mocha.mjs';
import { npm, say, tool } from './processes.mjs';
import { ensurePython } from './python.mjs';
import { ensureWebHost } from './webhost.mjs';
import { runHostTests, runPackagedTests } from './hosttests.mjs';

const minutes = 60_000;

/** A step that has no tests of its own counts as one. */
function one(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

const script = async name => one((await npm(['run', '--silent', name])).code === 0);

/** Compiles the tests, unless a run of several parts has done so. The part `check` reports type errors. */
async function compile() {
  if (!process.env.NDARRAY_COMPILED) await tool('tsc', ['-b'], { quiet: true });
}

async function withPython() {
  const python = await ensurePython();
  // Without one, the tests that ask for it skip themselves.
  return { NDARRAY_TEST_PYTHON: python ?? 'no-python' };
}

async function unit({ mochaArguments: args }) {
  await compile();
  return runMocha('unit', { args, timeoutMs: 10 * minutes });
}

/**
 * Runs the oracle tests `NDARRAY_ORACLE_ROUNDS` times. The first round has the seed `NDARRAY_ORACLE_SEED`, or each test's own;
 * the rounds after it have the seeds that follow, from 1 where none is set.
 */
async function oracle({ mochaArguments: args }) {
  await compile();
  const python = await withPython();
  const { NDARRAY_ORACLE_SEED: given, NDARRAY_ORACLE_ROUNDS: rounds = 1 } = process.env;
  let total = nothing;
  for (let round = 0; round < Number(rounds); round++) {
    const seed = round === 0 ? given : String(Number(given ?? 0) + round);
    const env = seed === undefined ? python : { ...python, NDARRAY_ORACLE_SEED: seed };
    if (rounds > 1) say(`\n── oracle, round ${round + 1} of ${rounds}, seed ${seed ?? 'of each test'} ──`);
    const result = await runMocha('oracle', { env, args, timeoutMs: 10 * minutes });
    total = add(total, { ...result, failures: result.failures.map(line => withSeed(line, seed)) });
  }
  return total;
}

const withSeed = (line, seed) => (seed === undefined ? line : `${line} (NDARRAY_ORACLE_SEED=${seed})`);

/** js-debug comes with the web host; lldb-dap and a system's older Python are used where they are installed. */
async function adapters({ mochaArguments: args }) {
  await compile();
  const { vscode } = await ensureWebHost();
  const env = {
    ...(await withPython()),
    NDARRAY_TEST_JS_DEBUG: join(vscode, 'extensions', 'ms-vscode.js-debug'),
    NDARRAY_OLD_PYTHON: process.env.NDARRAY_OLD_PYTHON ?? '/usr/bin/python3',
  };
  return runMocha('adapters', { env, args, timeoutMs: 10 * minutes });
}

async function host({ host: forced, mochaArguments: args }) {
  await compile();
  if (!(await ensureBuild())) return one(false);
  return runHostTests({ forced, args, env: await withPython() });
}

async function packaged({ host: forced }) {
  await compile();
  return runPackagedTests({ forced, env: await withPython() });
}

async function ui({ mochaArguments: args }) {
  await compile();
  if (!(await ensureBuild())) return one(false);
  await ensureWebHost();
  const env = { ...(await withPython()), NDARRAY_CHROMIUM: await ensureChromium() };
  // Two windows at a time: most of a test is waiting for one to draw. A test that fails is tried once more, since a loaded
  // machine may be too slow for it.
  const twoAtATime = ['--parallel', '--jobs', '2', '--retries', '1'];
  return runMocha('ui', { env, args: [...twoAtATime, ...args], timeoutMs: 60 * minutes });
}

export const parts = {
  check: () => script('check'),
  lint: () => script('lint'),
  unit,
  oracle,
  build: async () => one(await ensureBuild()),
  host,
  packaged,
  adapters,
  ui,
  sizes: () => script('sizes'),
};

/**
 * The order of the parts: the stages one after another; in a stage, its lanes side by side, each part of a lane after the one
 * before it. Computing is in one lane, waiting for VS Code and for debuggers mostly in the other. `check` comes first because it
 * compiles the tests.
 */
export const stages = [
  [['check']],
  [
    ['unit', 'oracle', 'lint'],
    ['build', 'host', 'packaged', 'adapters'],
  ],
  [['ui']],
  [['sizes']],
];
