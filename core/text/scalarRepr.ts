/**
 * NumPy's scalars as text: `np.float64(1.5)`; floats in a chosen form.
 * Spec: `genint_type_repr` and its kin in scalartypes.c.src, `format_float_positional` in `_core/arrayprint.py`.
 */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import { isExtendedFormat } from '../dtype/formats';
import { isInvalidExtended, readExtendedBits } from '../dtype/items/extended';
import { dtypeText } from '../dtype/print';
import { codesAt, numberReader } from '../dtype/items/read';
import { codesRepr } from '../dtype/repr';
import { array } from '../ndarray/create/array';
import { NDArray } from '../ndarray/ndarray';
import type { Nested } from '../casting/nested';
import { type Float, floatOf, type FloatOptions, positional, scientific, specialText } from './floatLayout';
import { extendedFloat } from './floatText';
import { formatItem } from './item';
import { withOptions } from './printOptions';
import { recordText } from './record';

const scalar = (value: NDArray | Nested): NDArray => (value instanceof NDArray ? value : array(value));

/** `str` of a NumPy scalar, here a 0-d array. */
export function scalarStr(value: NDArray | Nested): string {
  const { dtype, buffer, byteOffset } = scalar(value);
  const view = new DataView(buffer);
  return dtype.fields
    ? recordText(dtype, view, byteOffset, withOptions({}))
    : formatItem(dtype, view, byteOffset);
}

/** `repr` of a NumPy scalar, here a 0-d array: `np.float64(1.5)`, `np.True_`. */
export function scalarRepr(value: NDArray | Nested): string {
  const x = scalar(value);
  const { dtype } = x;
  const text = scalarStr(x);
  switch (dtype.kind) {
    case 'b':
      return `np.${text}_`;
    case 'S':
      return `np.bytes_(${text})`;
    case 'U':
      return `np.str_(${codesRepr(codesAt(new DataView(x.buffer), x.byteOffset, dtype))})`;
    case 'M':
      return `np.datetime64('${text}'${isTold(dtype, text) ? unitSuffix(dtype) || ",'generic'" : ''})`;
    case 'm':
      return `np.timedelta64(${text === 'NaT' ? "'NaT'" : ticksOf(x)}${unitSuffix(dtype)})`;
    case 'V':
      return dtype.fields ? `np.void(${text}, dtype=${dtypeText(dtype)})` : `np.void(${text})`;
    case 'f':
    case 'c':
      return floatRepr(dtype, text.replace(/^\((.*)\)$/, '$1'));
    default:
      return `np.${dtype.name}(${text})`;
  }
}

/** A long double has more digits than a Python float, so NumPy quotes them. */
const floatRepr = ({ format, name }: DType, text: string): string =>
  isExtendedFormat(format) ? `np.${format}('${text}')` : `np.${name}(${text})`;

/** Whether the text of a datetime does not tell its unit. */
const isTold = ({ unit }: DType, text: string): boolean =>
  text === 'NaT' || unit!.count !== 1 || unit!.name === 'h';

const ticksOf = ({ buffer, byteOffset, dtype }: NDArray): bigint =>
  new DataView(buffer).getBigInt64(byteOffset, dtype.byteOrder !== '>');

function unitSuffix({ unit }: DType): string {
  if (!unit || unit.name === 'generic') return '';
  return `,'${unit.count === 1 ? '' : unit.count}${unit.name}'`;
}

/** As the arguments of `numpy.format_float_positional`; lengths in characters. */
export interface FloatFormatOptions {
  /** Digits behind the point, at most. */
  readonly precision?: number | null;
  /** As few digits as tell the number from its neighbours; else those of its exact value. true by default. */
  readonly unique?: boolean;
  /** Digits count from the point; else from the first that is not 0. true by default. */
  readonly fractional?: boolean;
  /** Characters taken off the end: none (`k`), zeros (`.`), all but one zero (`0`), the point too (`-`). */
  readonly trim?: FloatOptions['trim'];
  /** Whether a plus is written. */
  readonly sign?: boolean;
  /** Characters before the point, at least. */
  readonly padLeft?: number | null;
  /** Characters behind the point, at least. */
  readonly padRight?: number | null;
  /** Digits of the exponent, at least. */
  readonly expDigits?: number | null;
  /** Digits behind the point, at least. */
  readonly minDigits?: number | null;
}

function floatIn(value: NDArray | number): Float {
  const x = value instanceof NDArray ? value : array(value, { dtype: 'float64' });
  const view = new DataView(x.buffer);
  const { format } = x.dtype;
  if (format === 'longdouble') {
    const bits = readExtendedBits(view, x.byteOffset, x.dtype.byteOrder !== '>');
    return isInvalidExtended(bits) ? { ...extendedFloat(bits), class: 'nan' } : extendedFloat(bits);
  }
  const own = format === 'float16' || format === 'float32' ? format : 'float64';
  const number = numberReader(x.dtype)?.(view, x.byteOffset) ?? Number(scalarStr(x));
  return floatOf(number, own);
}

/** `precision` and the like as given; `ValueError` where one is negative. */
function digitsOf(options: FloatFormatOptions): FloatOptions {
  const { precision, unique = true, trim = 'k', sign = false, minDigits } = options;
  for (const [name, value] of [
    ['precision', precision],
    ['pad_left', options.padLeft],
    ['pad_right', options.padRight],
    ['exp_digits', options.expDigits],
    ['min_digits', minDigits],
  ] as const) {
    if (typeof value === 'number' && value < 0) throw wrong(`${name} must be >= 0`);
  }
  const most = precision ?? undefined;
  if (minDigits && most && minDigits > most)
    throw wrong('min_digits must be less than or equal to precision');
  return {
    trim,
    precision: most,
    minDigits: unique ? (minDigits ?? undefined) : most,
    isExact: !unique,
    isTotal: options.fractional === false,
    hasPlus: sign,
    padLeft: options.padLeft ?? 0,
    padRight: options.padRight ?? 0,
    exponentDigits: options.expDigits ?? 2,
  };
}

const wrong = (message: string): InspectorError =>
  new InspectorError('invalid-input', message, {
    numpyName: 'ValueError',
    action: 'Give another number of digits.',
  });

/** `np.format_float_positional(x)`: `1234.5`. */
export function formatFloatPositional(x: NDArray | number, options: FloatFormatOptions = {}): string {
  const digits = digitsOf(options);
  if (options.fractional === false && options.precision === 0) {
    throw wrong('precision must be greater than 0 if fractional=False');
  }
  const float = floatIn(x);
  return float.class === 'finite' ? positional(float, digits) : special(float, digits);
}

/** `np.format_float_scientific(x)`: `1.2345e+03`. */
export function formatFloatScientific(x: NDArray | number, options: FloatFormatOptions = {}): string {
  const digits = digitsOf(options);
  const float = floatIn(x);
  return float.class === 'finite' ? scientific(float, digits) : special(float, digits);
}

/** NaN has no sign. */
const special = (float: Float, { hasPlus }: FloatOptions): string =>
  specialText(float, hasPlus && float.class !== 'nan');
