/**
 * Casts from and to longdouble and clongdouble, one item at a time. Each item is rounded once, or truncated
 * as the x87 does.
 */
import type { DType } from '../dtype/dtype';
import {
  EXTENDED_BIAS,
  extendedBitsOf,
  type ExtendedFloat,
  writeExtendedBits,
} from '../dtype/items/extended';
import { isExtendedFormat } from '../dtype/formats';
import { numericDType } from '../dtype/make';
import { type Complex, type Item, itemReader } from '../dtype/items/read';
import type { Conversion } from './types';
import { numberConversion } from './convertNumbers';

const isExtended = ({ format }: DType): boolean => isExtendedFormat(format);
const scratch = new DataView(new ArrayBuffer(16));
const FLOAT64 = numericDType('float64');
const COMPLEX128 = numericDType('complex128');

function roundedShift(value: bigint, shift: bigint): bigint {
  const rest = BigInt.asUintN(Number(shift), value);
  const half = 1n << (shift - 1n);
  const floor = value >> shift;
  return rest > half || (rest === half && (floor & 1n) === 1n) ? floor + 1n : floor;
}

/** Returns the nearest double; ties go to even. */
export function doubleOfExtended({ class: kind, isNegative, significand, exponent }: ExtendedFloat): number {
  if (kind === 'nan') return NaN;
  const sign = isNegative ? -1 : 1;
  if (kind === 'infinite') return sign * Infinity;
  if (significand.toString(2).length + exponent <= -1021 && exponent < -1074) {
    const shift = BigInt(-1074 - exponent);
    return shift > 70n ? sign * 0 : sign * Number(roundedShift(significand, shift)) * 2 ** -1074;
  }
  const half = Math.trunc(exponent / 2);
  return sign * Number(significand) * 2 ** half * 2 ** (exponent - half);
}

/** Returns a double that rounds to the same narrower float: the bits past the 40th are combined into one. */
function narrowable(value: ExtendedFloat): number {
  const { significand, exponent } = value;
  const joined = (significand >> 24n) | (BigInt.asUintN(24, significand) === 0n ? 0n : 1n);
  return doubleOfExtended({ ...value, significand: joined, exponent: exponent + 24 });
}

/** Returns the exact extended float of a double, or of an integer of up to 64 bits. */
export function extendedOf(value: number | bigint): ExtendedFloat {
  if (typeof value === 'bigint') {
    const significand = value < 0n ? -value : value;
    return normal({ class: 'finite', isNegative: value < 0n, significand, exponent: 0 });
  }
  const isNegative = value < 0 || Object.is(value, -0);
  if (!Number.isFinite(value)) {
    return { class: Number.isNaN(value) ? 'nan' : 'infinite', isNegative, significand: 0n, exponent: 0 };
  }
  scratch.setFloat64(0, value);
  const stored = scratch.getBigUint64(0);
  const biased = Number((stored >> 52n) & 0x7ffn);
  const fraction = stored & ((1n << 52n) - 1n);
  const significand = biased === 0 ? fraction : fraction | (1n << 52n);
  return normal({ class: 'finite', isNegative, significand, exponent: Math.max(biased, 1) - 1075 });
}

/** Normalizes the significand to 64 bits, as it is stored. */
function normal(value: ExtendedFloat): ExtendedFloat {
  const { significand, exponent } = value;
  if (significand === 0n) return { ...value, exponent: 1 - EXTENDED_BIAS };
  const shift = 64 - significand.toString(2).length;
  return { ...value, significand: significand << BigInt(shift), exponent: exponent - shift };
}

/** The width of the integer that the x87 makes first, when it converts to a narrower one. */
const INTEGER_BITS: Readonly<Record<string, number>> = { i1: 16, u1: 16, i2: 16, u2: 32, i4: 32 };

function integerOf(value: ExtendedFloat, { kind, itemsize }: DType): bigint {
  const bits = BigInt(INTEGER_BITS[kind + String(itemsize)] ?? 64);
  const none = -(1n << (bits - 1n));
  const { significand, exponent, isNegative } = value;
  if (value.class !== 'finite') return kind === 'u' && itemsize === 8 && isPlusInfinity(value) ? 0n : none;
  if (exponent > 0) return kind === 'u' && itemsize === 8 && !isNegative ? 0n : none;
  const size = exponent < -70 ? 0n : significand >> BigInt(-exponent);
  const integer = isNegative ? -size : size;
  if (kind === 'u' && itemsize === 8 && integer > 0n) return integer;
  return integer >= none && integer < -none ? integer : none;
}

const isPlusInfinity = ({ class: kind, isNegative }: ExtendedFloat): boolean =>
  kind === 'infinite' && !isNegative;

type Part = number | bigint | ExtendedFloat;

const toExtended = (part: Part): ExtendedFloat => (typeof part === 'object' ? part : extendedOf(part));

/** Returns the loop from any number to longdouble or clongdouble, or from these to any number. */
export function extendedConversion(
  into: ArrayBufferLike,
  to: DType,
  bytes: ArrayBufferLike,
  from: DType,
): Conversion {
  const [target, source] = [new DataView(into), new DataView(bytes)];
  const read = itemReader(from);
  const store = isExtended(to) ? extendedStore(target, to) : numberStore(into, to);
  return (at, step, start, sourceStep, count) => {
    for (let k = 0; k < count; k++) store(at + k * step, ...partsOf(read(source, start + k * sourceStep)));
  };
}

/** Returns the real and the imaginary part. */
function partsOf(value: Item): readonly [Part, Part] {
  if (typeof value === 'boolean') return [Number(value), 0];
  if (typeof value === 'object' && 're' in value) {
    const { re, im } = value as Complex<Part>;
    return [re, im];
  }
  return [value as Part, 0];
}

type PartStore = (at: number, re: Part, im: Part) => void;

function extendedStore(view: DataView, { format, byteOrder }: DType): PartStore {
  const little = byteOrder !== '>';
  const write = (at: number, part: Part): void => {
    for (let k = 0; k < 16; k += 8) view.setBigUint64(at + k, 0n);
    writeExtendedBits(view, at, extendedBitsOf(toExtended(part)), little);
  };
  return (at, re, im) => {
    write(at, re);
    if (format === 'clongdouble') write(at + 16, im);
  };
}

function numberStore(into: ArrayBufferLike, to: DType): PartStore {
  const value = new DataView(new ArrayBuffer(16));
  const view = new DataView(into);
  if (to.kind === 'i' || to.kind === 'u') {
    const convertInteger = numberConversion(into, to, value.buffer, numericDType('int64'));
    return (at, re) => {
      value.setBigInt64(0, BigInt.asIntN(64, integerOf(toExtended(re), to)), true);
      convertInteger(at, 0, 0, 0, 1);
    };
  }
  if (to.kind === 'b') {
    const isZero = (part: Part): boolean => {
      const { class: kind, significand } = toExtended(part);
      return kind === 'finite' && significand === 0n;
    };
    return (at, re, im) => view.setUint8(at, isZero(re) && isZero(im) ? 0 : 1);
  }
  const isWide = to.format === 'float64' || to.format === 'complex128';
  const double = (part: Part): number => (isWide ? doubleOfExtended : narrowable)(toExtended(part));
  const move = numberConversion(into, to, value.buffer, to.kind === 'c' ? COMPLEX128 : FLOAT64);
  return (at, re, im) => {
    value.setFloat64(0, double(re), true);
    value.setFloat64(8, double(im), true);
    move(at, 0, 0, 0, 1);
  };
}
