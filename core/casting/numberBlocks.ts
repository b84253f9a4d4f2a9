/**
 * Numbers of up to 64 bits, read and stored in blocks. Any format, byte order and alignment is read into
 * doubles (64-bit integers into two halves) and stored from there.
 * Invariant: each format has a loop of its own, which keeps it fast in the JavaScript engine.
 */
import { FORMATS, type NumberFormat, type NumericFormat } from '../dtype/formats';
import { decodeHalf, doubleOfHalfNaN, halfOfDouble } from '../dtype/items/half';
import { isSmallFloat, smallFloatDecoder, smallFloatEncoder } from '../dtype/items/smallFloat';

/** The number of items in a block. */
export const BLOCK = 1024;

/** The current block of numbers, between reading and storing. Shared by all conversions. */
export const block = {
  /**
   * The values, or the real parts of complex numbers. Integers if the format is an integer of up to 32 bits.
   */
  re: new Float64Array(BLOCK),
  im: new Float64Array(BLOCK),
  /** The low and high halves of 64-bit integers. */
  low: new Uint32Array(BLOCK),
  high: new Int32Array(BLOCK),
};

/** Moves `count` items between `values` and the bytes from `at` on, `step` bytes apart. */
type Loop = (
  view: DataView,
  at: number,
  step: number,
  count: number,
  values: Float64Array,
  little: boolean,
) => void;

const LOADS: Readonly<Record<'bool' | NumberFormat, Loop>> = {
  bool(view, at, step, count, values) {
    for (let k = 0; k < count; k++, at += step) values[k] = view.getUint8(at) === 0 ? 0 : 1;
  },
  int8(view, at, step, count, values) {
    for (let k = 0; k < count; k++, at += step) values[k] = view.getInt8(at);
  },
  uint8(view, at, step, count, values) {
    for (let k = 0; k < count; k++, at += step) values[k] = view.getUint8(at);
  },
  int16(view, at, step, count, values, little) {
    for (let k = 0; k < count; k++, at += step) values[k] = view.getInt16(at, little);
  },
  uint16(view, at, step, count, values, little) {
    for (let k = 0; k < count; k++, at += step) values[k] = view.getUint16(at, little);
  },
  int32(view, at, step, count, values, little) {
    for (let k = 0; k < count; k++, at += step) values[k] = view.getInt32(at, little);
  },
  uint32(view, at, step, count, values, little) {
    for (let k = 0; k < count; k++, at += step) values[k] = view.getUint32(at, little);
  },
  float32(view, at, step, count, values, little) {
    for (let k = 0; k < count; k++, at += step) values[k] = view.getFloat32(at, little);
  },
  float64(view, at, step, count, values, little) {
    for (let k = 0; k < count; k++, at += step) values[k] = view.getFloat64(at, little);
  },
};

const storeInt8: Loop = (view, at, step, count, values) => {
  for (let k = 0; k < count; k++, at += step) view.setInt8(at, values[k]);
};
const storeInt16: Loop = (view, at, step, count, values, little) => {
  for (let k = 0; k < count; k++, at += step) view.setInt16(at, values[k], little);
};
const storeInt32: Loop = (view, at, step, count, values, little) => {
  for (let k = 0; k < count; k++, at += step) view.setInt32(at, values[k], little);
};

/** Integers are stored modulo 2^width. */
const STORES: Readonly<Record<'bool' | NumberFormat, Loop>> = {
  bool(view, at, step, count, values) {
    for (let k = 0; k < count; k++, at += step) view.setUint8(at, values[k] === 0 ? 0 : 1);
  },
  int8: storeInt8,
  uint8: storeInt8,
  int16: storeInt16,
  uint16: storeInt16,
  int32: storeInt32,
  uint32: storeInt32,
  float32(view, at, step, count, values, little) {
    for (let k = 0; k < count; k++, at += step) view.setFloat32(at, values[k], little);
  },
  float64(view, at, step, count, values, little) {
    for (let k = 0; k < count; k++, at += step) view.setFloat64(at, values[k], little);
  },
};

/** The halves of doubles, low half first. They preserve the NaNs of float16. */
const wordsOf = (values: Float64Array): Uint32Array => new Uint32Array(values.buffer);

const loadHalves: Loop = (view, at, step, count, values, little) => {
  const words = wordsOf(values);
  for (let k = 0; k < count; k++, at += step) {
    const bits = view.getUint16(at, little);
    values[k] = decodeHalf(bits);
    if ((bits & 0x7fff) <= 0x7c00) continue;
    words[2 * k] = 0;
    words[2 * k + 1] = doubleOfHalfNaN(bits);
  }
};

const storeHalves: Loop = (view, at, step, count, values, little) => {
  const words = wordsOf(values);
  for (let k = 0; k < count; k++, at += step)
    view.setUint16(at, halfOfDouble(values[k], words[2 * k + 1]), little);
};

const hasLoops = (format: NumericFormat): format is keyof typeof LOADS => format in LOADS;

function smallLoad(format: NumericFormat): Loop | undefined {
  if (!isSmallFloat(format)) return undefined;
  const decode = smallFloatDecoder(format);
  if (format === 'float16') return loadHalves;
  if (FORMATS[format].itemsize === 2)
    return (view, at, step, count, values, little) => {
      for (let k = 0; k < count; k++, at += step) values[k] = decode(view.getUint16(at, little));
    };
  return (view, at, step, count, values) => {
    for (let k = 0; k < count; k++, at += step) values[k] = decode(view.getUint8(at));
  };
}

const isNegative = (value: number): boolean => value < 0 || Object.is(value, -0);

function smallStore(format: NumericFormat): Loop | undefined {
  if (!isSmallFloat(format)) return undefined;
  const encode = smallFloatEncoder(format);
  if (format === 'float16') return storeHalves;
  if (FORMATS[format].itemsize === 2)
    return (view, at, step, count, values, little) => {
      for (let k = 0; k < count; k++, at += step)
        view.setUint16(at, encode(values[k], isNegative(values[k])), little);
    };
  return (view, at, step, count, values) => {
    for (let k = 0; k < count; k++, at += step) view.setUint8(at, encode(values[k], isNegative(values[k])));
  };
}

/** Returns the loop that reads real numbers of a format, or undefined if a double cannot hold them. */
export const loadLoop = (format: NumericFormat): Loop | undefined =>
  hasLoops(format) ? LOADS[format] : smallLoad(format);

/** Returns the loop that stores real numbers of a format, or undefined if a double cannot hold them. */
export const storeLoop = (format: NumericFormat): Loop | undefined =>
  hasLoops(format) ? STORES[format] : smallStore(format);

/** Reads 64-bit integers into the halves of `block`. */
export function loadWide(view: DataView, at: number, step: number, count: number, little: boolean): void {
  const { low, high } = block;
  const [first, second] = little ? [0, 4] : [4, 0];
  for (let k = 0; k < count; k++, at += step) {
    low[k] = view.getUint32(at + first, little);
    high[k] = view.getInt32(at + second, little);
  }
}

/** Stores the halves of `block` as 64-bit integers. */
export function storeWide(view: DataView, at: number, step: number, count: number, little: boolean): void {
  const { low, high } = block;
  const [first, second] = little ? [0, 4] : [4, 0];
  for (let k = 0; k < count; k++, at += step) {
    view.setUint32(at + first, low[k], little);
    view.setInt32(at + second, high[k], little);
  }
}
