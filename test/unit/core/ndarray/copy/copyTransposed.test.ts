import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDType } from '../../../../../core/dtype/parse/parse';
import { Layout } from '../../../../../core/layout/layout';
import { transpose } from '../../../../../core/layout/transpose';
import { allocate } from '../../../../../core/ndarray/allocate';
import { copyInto } from '../../../../../core/ndarray/copy/copyInto';
import { NDArray, viewOf } from '../../../../../core/ndarray/ndarray';
import { copyTransposed } from '../../../../../core/ndarray/copy/copyTransposed';

/** Lengths at which a square, or a line of the cache, ends. */
const long = fc.constantFrom(63, 64, 65, 128, 255, 256, 257, 520);
const short = fc.constantFrom(4, 7, 8, 9, 16, 17, 31, 33, 64, 65);
const dtype = fc.constantFrom('u1', '<i2', '>u2', '<f4', '>f4', '<f8', '>i8', '<c16', 'S3');

/** An array of random bytes: each pattern there is, those of NaN too. */
function random(shape: readonly number[], name: string, seed: number): NDArray {
  const x = allocate(shape, parseDType(name));
  let state = seed;
  const bytes = new Uint8Array(x.buffer);
  for (let k = 0; k < bytes.length; k++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[k] = state % 7 === 0 ? 0xff : state >>> 24;
  }
  return x;
}

/** The bytes of all items in C order, one item after the other. */
function bytesOf(x: NDArray): Buffer {
  const { shape, strides, offset, itemsize } = x.layout;
  const from = Buffer.from(x.buffer);
  const parts: Buffer[] = [];
  const visit = (axis: number, at: number): void => {
    if (axis === shape.length) parts.push(from.subarray(at, at + itemsize));
    else for (let k = 0; k < shape[axis]; k++) visit(axis + 1, at + k * strides[axis]);
  };
  visit(0, offset);
  return Buffer.concat(parts);
}

const viewed = (x: NDArray, fields: Partial<Layout>): NDArray =>
  viewOf(x, Layout.of({ ...x.layout.toFields(), ...fields }));

describe('copies along other axes', () => {
  it('store the bytes of every item, whatever the width and the lengths', () => {
    fc.assert(
      fc.property(dtype, long, short, fc.integer(), fc.boolean(), (name, rows, columns, seed, isTall) => {
        const shape = isTall ? [rows, columns] : [columns, rows];
        const source = random(shape, name, seed);
        const target = allocate(shape, source.dtype, 'F');
        copyInto(target, source);
        assert.ok(bytesOf(target).equals(bytesOf(source)));
      }),
      { numRuns: 60 },
    );
  });

  it('go through three axes in any order, and backwards', () => {
    const order = fc.constantFrom([0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]);
    fc.assert(
      fc.property(dtype, order, fc.integer(), fc.boolean(), (name, axes, seed, isBackwards) => {
        const whole = random([9, 65, 33], name, seed);
        const { strides, offset } = whole.layout;
        const turned = viewed(whole, {
          offset: offset + strides[0] * 8,
          strides: [-strides[0], strides[1], strides[2]],
        });
        const source = viewOf(whole, transpose((isBackwards ? turned : whole).layout, axes));
        const target = allocate(source.shape, source.dtype);
        copyInto(target, source);
        assert.ok(bytesOf(target).equals(bytesOf(source)));
      }),
      { numRuns: 40 },
    );
  });

  it('leave what lies between the items alone', () => {
    const source = random([100, 64], '<f8', 3);
    const wide = allocate([130, 100], source.dtype);
    new Uint8Array(wide.buffer).fill(7);
    const target = viewed(wide, { shape: [100, 64], strides: [8, 2 * 800], offset: 800 });
    copyInto(target, source);
    assert.ok(bytesOf(target).equals(bytesOf(source)));
    const other = viewed(wide, { shape: [100, 65], strides: [8, 2 * 800], offset: 0 });
    assert.ok(bytesOf(other).every(byte => byte === 7));
  });

  it('are not for little, for what is not apart, nor for one order', () => {
    const source = random([100, 64], '<f8', 4);
    assert.equal(copyTransposed(allocate([100, 64], source.dtype, 'F'), source), true);
    assert.equal(copyTransposed(allocate([100, 64], source.dtype), source), false);
    const few = random([20, 10], '<f8', 5);
    assert.equal(copyTransposed(allocate([20, 10], few.dtype, 'F'), few), false);
    // Columns that share items: the one that is written last counts.
    const line = allocate([1000], source.dtype);
    assert.equal(copyTransposed(viewed(line, { shape: [100, 64], strides: [8, 80] }), source), false);
  });
});
