#!/usr/bin/env node
/**
 * `npm test`: lint, types, build, every test, sizes. Installs what is missing first. The output ends with what was
 * tried again, what failed, and the line `N passed, N failed, N skipped`; the exit code is non-zero when anything failed.
 *
 *   node test/rig/test.mjs [part …] [--host=desktop|web] [-- mocha's own arguments]
 */
import { ensureDependencies } from './dependencies.mjs';
import { Unavailable, say } from './processes.mjs';
import { parseArguments } from './arguments.mjs';

async function runParts({ parts: wanted, host, rest }) {
  // Imported late: these import packages, which `ensureDependencies` installs.
  const { parts, stages } = await import('./parts.mjs');
  const { add, nothing } = await import('./mocha.mjs');
  const { runLanes, runPart } = await import('./lanes.mjs');
  const unknown = wanted.filter(name => !(name in parts));
  if (unknown.length > 0)
    throw new Unavailable(
      `No part is called ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}.`,
    );
  const isChosen = name => wanted.length === 0 || wanted.includes(name);
  let total = nothing;
  for (const lanes of stages) {
    const chosen = lanes.map(lane => lane.filter(isChosen)).filter(lane => lane.length > 0);
    const results =
      chosen.length > 1
        ? await runLanes(chosen, { host, rest })
        : await runInTurn(chosen.flat(), name => runPart(name, parts[name], { host, rest }));
    total = results.reduce(add, total);
  }
  return total;
}

async function runInTurn(names, runOne) {
  const results = [];
  for (const name of names) results.push(await runOne(name));
  return results;
}

function failure(error) {
  say(error instanceof Unavailable ? error.message : (error.stack ?? String(error)));
  return { passed: 0, failed: 1, skipped: 0, failures: [], retried: [] };
}

async function main() {
  const options = parseArguments(process.argv.slice(2));
  await ensureDependencies();
  return runParts(options);
}

const total = await main().catch(failure);
if (total.retried.length > 0) say(`\nFailed, and was tried again:\n${total.retried.join('\n')}`);
if (total.failures.length > 0) say(`\nWhat failed:\n${total.failures.join('\n')}`);
say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);
