/**
 * Layouts against a live NumPy: thousands of random views, each compared step by step in shape, strides, data pointer
 * and flags, in the words of every error, and in which items hold a byte. `NDARRAY_ORACLE_CASES` sets how many.
 */
import assert from 'node:assert/strict';
import type { LayoutFields } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import { broadcastTo } from '../../../core/layout/broadcast';
import { isAligned, isCContiguous, isFContiguous } from '../../../core/layout/contiguity';
import { contiguousLayout, Layout, type Order } from '../../../core/layout/layout';
import { indicesOfByte } from '../../../core/layout/overlap/locate';
import { parseIndex } from '../../../core/layout/indexing/parseIndex';
import { reshape } from '../../../core/layout/reshape';
import { applyIndex } from '../../../core/layout/indexing/slice';
import { squeeze } from '../../../core/layout/squeeze';
import { swapAxes, transpose } from '../../../core/layout/transpose';
import { askNumPy, needsNumPy } from '../python';

type Operation =
  | readonly ['index', string]
  | readonly ['reshape', readonly number[], Order | 'A']
  | readonly ['transpose', readonly number[]]
  | readonly ['swapaxes', number, number]
  | readonly ['broadcast', readonly number[]]
  | readonly ['squeeze', readonly number[] | null]
  | readonly ['strided', readonly number[], readonly number[], number];

interface Facts extends LayoutFields {
  readonly flags: readonly [c: boolean, f: boolean, aligned: boolean];
}

interface Step {
  readonly do: Operation;
  readonly is?: Facts;
  readonly error?: string;
  readonly name?: string;
  readonly copy?: true;
}

interface Case {
  readonly dtype: string;
  readonly alignment: number;
  readonly address: number;
  readonly base: Facts;
  readonly steps: readonly Step[];
  readonly lookups: readonly { byte: number; count: number; indices: readonly (readonly number[])[] }[];
  readonly fresh: { order: Order; shape: readonly number[]; strides: readonly number[] };
}

const CASES = Number(process.env.NDARRAY_ORACLE_CASES ?? 6000);
const SEED = Number(process.env.NDARRAY_ORACLE_SEED ?? 20240607);

function act(layout: Layout, operation: Operation): Layout | undefined {
  switch (operation[0]) {
    case 'index':
      return applyIndex(layout, parseIndex(operation[1]));
    case 'reshape':
      return reshape(layout, operation[1], operation[2]);
    case 'transpose':
      return transpose(layout, operation[1]);
    case 'swapaxes':
      return swapAxes(layout, operation[1], operation[2]);
    case 'broadcast':
      return broadcastTo(layout, operation[1]);
    case 'squeeze':
      return squeeze(layout, operation[1] ?? undefined);
    case 'strided': {
      const [, shape, strides, offset] = operation;
      return Layout.of({ shape, strides, offset, itemsize: layout.itemsize });
    }
  }
}

/** What the core says, in the form in which NumPy said it. */
function answer(
  layout: Layout,
  operation: Operation,
  { alignment, address }: Case,
): Partial<Step> & { made?: Layout } {
  try {
    const made = act(layout, operation);
    return made ? { made, is: factsOf(made, alignment, address) } : { copy: true };
  } catch (error) {
    if (!(error instanceof InspectorError)) throw error;
    return { error: error.message, name: error.numpyName };
  }
}

function factsOf(layout: Layout, alignment: number, address: number): Facts {
  const flags = [
    isCContiguous(layout),
    isFContiguous(layout),
    isAligned(layout, alignment, address),
  ] as const;
  return { ...layout.toFields(), flags };
}

describe('layouts against NumPy', () => {
  let cases: readonly Case[] = [];

  before(async function () {
    needsNumPy(this);
    cases = await askNumPy<Case>('layout/layout_cases.py', [CASES, SEED]);
    assert.equal(cases.length, CASES);
  });

  it('agree in shape, strides, offset, flags and errors after every step', () => {
    for (const one of cases) {
      const { shape, strides, offset, itemsize } = one.base;
      let layout = Layout.of({ shape, strides, offset, itemsize });
      assert.deepEqual(factsOf(layout, one.alignment, one.address), one.base);
      for (const { do: operation, ...said } of one.steps) {
        const { made, ...got } = answer(layout, operation, one);
        const context = `${JSON.stringify(operation)} on ${JSON.stringify(layout)}`;
        assert.deepEqual(got, said, context);
        layout = made ?? layout;
      }
    }
  });

  it('agree in which items hold a byte', () => {
    let several = 0;
    for (const one of cases.filter(({ lookups }) => lookups.length > 0)) {
      const { shape, strides, offset, itemsize } = one.steps.findLast(step => step.is)?.is ?? one.base;
      const layout = Layout.of({ shape, strides, offset, itemsize });
      for (const { byte, count, indices } of one.lookups) {
        const found = indicesOfByte(layout, byte);
        assert.deepEqual(
          { ...found, byteInItem: 0 },
          { count, exact: true, indices, byteInItem: 0 },
          `${byte} of ${JSON.stringify(layout)}`,
        );
        assert.equal(found.byteInItem, count === 0 ? -1 : byte - layout.byteOffset(indices[0]));
        if (count > 1) several++;
      }
    }
    assert.ok(several > CASES / 20, `only ${several} bytes were in more than one item`);
  });

  it('agree in the strides of fresh arrays', () => {
    for (const { fresh, base } of cases) {
      assert.deepEqual(
        contiguousLayout(fresh.shape, base.itemsize, { order: fresh.order }).strides,
        fresh.strides,
      );
    }
  });
});
