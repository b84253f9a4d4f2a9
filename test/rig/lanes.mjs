/** Runs the parts of `npm test`, one in this process or several lanes of them side by side. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { rig } from './paths.mjs';
import { run, say, Unavailable } from './processes.mjs';
import { ensurePython } from './python.mjs';

/**
 * Runs a part in this process, between a line that opens it and one with its counts. With `NDARRAY_RESULT` in the environment,
 * also writes its counts into the file of that name, as JSON.
 */
export async function runPart(name, part, { host, rest }) {
  const since = Date.now();
  say(`\n── ${name} ──`);
  const result = await part({ host, mochaArguments: rest }).catch(failure);
  const { passed, failed, skipped } = result;
  const seconds = ((Date.now() - since) / 1000).toFixed(0);
  say(`── ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds} s`);
  const whole = { ...result, failures: failuresOf(name, result), retried: prefixed(name, result.retried) };
  if (process.env.NDARRAY_RESULT) writeFileSync(process.env.NDARRAY_RESULT, JSON.stringify(whole));
  return whole;
}

/** A line for each failed test of a part; for a part without tests, its name. */
function failuresOf(name, { failed, failures = [] }) {
  if (failed > 0 && failures.length === 0) return [`${name}: failed`];
  return prefixed(name, failures);
}

const prefixed = (name, lines = []) => lines.map(line => `${name}: ${line}`);

function failure(error) {
  say(error instanceof Unavailable ? error.message : (error.stack ?? String(error)));
  return { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Runs lanes of parts side by side, each part in a process of its own, whose output is shown once it has ended. The tests must
 * have been compiled. On one core the lanes follow one another.
 */
export async function runLanes(lanes, options) {
  // Installed once, before several parts want it.
  const python = (await ensurePython()) ?? 'no-python';
  const runLane = async names => {
    const results = [];
    for (const name of names) results.push(await runApart(name, { ...options, python }));
    return results;
  };
  if (availableParallelism() < 2) return runLane(lanes.flat());
  return (await Promise.all(lanes.map(runLane))).flat();
}

async function runApart(name, { host, rest, python }) {
  const folder = mkdtempSync(join(tmpdir(), 'ndarray-part-'));
  const file = join(folder, 'result.json');
  const args = [join(rig, 'test.mjs'), name, ...(host ? [`--host=${host}`] : []), '--', ...rest];
  const env = { NDARRAY_COMPILED: '1', NDARRAY_RESULT: file, NDARRAY_TEST_PYTHON: python };
  try {
    const { code, output } = await run(process.execPath, args, { env, quiet: true });
    // The last lines repeat the counts of the part.
    say(output.replace(/\n── (\S+: .*)\n[^]*$/, '\n── $1'));
    return (
      resultIn(file) ?? {
        passed: 0,
        failed: 1,
        skipped: 0,
        failures: [`${name}: ended with code ${code}`],
        retried: [],
      }
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function resultIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
