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

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(0)} s`;
}

async function runParts({ parts: wanted, host, rest }) {
  // Imported late: what the parts are made of is there only once the packages are.
  const { parts } = await import('./parts.mjs');
  const { add, nothing } = await import('./mocha.mjs');
  const unknown = wanted.filter(name => !(name in parts));
  if (unknown.length > 0)
    throw new Unavailable(
      `No part is called ${unknown.join(', ')}: there are ${Object.keys(parts).join(', ')}.`,
    );
  const chosen = Object.entries(parts).filter(([name]) => wanted.length === 0 || wanted.includes(name));
  const started = chosen.map(([name, part]) => [name, part.start?.() ?? part]);
  let total = nothing;
  for (const [name, runPart] of started) {
    const since = Date.now();
    say(`\n── ${name} ──`);
    const result = await runPart({ host, mochaArguments: rest }).catch(failure);
    say(
      `── ${name}: ${result.passed} passed, ${result.failed} failed, ${result.skipped} skipped, ${seconds(since)}`,
    );
    total = add(total, { ...result, failures: named(name, result), retried: of(name, result.retried) });
  }
  return total;
}

/** What failed in a part, a line each; the part itself where it has no tests to name. */
function named(part, { failed, failures = [] }) {
  if (failed > 0 && failures.length === 0) return [`${part}: failed`];
  return of(part, failures);
}

const of = (part, lines = []) => lines.map(line => `${part}: ${line}`);

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
