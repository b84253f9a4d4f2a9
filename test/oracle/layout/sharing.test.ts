/**
 * Shared memory against a live NumPy: random pairs of views of one buffer, by their bounds and exactly.
 * `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import type { LayoutFields } from '../../../core/bytes';
import { Layout } from '../../../core/layout/layout';
import { mayShareMemory, type Placed, sharesMemory } from '../../../core/layout/overlap/sharing';
import { askNumPy, needsNumPy } from '../python';

interface Case {
  readonly address: number;
  readonly a: LayoutFields;
  readonly b: LayoutFields;
  readonly shares: boolean;
  readonly may: boolean;
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 6000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20240607);

describe('shared memory against NumPy', () => {
  it('agrees by the bounds and exactly', async function () {
    needsNumPy(this);
    const cases = await askNumPy<Case>('layout/sharing.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
    let interleaved = 0;
    for (const one of cases) {
      const place = (fields: LayoutFields): Placed => ({
        layout: Layout.of(fields),
        address: BigInt(one.address),
      });
      const [a, b] = [place(one.a), place(one.b)];
      const context = JSON.stringify(one);
      assert.equal(mayShareMemory(a, b), one.may, context);
      assert.equal(sharesMemory(a, b), one.shares, context);
      assert.equal(mayShareMemory(a, b, { maxWork: -1 }), one.shares, context);
      if (one.may && !one.shares) interleaved++;
    }
    assert.ok(interleaved > CASES / 20, `only ${interleaved} pairs interleave without sharing`);
  });
});
