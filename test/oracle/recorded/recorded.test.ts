/**
 * NumPy's own tests, replayed on the core: every call that they make of the public face, as `recorder/record.py` wrote it
 * down, with what came out. `recordings/out_of_scope.json` says what is not replayed, `recordings/failing.json` which calls are
 * known to differ: no other may fail, and of each module no more than `ALLOWED` does.
 * With NDARRAY_RECORDED_UPDATE=1 the list of the failing is written anew.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RECORDED, readRecording } from './replay/recording';
import { replay } from './replay/replay';
import { isOutOfScope } from './replay/scope';

const MODULES = [
  'test_mem_overlap',
  'test_indexing',
  'test_memmap',
  'test_arrayprint',
  'test_stride_tricks',
  'test_multiarray',
];
/** The share of the calls in scope that may fail. */
const ALLOWED = 0.03;
/** The share of the calls of a module that may be out of scope. */
const OUT_OF_SCOPE = 0.15;

/** For each module, for each reason, the numbers of the calls: `3 7-9`. */
type Failing = Record<string, Record<string, string>>;

const path = resolve(RECORDED, 'failing.json');
const known = (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}) as Failing;
const found: Failing = {};

/** Ascending numbers as text: runs by their ends. */
function rangesText(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(' ');
}

function numbersOf(ranges: string): number[] {
  return ranges.split(' ').flatMap(range => {
    const [first, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, k) => first + k);
  });
}

function summary(reasons: Readonly<Record<string, number[]>>, limit: number): string {
  const rows = Object.entries(reasons).sort(([, a], [, b]) => b.length - a.length);
  return rows
    .slice(0, limit)
    .map(([reason, numbers]) => `      ${numbers.length} × ${reason} (${numbers[0]})`)
    .join('\n');
}

describe("NumPy's own tests, replayed", () => {
  for (const name of MODULES) {
    it(`does what NumPy does in ${name}`, async function () {
      this.timeout(60_000);
      const recording = readRecording(name);
      const reasons: Record<string, number[]> = {};
      let skipped = 0;
      for (const [number, call] of recording.cases.entries()) {
        if (isOutOfScope(recording, call)) {
          skipped++;
          continue;
        }
        const reason = await replay(recording, call);
        if (reason !== undefined) (reasons[reason] ??= []).push(number);
      }
      found[name] = Object.fromEntries(
        Object.entries(reasons).map(([reason, numbers]) => [reason, rangesText(numbers)]),
      );
      const failed = Object.values(reasons).flat();
      const replayed = recording.cases.length - skipped;
      const out = recording.calls - recording.in_scope;
      console.log(
        `    ${name}: ${recording.calls} calls, ${recording.in_scope} in scope, ${out} out of scope; ` +
          `${recording.cases.length} different ones: ${replayed - failed.length} passed, ${failed.length} failed, ` +
          `${skipped} left out`,
      );
      if (process.env.NDARRAY_RECORDED_UPDATE) console.log(summary(reasons, 25));
      assert.ok(out <= recording.calls * OUT_OF_SCOPE, `${out} of ${recording.calls} calls are out of scope`);
      assert.ok(skipped <= recording.cases.length * OUT_OF_SCOPE, `${skipped} are left out`);
      assert.ok(failed.length <= replayed * ALLOWED, summary(reasons, 10));
      if (process.env.NDARRAY_RECORDED_UPDATE) return;
      const expected = new Set(Object.values(known[name] ?? {}).flatMap(numbersOf));
      const fresh = Object.entries(reasons).flatMap(([reason, numbers]) =>
        numbers
          .filter(number => !expected.has(number))
          .map(
            number => `${recording.cases[number].at} ${recording.cases[number].op}: ${reason} (${number})`,
          ),
      );
      assert.deepEqual(fresh, []);
    });
  }

  after(() => {
    if (process.env.NDARRAY_RECORDED_UPDATE) writeFileSync(path, `${JSON.stringify(found, null, 2)}\n`);
  });
});
