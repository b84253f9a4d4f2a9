/**
 * Casts from and to S, U and raw V. Text is truncated or padded with NULs to the item size. Numbers are
 * printed as Python's `str` prints them, and read as Python reads them.
 */
import { InspectorError } from '../errors';
import { codeReader, textCapacity } from '../dtype/codes';
import type { DType } from '../dtype/dtype';
import { isCustomFormat, isExtendedFormat } from '../dtype/formats';
import { plainReader } from '../dtype/items/plainNumber';
import { bytesAt, codesAt, strippedBytes } from '../dtype/items/read';
import { charOf, escapeCode } from '../dtype/repr';
import { ticksOfText } from '../dtype/items/parseTimeText';
import { integerRange, storeInteger } from '../dtype/integers';
import { encodeItem } from '../dtype/items/write';
import { checkReal, checkInteger, quoted } from '../dtype/items/writeError';
import type { Conversion } from './types';
import { itemText } from './itemText';
import { storeLoop } from './numberBlocks';

type Codes = ArrayLike<number> & Iterable<number>;
type ReadCodes = (view: DataView, at: number) => Codes;

const isText = ({ kind }: DType): boolean => kind === 'S' || kind === 'U';

/**
 * Returns the function that reads an item's characters: the bytes of S, the code points of U, or the text of
 * any other dtype.
 */
export function codesReader(from: DType): ReadCodes {
  if (from.kind === 'S') return (view, at) => strippedBytes(view, at, from.itemsize);
  if (from.kind === 'U') return (view, at) => codesAt(view, at, from);
  return (view, at) => Array.from(itemText(from, view, at), char => char.codePointAt(0)!);
}

function ascii(codes: Codes, isDecoding: boolean): void {
  for (let k = 0; k < codes.length; k++) {
    if (codes[k] < 0x80) continue;
    const what = isDecoding
      ? `decode byte 0x${codes[k].toString(16)}`
      : `encode character '${escapeCode(codes[k])}'`;
    throw new InspectorError(
      'invalid-input',
      `'ascii' codec can't ${what} in position ${k}: ordinal not in range(128)`,
      {
        numpyName: isDecoding ? 'UnicodeDecodeError' : 'UnicodeEncodeError',
        action: 'Only ASCII text can be cast between S and U.',
      },
    );
  }
}

/** Stores characters, truncated or padded with NULs to the item size. */
export function storeCodes(view: DataView, at: number, to: DType, codes: Codes): void {
  const size = to.kind === 'U' ? 4 : 1;
  for (let k = 0; k < to.itemsize / size; k++) {
    const code = k < codes.length ? codes[k] : 0;
    if (size === 1) view.setUint8(at + k, code);
    else view.setUint32(at + 4 * k, code, to.byteOrder !== '>');
  }
}

/**
 * Truncates a text as NumPy does. A datetime that does not fit raises an error. If a year fills the item
 * exactly, NumPy loses its last digit to the NUL of a C string.
 */
function fitted(codes: Codes, to: DType, from: DType): Codes {
  if (from.kind === 'm') return Array.from(codes).slice(0, SPAN_LENGTH);
  if (from.kind !== 'M') return codes;
  const room = textCapacity(to);
  if (codes.length > room) {
    throw new InspectorError(
      'invalid-input',
      `The string provided for NumPy ISO datetime formatting was too short, with length ${room}`,
      { numpyName: 'RuntimeError', action: `Give the text room for ${codes.length} characters.` },
    );
  }
  const isYear = from.unit!.name === 'Y' && codes[0] !== N;
  return isYear && codes.length === room ? Array.from(codes).slice(0, -1) : codes;
}

/** The number of characters that NumPy keeps of a timedelta's text. */
const SPAN_LENGTH = 21;

/** The first character of `NaT`. */
const N = 78;

/** Returns the loop to S or U, from any dtype that has a text. */
function toText(target: DataView, to: DType, source: DataView, from: DType): Conversion {
  const read = codesReader(from);
  const isChecked = from.kind !== to.kind;
  return (at, step, start, sourceStep, count) => {
    for (let k = 0; k < count; k++) {
      const codes = fitted(read(source, start + k * sourceStep), to, from);
      if (isChecked) ascii(codes, from.kind === 'S' && to.kind === 'U');
      storeCodes(target, at + k * step, to, codes);
    }
  };
}

