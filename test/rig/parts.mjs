/** What `npm test` is made of, in order. Each part resolves to its counts, and can be run alone. */
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

/** Runs from the start, beside the parts before it, on a core that they leave idle; what it says is shown at its turn. */
function beside(name) {
  const running = npm(['run', '--silent', name], { quiet: true });
  return async () => {
    const { code, output } = await running;
    if (output.trim() !== '') say(output.trimEnd());
    return one(code === 0);
  };
}

/** Type errors are the part `check`'s to tell: here the tests only have to be compiled. */
async function compile() {
  await tool('tsc', ['-b'], { quiet: true });
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
 * `NDARRAY_ORACLE_ROUNDS` times, with other random cases from the second time on: seeds that follow `NDARRAY_ORACLE_SEED`, or
 * 1, 2, … The first has that seed, or each test's own.
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
  // A window that a loaded machine starves is given a second chance; one that is wrong fails twice.
  // Two windows at a time: most of a test is waiting for one to draw.
  const twoAtATime = ['--parallel', '--jobs', '2', '--retries', '1'];
  return runMocha('ui', { env, args: [...twoAtATime, ...args], timeoutMs: 60 * minutes });
}

/** In the order in which they are run. A part that has a `start` is begun before the first. */
export const parts = {
  check: () => script('check'),
  build: async () => one(await ensureBuild()),
  unit,
  lint: { start: () => beside('lint') },
  oracle,
  adapters,
  host,
  packaged,
  ui,
  sizes: () => script('sizes'),
};
