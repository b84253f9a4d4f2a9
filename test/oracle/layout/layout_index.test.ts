/**
 * Index texts against Python's own parser: what is a basic index there is the same one here, what is no Python is
 * refused, and whatever else Python would evaluate is refused too. `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import { InspectorError } from '../../../core/errors';
import { parseIndex } from '../../../core/layout/indexing/parseIndex';
import type { IndexEntry } from '../../../core/layout/indexing/slice';
import { askNumPy, needsNumPy } from '../python';

type Entry = readonly [kind: string, ...values: (number | string | null)[]];

interface Case {
  readonly text: string;
  readonly key?: readonly Entry[];
  readonly error?: string;
}

function plain(entry: IndexEntry): Entry {
  if (entry.kind === 'integer') return ['integer', entry.value];
  if (entry.kind === 'field') return ['field', entry.name];
  if (entry.kind !== 'slice') return [entry.kind];
  return ['slice', entry.start ?? null, entry.stop ?? null, entry.step ?? null];
}

function parsed(text: string): readonly Entry[] | undefined {
  try {
    return parseIndex(`[${text}]`).map(plain);
  } catch (error) {
    assert.ok(error instanceof InspectorError && error.kind === 'invalid-index' && error.action, text);
    return undefined;
  }
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 12000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20240607);

describe('index texts against Python', () => {
  it('mean the same, or are refused', async function () {
    needsNumPy(this);
    const cases = await askNumPy<Case>('layout/layout_index.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
    assert.ok(cases.filter(({ key }) => key).length > CASES / 20);
    for (const { text, key, error } of cases) {
      assert.deepEqual(parsed(text), key, `[${text}] ${error ?? ''}`);
    }
  });
});