/** Returns the loop from S or U to numbers and times, as Python reads them. */
function fromText(target: DataView, to: DType, source: DataView, from: DType): Conversion {
  const read = codesReader(from);
  const storePlain = plainStore(target, to, source, from);
  return (at, step, start, sourceStep, count) => {
    for (let k = 0; k < count; k++) {
      if (storePlain?.(at + k * step, start + k * sourceStep)) continue;
      const codes = Array.from(read(source, start + k * sourceStep));
      bytesAt(target, at + k * step, to.itemsize).set(encoded(to, codes.map(charOf).join(''), from));
    }
  };
}

/**
 * Returns the fast path for plain decimal numbers: a function that stores the item and returns true, or
 * returns false for any other text. Undefined if `to` has no fast path.
 */
function plainStore(
  target: DataView,
  to: DType,
  source: DataView,
  from: DType,
): ((at: number, start: number) => boolean) | undefined {
  const little = to.byteOrder !== '>';
  if (to.kind === 'b') {
    const [code, room] = [codeReader(from), textCapacity(from)];
    return (at, start) => {
      let k = 0;
      while (k < room && code(source, start, k) === 0) k++;
      target.setUint8(at, k < room ? 1 : 0);
      return true;
    };
  }
  if (!isPlain(to)) return undefined;
  const isFloat = to.kind === 'f';
  const read = plainReader(from, isFloat);
  const [least, end] = isFloat ? [-Infinity, Infinity] : integerRange(to);
  const store = storeLoop(to.format!);
  const one = new Float64Array(1);
  return (at, start) => {
    const value = read(source, start);
    if (!(value >= least && value < end)) return false;
    if (store) {
      one[0] = value;
      store(target, at, 0, 1, one, little);
    } else storeInteger(target, at, value, little);
    return true;
  };
}

/** Whether a plain number is stored from a double: NumPy's integers, and its floats of up to 64 bits. */
const isPlain = ({ kind, format }: DType): boolean =>
  format !== undefined && kind !== 'c' && !isCustomFormat(format) && !isExtendedFormat(format);

/** Reads a text as an item of `to`. Errors name the text as the NumPy scalar that it is in the array. */
function encoded(to: DType, text: string, from: DType): Uint8Array {
  if (to.unit) return ticksAsBytes(ticksOfText(text, to), to);
  try {
    if ('iu'.includes(to.kind)) checkInteger(text);
    else if (to.format) checkReal(text, to.format);
    return encodeItem(to, text).bytes;
  } catch (error) {
    const found = error instanceof InspectorError ? UNREADABLE.exec(error.message) : null;
    if (!found) throw error;
    const [, reads] = found;
    const repr = quoted(text);
    const bytes = reads.startsWith('invalid') ? `b${repr}` : `np.bytes_(b${repr})`;
    const { kind, action, numpyName } = error as InspectorError;
    const named = from.kind === 'U' ? `np.str_(${repr})` : bytes;
    throw new InspectorError(kind, `${reads}: ${named}`, { action, numpyName });
  }
}

function ticksAsBytes(ticks: bigint, { byteOrder }: DType): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigInt64(0, ticks, byteOrder !== '>');
  return new Uint8Array(view.buffer);
}

const UNREADABLE =
  /^(invalid literal for int\(\) with base 10|could not convert string to (?:float|complex)): (['"].*)$/s;

/** Returns the loop to raw V, which stores the item's bytes in native byte order. */
function toVoid(target: DataView, to: DType, source: DataView, from: DType): Conversion {
  const length = Math.min(to.itemsize, from.itemsize);
  const part = from.kind === 'U' ? 4 : from.kind === 'c' ? from.itemsize / 2 : from.itemsize;
  const item = new Uint8Array(from.itemsize);
  return (at, step, start, sourceStep, count) => {
    for (let k = 0; k < count; k++) {
      const bytes = bytesAt(target, at + k * step, to.itemsize);
      bytes.fill(0, length);
      item.set(bytesAt(source, start + k * sourceStep, from.itemsize));
      if (from.byteOrder === '>')
        for (let place = 0; place < item.length; place += part) item.subarray(place, place + part).reverse();
      bytes.set(item.subarray(0, length));
    }
  };
}

/** Returns the loop if one of the two dtypes is text or raw bytes, or undefined if no cast exists. */
export function textConversion(
  into: ArrayBufferLike,
  to: DType,
  bytes: ArrayBufferLike,
  from: DType,
): Conversion | undefined {
  const [target, source] = [new DataView(into), new DataView(bytes)];
  if (to.kind === 'V') return toVoid(target, to, source, from);
  if (isText(to) && from.kind !== 'V') return toText(target, to, source, from);
  if (isText(from)) return fromText(target, to, source, from);
  return undefined;
}
