/**
 * Typed numbers as stored: bools, integers, floats and complex numbers of every format and byte order.
 * Invariant: what is stored is what `np.array(value, dtype)` stores. Floats are read as Python reads them, as a double,
 * and rounded to the narrower format from there (for bfloat16 by way of float32, as ml_dtypes does); a longdouble is
 * rounded once, from the text.
 */
import type { DType } from '../dtype';
import { extendedBitsOf, EXTENDED_BIAS, extendedValue, writeExtendedBits } from './extended';
import { FORMATS, type NumericFormat, type NumPyFloat, partFormat, type SmallFloat } from '../formats';
import { doubleOf, isExactly, parseReal, type Real, roundedTo, integerOf } from './real';
import { isSmallFloat, smallFloatDecoder, smallFloatEncoder } from './smallFloat';
import { quoted, refused } from './writeError';

/** Stores what was typed at `byteOffset` of the view; whether that is it exactly. */
export type TextWriter = (text: string, view: DataView, byteOffset: number) => boolean;
type RealWriter = (real: Real, view: DataView, byteOffset: number) => boolean;

const BOOLS: Readonly<Record<string, number>> = { true: 1, false: 0, True: 1, False: 0, '1': 1, '0': 0 };

const writeBool: TextWriter = (text, view, at) => {
  const word = text.trim();
  if (!Object.hasOwn(BOOLS, word)) {
    throw refused(`invalid literal for bool: ${quoted(word)}`, 'Write True or False.');
  }
  view.setUint8(at, BOOLS[word]);
  return true;
};

function parseInteger(text: string): bigint {
  const real = parseReal(text);
  const whole = real && integerOf(real);
  if (whole !== undefined) return whole;
  const action = 'Write a whole number: 42, -7, 0x2a, 0b101010, 1_000.';
  if (real?.class === 'nan') throw refused('cannot convert float NaN to integer', action);
  if (real?.class === 'infinite') {
    throw refused('cannot convert float infinity to integer', action, 'OverflowError');
  }
  throw refused(`invalid literal for int() with base 10: ${quoted(text)}`, action);
}

/** Whether NumPy gets as far as comparing `value` with the dtype's bounds: it goes by way of a C long. */
const fitsLong = (value: bigint, { kind, itemsize }: DType): boolean =>
  BigInt.asIntN(64, value) === value ||
  (kind === 'u' && itemsize >= 4 && BigInt.asUintN(64, value) === value);

const integerWriter =
  (dtype: DType): TextWriter =>
  (text, view, at) => {
    const { itemsize, kind, byteOrder, name } = dtype;
    const value = parseInteger(text.trim());
    const bits = BigInt(itemsize * 8);
    const [least, end] = kind === 'u' ? [0n, 1n << bits] : [-(1n << (bits - 1n)), 1n << (bits - 1n)];
    if (value < least || value >= end) {
      const message = fitsLong(value, dtype)
        ? `Python integer ${value} out of bounds for ${name}`
        : 'Python int too large to convert to C long';
      throw refused(message, `Write a number from ${least} to ${end - 1n}.`, 'OverflowError');
    }
    for (let k = 0; k < itemsize; k++) {
      const place = byteOrder === '>' ? itemsize - 1 - k : k;
      view.setUint8(at + place, Number((value >> BigInt(8 * k)) & 0xffn));
    }
    return true;
  };

function smallWriter(format: SmallFloat, little: boolean): RealWriter {
  const encode = smallFloatEncoder(format);
  const decode = smallFloatDecoder(format);
  const hasTwoBytes = FORMATS[format].itemsize === 2;
  return (real, view, at) => {
    const bits = encode(doubleOf(real), real.isNegative);
    if (hasTwoBytes) view.setUint16(at, bits, little);
    else view.setUint8(at, bits);
    return isExactly(real, decode(bits));
  };
}

const extendedWriter =
  (little: boolean): RealWriter =>
  (real, view, at) => {
    const bits = extendedBitsOf(roundedTo(real, 64, 1 - EXTENDED_BIAS));
    writeExtendedBits(view, at, bits, little);
    return isExactly(real, extendedValue(bits));
  };

/** NaNs are stored by their bits: the sign of a NaN does not survive being a number everywhere. */
const singleWriter =
  (little: boolean): RealWriter =>
  (real, view, at) => {
    const value = Math.fround(doubleOf(real));
    if (real.class === 'nan') view.setUint32(at, real.isNegative ? 0xffc00000 : 0x7fc00000, little);
    else view.setFloat32(at, value, little);
    return isExactly(real, value);
  };

const doubleWriter =
  (little: boolean): RealWriter =>
  (real, view, at) => {
    const value = doubleOf(real);
    if (real.class === 'nan')
      view.setBigUint64(at, real.isNegative ? 0xfff8n << 48n : 0x7ff8n << 48n, little);
    else view.setFloat64(at, value, little);
    return isExactly(real, value);
  };

const WRITERS: Readonly<Record<Exclude<NumPyFloat, SmallFloat>, (little: boolean) => RealWriter>> = {
  float32: singleWriter,
  float64: doubleWriter,
  longdouble: extendedWriter,
};

const realWriter = (format: NumericFormat, little: boolean): RealWriter =>
  isSmallFloat(format) ? smallWriter(format, little) : WRITERS[format as keyof typeof WRITERS](little);

function floatWriter(write: RealWriter): TextWriter {
  return (text, view, at) => {
    const real = parseReal(text.trim());
    if (!real) {
      throw refused(
        `could not convert string to float: ${quoted(text.trim())}`,
        'Write a number: 0.5, -1e-3, inf, nan.',
      );
    }
    return write(real, view, at);
  };
}

const ZERO: Real = { class: 'finite', isNegative: false, digits: 0n, exponent: 0 };
/** A sign that is neither the first character nor an exponent's. */
const INNER_SIGN = /(?<=[^eE])[-+]/g;

/** The parts of `1+2j`, `(1 + 2j)`, `2j`, `1`; as Python's `complex(text)`. */
function parseComplex(text: string): readonly [Real, Real] | undefined {
  const inside = /^\((.*)\)$/.exec(text)?.[1] ?? text;
  const joined = inside.trim().replace(/\s+([-+])\s+/, '$1');
  if (!/j$/i.test(joined)) {
    const re = parseReal(joined);
    return re && [re, ZERO];
  }
  const body = joined.slice(0, -1);
  const split = [...body.matchAll(INNER_SIGN)].at(-1)?.index ?? 0;
  const second = body.slice(split);
  const re = split === 0 ? ZERO : parseReal(body.slice(0, split));
  const im = parseReal(/^[-+]?$/.test(second) ? `${second}1` : second);
  return re && im && [re, im];
}

function complexWriter(write: RealWriter, partSize: number): TextWriter {
  return (text, view, at) => {
    const parts = parseComplex(text.trim());
    if (!parts) {
      throw refused('complex() arg is a malformed string', 'Write a complex number: 1+2j, (1-0.5j), 2j.');
    }
    const exact = parts.map((part, k) => write(part, view, at + k * partSize));
    return exact.every(Boolean);
  };
}

/** A writer of the numbers of `dtype`, which has a `format`. */
export function numberWriter(dtype: DType, format: NumericFormat): TextWriter {
  const little = dtype.byteOrder !== '>';
  if (format === 'bool') return writeBool;
  if (dtype.kind === 'i' || dtype.kind === 'u') return integerWriter(dtype);
  const write = realWriter(partFormat(format), little);
  return dtype.kind === 'c' ? complexWriter(write, dtype.itemsize / 2) : floatWriter(write);
}
