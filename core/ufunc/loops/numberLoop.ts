/**
 * Loops over doubles, which hold bool, integers of up to 32 bits, and floats.
 * Invariant: results are rounded to the loop's dtype, or wrapped around in it, before they are cast to the output's.
 */
import type { DType } from '../../dtype/dtype';
import { numericDType } from '../../dtype/make';
import { roundHalf } from '../../dtype/items/half';
import { conversionOf } from '../../casting/conversion';
import { loadLoop } from '../../casting/numberBlocks';
import type { NDArray } from '../../ndarray/ndarray';
import type { BinaryUfunc, NumberBlock, NumberKind, Ufunc } from '../ufunc';
import { type Compute, type Move, numberScratch, numberStore, type Plan } from './plan';

const FLOAT64 = numericDType('float64');

/** The properties of the loop's dtype that operations may depend on. */
export const numberKindOf = ({ kind, format, itemsize }: DType): NumberKind => ({
  kind: kind as NumberKind['kind'],
  bits: itemsize * 8,
  round: format === 'float32' || format === 'float16' ? Math.fround : value => value,
});

/** The block loop of a ufunc for a dtype; undefined where it is computed item by item. */
export function numberBlockOf(
  { numberBlocks }: BinaryUfunc,
  { kind, bits }: NumberKind,
): NumberBlock | undefined {
  if (kind === 'b') return numberBlocks?.bool;
  if (kind !== 'f') return numberBlocks?.integer;
  return bits === 16 ? numberBlocks?.half : numberBlocks?.float;
}

/** Plans a loop over doubles. */
export function numberPlan(ufunc: Ufunc, loop: DType, inputs: readonly NDArray[], out: NDArray): Plan {
  const [x1, x2, to] = numberScratch;
  const kind = numberKindOf(loop);
  const operation =
    ufunc.nin === 1 ? unaryCompute(ufunc.number!, kind, x1, to) : binaryCompute(ufunc, kind, [x1, x2], to);
  const finish = finishOf(loop, out, to);
  const compute = (count: number): void => {
    operation(count);
    finish?.(count);
  };
  const loads = inputs.map((x, k) => loadOf(x, numberScratch[k]));
  return { loads, compute, store: numberStore(out, loop, to) };
}

function unaryCompute(
  operation: (a: number, kind: NumberKind) => number,
  kind: NumberKind,
  x: Float64Array,
  to: Float64Array,
): Compute {
  return count => {
    for (let k = 0; k < count; k++) to[k] = operation(x[k], kind);
  };
}

function binaryCompute(
  ufunc: BinaryUfunc,
  kind: NumberKind,
  [x1, x2]: readonly Float64Array[],
  to: Float64Array,
): Compute {
  const operation = ufunc.number!;
  const block = numberBlockOf(ufunc, kind);
  const check = kind.kind === 'f' ? undefined : ufunc.checkIntegers;
  return count => {
    check?.(x2, count);
    if (block) block(x1, x2, to, count);
    else for (let k = 0; k < count; k++) to[k] = operation(x1[k], x2[k], kind);
  };
}

/** Returns a move from an array to a scratch array of doubles. */
function loadOf(x: NDArray, into: Float64Array): Move {
  const load = loadLoop(x.dtype.format!);
  const isLittle = x.dtype.byteOrder !== '>';
  const view = new DataView(x.buffer);
  if (load) return (at, step, count) => load(view, at, step, count, into, isLittle);
  const convert = conversionOf(into.buffer, FLOAT64, x.buffer, x.dtype);
  return (at, step, count) => convert(0, 8, at, step, count);
}

/** Rounds results to the loop's float, or wraps them around in its integer; undefined where the store does. */
function finishOf(loop: DType, out: NDArray, to: Float64Array): Compute | undefined {
  if (out.dtype.kind === 'b') return undefined;
  if (loop.format === 'float16') {
    return count => {
      for (let k = 0; k < count; k++) to[k] = roundHalf(Math.fround(to[k]));
    };
  }
  if (loop.format === 'float32' && out.dtype.format !== 'float32') {
    return count => {
      for (let k = 0; k < count; k++) to[k] = Math.fround(to[k]);
    };
  }
  if (loop.kind === 'f' || out.dtype.format === loop.format) return undefined;
  const wrap = wrapOf(loop);
  return count => {
    for (let k = 0; k < count; k++) to[k] = wrap(to[k]);
  };
}

function wrapOf({ kind, itemsize }: DType): (value: number) => number {
  const shift = 32 - 8 * itemsize;
  return kind === 'i' ? value => (value << shift) >> shift : value => (value << shift) >>> shift;
}
