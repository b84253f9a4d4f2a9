/**
 * Conversion between numbers of up to 64 bits per part, as C converts them on x86-64. Integers wrap around.
 * Floats are truncated to 32 or 64 bits first; out of range, they become the smallest integer of that width.
 * Follows the loops of NumPy's lowlevel_strided_loops.c.src as compiled for that processor.
 */
import type { DType } from '../dtype/dtype';
import { isExtendedFormat, partFormat } from '../dtype/formats';
import { BLOCK, block, loadLoop, loadWide, storeLoop, storeWide } from './numberBlocks';
import type { Conversion } from './types';

const TWO_32 = 2 ** 32;
const TWO_63 = 2 ** 63;

/** The contents of a block after reading: integers, floats, or 64-bit integers as two halves. */
type Class = 'integer' | 'float' | 'wide' | 'complex';

function classOf({ kind, itemsize }: DType): Class {
  if (kind === 'c') return 'complex';
  if (kind === 'f') return 'float';
  return itemsize === 8 ? 'wide' : 'integer';
}

const isLittle = ({ byteOrder }: DType): boolean => byteOrder !== '>';

/** Whether `numberConversion` supports the format. */
export const isBlockNumber = ({ format }: DType): boolean =>
  format !== undefined && !isExtendedFormat(format);

type Step = (count: number) => void;

/** Truncates floats to integers of 32 bits. */
function truncate(count: number): void {
  const { re } = block;
  for (let k = 0; k < count; k++) {
    const value = re[k];
    re[k] = value >= -2147483648 && value < 2147483648 ? Math.trunc(value) : -2147483648;
  }
}

/** Truncates floats to integers of 64 bits, of which the low 32 are kept. */
function truncateUint32(count: number): void {
  const { re } = block;
  for (let k = 0; k < count; k++) {
    const value = re[k];
    re[k] = Math.abs(value) < TWO_63 ? Math.trunc(value) : 0;
  }
}

function integerToWide(count: number): void {
  const { re, low, high } = block;
  for (let k = 0; k < count; k++) {
    low[k] = re[k];
    high[k] = re[k] < 0 ? -1 : 0;
  }
}

function floatToWide(isUnsigned: boolean): Step {
  const { re, low, high } = block;
  return count => {
    for (let k = 0; k < count; k++) {
      const value = re[k];
      const isUpper = isUnsigned && value >= TWO_63;
      const inRange = isUpper ? value < 2 * TWO_63 : Math.abs(value) < TWO_63;
      const integer = inRange ? Math.trunc(value) : isUpper ? 0 : -TWO_63;
      low[k] = integer;
      high[k] = Math.floor(integer / TWO_32);
    }
  };
}

/**
 * Rounds once to a double. For narrower floats, the bits past a double's precision are combined into one
 * first, so that they affect rounding.
 */
function wideToFloat(isUnsigned: boolean, isNarrow: boolean): Step {
  const { re, low, high } = block;
  return count => {
    for (let k = 0; k < count; k++) {
      const upper = isUnsigned ? high[k] >>> 0 : high[k];
      const isLong = isNarrow && (upper >= 2 ** 21 || upper < -(2 ** 21));
      const lower = isLong ? (low[k] & 0xfffff800) | ((low[k] & 0x7ff) === 0 ? 0 : 0x800) : low[k];
      re[k] = upper * TWO_32 + (lower >>> 0);
    }
  };
}

function wideToInteger(count: number): void {
  const { re, low } = block;
  for (let k = 0; k < count; k++) re[k] = low[k];
}

function wideToBool(count: number): void {
  const { re, low, high } = block;
  for (let k = 0; k < count; k++) re[k] = low[k] | high[k];
}

function complexToBool(count: number): void {
  const { re, im } = block;
  for (let k = 0; k < count; k++) if (re[k] === 0) re[k] = im[k];
}

/** Returns the step between reading and storing, or undefined if there is none. */
function stepOf(from: DType, to: DType): Step | undefined {
  const source = classOf(from);
  if (to.kind === 'b') {
    if (source === 'wide') return wideToBool;
    return source === 'complex' ? complexToBool : undefined;
  }
  const isFloat = source === 'float' || source === 'complex';
  switch (classOf(to)) {
    case 'wide':
      if (source === 'wide') return undefined;
      return isFloat ? floatToWide(to.kind === 'u') : integerToWide;
    case 'integer':
      if (source === 'wide') return wideToInteger;
      if (!isFloat) return undefined;
      return to.format === 'uint32' ? truncateUint32 : truncate;
    default:
      return source === 'wide'
        ? wideToFloat(from.kind === 'u', partFormat(to.format!) !== 'float64')
        : undefined;
  }
}

type Mover = (view: DataView, at: number, step: number, count: number) => void;

function loadOf(from: DType, withImaginary: boolean): Mover {
  const little = isLittle(from);
  if (classOf(from) === 'wide') return (view, at, step, count) => loadWide(view, at, step, count, little);
  const load = loadLoop(partFormat(from.format!))!;
  if (from.kind !== 'c' || !withImaginary) {
    return (view, at, step, count) => load(view, at, step, count, block.re, little);
  }
  const half = from.itemsize / 2;
  return (view, at, step, count) => {
    load(view, at, step, count, block.re, little);
    load(view, at + half, step, count, block.im, little);
  };
}

function storeOf(to: DType, isFromComplex: boolean): Mover {
  const little = isLittle(to);
  if (classOf(to) === 'wide') return (view, at, step, count) => storeWide(view, at, step, count, little);
  const store = storeLoop(partFormat(to.format!))!;
  if (to.kind !== 'c') return (view, at, step, count) => store(view, at, step, count, block.re, little);
  const half = to.itemsize / 2;
  return (view, at, step, count) => {
    if (!isFromComplex) block.im.fill(0, 0, count);
    store(view, at, step, count, block.re, little);
    store(view, at + half, step, count, block.im, little);
  };
}

/** Returns the loop from `from` to `to`. `isBlockNumber` must hold for both. */
export function numberConversion(
  into: ArrayBufferLike,
  to: DType,
  bytes: ArrayBufferLike,
  from: DType,
): Conversion {
  const [target, source] = [new DataView(into), new DataView(bytes)];
  const isComplex = from.kind === 'c' && (to.kind === 'c' || to.kind === 'b');
  const load = loadOf(from, isComplex);
  const store = storeOf(to, isComplex);
  const change = stepOf(from, to);
  return (at, step, source0, sourceStep, count) => {
    for (let done = 0; done < count; done += BLOCK) {
      const length = Math.min(BLOCK, count - done);
      load(source, source0 + done * sourceStep, sourceStep, length);
      change?.(length);
      store(target, at + done * step, step, length);
    }
  };
}
