/**
 * What tasks write and say of files against a live NumPy: copies in either order and as another dtype, tables, what a cast
 * loses, what differs. `NDARRAY_ORACLE_CASES` sets how many, `NDARRAY_ORACLE_SEED` which.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LayoutFields } from '../../../core/bytes';
import type { Tolerance } from '../../../extension/tasks/compare/compare';
import type { ArrayCopy } from '../../../extension/tasks/write/copyArray';
import type { ArrayPlace } from '../../../extension/tasks/task';
import { tasks } from '../../../extension/tasks/tasks';
import { temporaryFolder } from '../folder';
import { askNumPy, needsNumPy } from '../python';

interface Place {
  readonly path: string;
  readonly dtype: string;
  readonly layout: LayoutFields;
  /** Byte offsets, and bytes in base64. */
  readonly unsaved: readonly (readonly [number, string])[];
}

type Found = readonly [count: number, first: readonly number[] | null, largest?: number | null];

type Case =
  | {
      readonly task: 'copyArray';
      readonly place: Place;
      readonly asked: Partial<ArrayCopy>;
      readonly found: string;
    }
  | { readonly task: 'exportCsv'; readonly place: Place; readonly found: readonly (readonly string[])[] }
  | { readonly task: 'castLosses'; readonly place: Place; readonly dtype: string; readonly found: Found }
  | {
      readonly task: 'compare';
      readonly a: Place;
      readonly b: Place;
      readonly tolerance: Tolerance;
      readonly found: Found;
    };

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 600);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20261127);
const context = { signal: new AbortController().signal, onProgress: () => undefined };

const placed = ({ unsaved, ...place }: Place): ArrayPlace => ({
  ...place,
  unsaved: unsaved.map(([byteOffset, text]) => ({ byteOffset, bytes: Buffer.from(text, 'base64') })),
});

/** What the task makes, as `found` tells it. */
async function made(one: Case, path: string): Promise<unknown> {
  const target = { path, mayReplace: true };
  switch (one.task) {
    case 'copyArray':
      await tasks.copyArray({ place: placed(one.place), target, isNpy: false, ...one.asked }, context);
      return (await readFile(path)).toString('base64');
    case 'exportCsv':
      await tasks.exportCsv({ place: placed(one.place), target }, context);
      return rowsOf(await readFile(path, 'utf8'));
    case 'castLosses': {
      const { losses } = await tasks.castLosses({ place: placed(one.place), dtype: one.dtype }, context);
      return [
        losses.reduce((sum, { count }) => sum + count, 0),
        earliest(losses.map(loss => loss.firstIndex)),
      ];
    }
    case 'compare': {
      const { a, b, tolerance } = one;
      const found = await tasks.compare({ a: placed(a), b: placed(b), tolerance }, context);
      const [, , largest] = one.found;
      return [found.differing, found.first?.index ?? null, nearly(found.maxAbs ?? null, largest)];
    }
  }
}

/** What was expected, where it is that but for the rounding of a square root. */
const nearly = (found: number | null, expected: number | null | undefined): unknown =>
  found && expected && Math.abs(found - expected) < 1e-14 * expected ? expected : found;

/** In C order. */
const earliest = (places: readonly (readonly number[])[]): readonly number[] | null =>
  [...places].sort((a, b) => a.map((at, axis) => at - b[axis]).find(by => by !== 0) ?? 0).at(0) ?? null;

/** A table read by the rules of RFC 4180, with line feeds. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n)/g)) {
    row.push((quoted as string | undefined)?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe('copies, tables, losses and differences against NumPy', () => {
  const temporary = temporaryFolder();

  it('are what NumPy makes and says', async function () {
    needsNumPy(this);
    this.timeout(600_000);
    const folder = temporary();
    const cases = await askNumPy<Case>('tasks/copies.py', [folder, CASES, SEED]);
    assert.equal(cases.length, CASES);
    const wrong: string[] = [];
    for (const one of cases) {
      try {
        assert.deepEqual(await made(one, join(folder, 'made')), one.found);
      } catch (error) {
        wrong.push(`${JSON.stringify(one)}\n${(error as Error).message}`.slice(0, 1500));
      }
    }
    assert.equal(
      wrong.length,
      0,
      `${wrong.length} of ${cases.length} differ:\n${wrong.slice(0, 20).join('\n\n')}`,
    );
  });
});
