import assert from 'node:assert/strict';
import { realLoop, WIDE_LOOPS, wideTest } from '../../../../core/ufunc/blockLoops';
import { BINARY, type RealKind } from '../../../../core/ufunc/realOperations';
import { WIDE_BINARY } from '../../../../core/ufunc/wideOperations';

const COUNT = 1024;
const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)];

const FLOATS = [0, -0, 1, -1, 0.5, 2 ** 31, -Infinity, Infinity, NaN, Number.MIN_VALUE, 1e308, 0.1];
const WHOLES = [0, 1, -1, 2, 7, 100, -128, 2 ** 31 - 1, -(2 ** 31), 65_537];
const KINDS: readonly RealKind[] = [
  { kind: 'f', bits: 64, round: value => value },
  { kind: 'f', bits: 32, round: Math.fround },
  { kind: 'f', bits: 16, round: Math.fround },
  { kind: 'i', bits: 32, round: value => value },
  { kind: 'u', bits: 8, round: value => value },
  { kind: 'b', bits: 8, round: value => value },
];

function itemsOf({ kind }: RealKind): Float64Array {
  const from = kind === 'f' ? FLOATS : kind === 'b' ? [0, 1] : WHOLES;
  return Float64Array.from({ length: COUNT }, () => pick(from));
}

describe('loops of the commonest functions', () => {
  it('give what the functions give item by item, for each kind of real numbers', () => {
    let told = 0;
    for (const kind of KINDS) {
      const [x, y, to] = [itemsOf(kind), itemsOf(kind), new Float64Array(COUNT)];
      for (const [name, operation] of Object.entries(BINARY)) {
        const loop = realLoop(name, kind);
        if (!loop) continue;
        told++;
        loop(x, y, to, COUNT);
        const wanted = Float64Array.from(x, (a, k) => operation(a, y[k], kind));
        assert.deepEqual(to, wanted, `${name} of ${kind.kind}${kind.bits}`);
      }
    }
    assert.ok(told > 60, `${told} loops`);
  });

  it('give modulo 2^64 what they give of bigints', () => {
    const ends = [0n, 1n, -1n, 2n ** 63n - 1n, -(2n ** 63n), 2n ** 32n, 12_345_678_901n];
    const [x, y] = [0, 1].map(() => BigInt64Array.from({ length: COUNT }, () => pick(ends)));
    const to = new BigInt64Array(COUNT);
    for (const [name, loop] of Object.entries(WIDE_LOOPS)) {
      loop!(x, y, to, COUNT);
      const wanted = BigInt64Array.from(x, (a, k) => WIDE_BINARY[name](a, y[k], { isUnsigned: false }));
      assert.deepEqual(to, wanted, name);
    }
  });

  it('compare 64-bit integers by their halves, with and without a sign', () => {
    const ends = [
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
    const [x, y] = [0, 1].map(() => BigInt64Array.from({ length: COUNT }, () => pick(ends)));
    for (const isUnsigned of [true, false]) {
      const [a, b] = [x, y].map(items => (isUnsigned ? new BigUint64Array(items.buffer) : items));
      for (const name of ['equal', 'notEqual', 'less', 'lessEqual', 'greater', 'greaterEqual']) {
        const to = new Float64Array(COUNT);
        wideTest(name, isUnsigned, x, y)(to, COUNT);
        const wanted = Float64Array.from(to, (_, k) => Number(WIDE_BINARY[name](a[k], b[k], { isUnsigned })));
        assert.deepEqual(to, wanted, `${name} ${isUnsigned ? 'unsigned' : 'signed'}`);
      }
    }
  });
});
