import assert from 'node:assert/strict';
import '../../../../core/index';
import { int64Comparison } from '../../../../core/ufunc/loops/int64Loop';
import { numberBlockOf } from '../../../../core/ufunc/loops/numberLoop';
import { registeredUfuncs } from '../../../../core/ufunc/register';
import type { NumberKind } from '../../../../core/ufunc/ufunc';

const BINARY = registeredUfuncs().filter(ufunc => ufunc.nin === 2);

const COUNT = 1024;
const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)];

const FLOATS = [0, -0, 1, -1, 0.5, 2 ** 31, -Infinity, Infinity, NaN, Number.MIN_VALUE, 1e308, 0.1];
const INTEGERS = [0, 1, -1, 2, 7, 100, -128, 2 ** 31 - 1, -(2 ** 31), 65_537];
const KINDS: readonly NumberKind[] = [
  { kind: 'f', bits: 64, round: value => value },
  { kind: 'f', bits: 32, round: Math.fround },
  { kind: 'f', bits: 16, round: Math.fround },
  { kind: 'i', bits: 32, round: value => value },
  { kind: 'u', bits: 8, round: value => value },
  { kind: 'b', bits: 8, round: value => value },
];

function itemsOf({ kind }: NumberKind): Float64Array {
  const from = kind === 'f' ? FLOATS : kind === 'b' ? [0, 1] : INTEGERS;
  return Float64Array.from({ length: COUNT }, () => pick(from));
}

describe('block loops', () => {
  it('give what the operations give item by item, for each kind of numbers', () => {
    let compared = 0;
    for (const kind of KINDS) {
      const [x, y, to] = [itemsOf(kind), itemsOf(kind), new Float64Array(COUNT)];
      for (const ufunc of BINARY) {
        const block = numberBlockOf(ufunc, kind);
        if (!block) continue;
        compared++;
        block(x, y, to, COUNT);
        const expected = Float64Array.from(x, (a, k) => ufunc.number!(a, y[k], kind));
        assert.deepEqual(to, expected, `${ufunc.name} of ${kind.kind}${kind.bits}`);
      }
    }
    assert.ok(compared > 60, `${compared} loops`);
  });

  it('give what the operations give on bigints, modulo 2^64', () => {
    const limits = [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 32n, 12_345_678_901n];
    const [x, y] = [0, 1].map(() => BigInt64Array.from({ length: COUNT }, () => pick(limits)));
    const to = new BigInt64Array(COUNT);
    const withBlock = BINARY.filter(({ bigintBlock }) => bigintBlock);
    assert.ok(withBlock.length >= 3);
    for (const { name, bigint, bigintBlock } of withBlock) {
      bigintBlock!(x, y, to, COUNT);
      const expected = BigInt64Array.from(x, (a, k) => bigint!(a, y[k], { isUnsigned: false }));
      assert.deepEqual(to, expected, name);
    }
  });

  it('compare signed and unsigned 64-bit integers by their halves', () => {
    const limits = [
      0n,
      1n,
      -1n,
      2n ** 63n - 1n,
      -(2n ** 63n),
      2n ** 32n,
      2n ** 32n - 1n,
      2n ** 31n,
      -(2n ** 31n),
    ];
    const [x, y] = [0, 1].map(() => BigInt64Array.from({ length: COUNT }, () => pick(limits)));
    for (const isUnsigned of [true, false]) {
      const [a, b] = [x, y].map(items => (isUnsigned ? new BigUint64Array(items.buffer) : items));
      const comparisons = BINARY.filter(({ isComparison }) => isComparison);
      assert.equal(comparisons.length, 6);
      for (const { name, bigint, numberBlocks } of comparisons) {
        const to = new Float64Array(COUNT);
        int64Comparison(numberBlocks!.integer!, isUnsigned, x, y)(to, COUNT);
        const expected = Float64Array.from(to, (_, k) => Number(bigint!(a[k], b[k], { isUnsigned })));
        assert.deepEqual(to, expected, `${name} ${isUnsigned ? 'unsigned' : 'signed'}`);
      }
    }
  });
});
