/**
 * The common dtype of two dtypes. Invariant: both cast to it, and it is in native byte order.
 * Follows NumPy's common_dtype.c, dtypemeta.c and `_core/_internal.py`; NEP 50 for JavaScript values.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.promote_types.html
 */
import { InspectorError } from '../errors';
import { textCapacity } from '../dtype/codes';
import { type DType, sameDType } from '../dtype/dtype';
import {
  FORMAT_NAMES,
  FORMATS,
  formatOfSize,
  isCustomFormat,
  type NumericFormat,
  partFormat,
} from '../dtype/formats';
import { bytesDType, numericDType, subarrayDType, textDType, timeDType } from '../dtype/make';
import { strRepr } from '../dtype/repr';
import { packedStruct } from '../dtype/parse/struct';
import { numberTextLength } from './rules';
import { dtypeClass } from '../dtype/numpyNames';
import { commonUnit } from './promoteTime';

function promotionError(message: string): InspectorError {
  return new InspectorError('unsupported-dtype', message, {
    numpyName: 'DTypePromotionError',
    action: 'Convert one of the two with astype first.',
  });
}

const noCommon = (a: DType, b: DType): InspectorError =>
  promotionError(
    `The DTypes ${dtypeClass(a)} and ${dtypeClass(b)} do not have a common DType. ` +
      'For example they cannot be stored in a single array unless the dtype is `object`.',
  );

/** Returns `dtype` in native byte order, fields included. Structs are laid out as NumPy lays out new ones. */
export function nativeDType(dtype: DType): DType {
  const { kind, format, unit, subarray, fields, byteOrder } = dtype;
  if (subarray) return subarrayDType(nativeDType(subarray.base), subarray.shape);
  if (fields) {
    const native = fields.map(field => ({ ...field, dtype: nativeDType(field.dtype) }));
    return packedStruct(native, dtype.isAlignedStruct);
  }
  if (byteOrder !== '>') return dtype;
  if (format) return numericDType(format);
  if (unit) return timeDType(kind as 'M' | 'm', unit);
  return kind === 'U' ? textDType(dtype.itemsize / 4) : dtype;
}

/** Returns the common dtype. `DTypePromotionError` if there is none. Source: `numpy.promote_types`. */
export function promoteTypes(a: DType, b: DType): DType {
  if (a === b || (sameDType(a, b) && !a.fields)) return nativeDType(a);
  checkKnown(a, b);
  if (a.kind === 'V' || b.kind === 'V') return promoteVoids(a, b);
  if (a.format && b.format) return numericDType(promoteFormats(a.format, b.format));
  if (a.unit ?? b.unit) return promoteTimes(a, b);
  if (!isText(a) && !isText(b)) throw noCommon(a, b);
  const length = Math.max(textLength(a), textLength(b));
  return a.kind === 'U' || b.kind === 'U' ? textDType(length) : bytesDType(length);
}

function checkKnown(a: DType, b: DType): void {
  const custom = [a, b].find(({ format }) => format && isCustomFormat(format));
  if (!custom) return;
  throw new InspectorError('unsupported-dtype', `${custom.name} has no common dtype with others`, {
    numpyName: 'DTypePromotionError',
    action: 'Convert it to float32 with astype first.',
  });
}

const isText = ({ kind }: DType): boolean => kind === 'S' || kind === 'U';

/** Returns the number of characters that hold any item of `dtype` as text. */
export function textLength(dtype: DType): number {
  return isText(dtype) ? textCapacity(dtype) : numberTextLength(dtype);
}

const sizeOf = (format: NumericFormat): number => FORMATS[format].itemsize;

/** NumPy's formats of a kind, smallest first. */
const ofKind = (kind: 'f' | 'c'): readonly NumericFormat[] =>
  FORMAT_NAMES.filter(format => FORMATS[format].kind === kind && !isCustomFormat(format)).sort(
    (a, b) => sizeOf(a) - sizeOf(b),
  );

const FLOATS = ofKind('f');
/** For each of `FLOATS` the smallest complex format whose parts hold it. */
const COMPLEX = FLOATS.map(float => ofKind('c').find(format => sizeOf(partFormat(format)) >= sizeOf(float))!);
/** Integers of 32 bits or more become float64, those of 64 bits with a loss. */
const MAX_INTEGER_RANK = FLOATS.indexOf('float64');

/** The smallest float that holds every item of the format as NumPy sees it, as an index into `FLOATS`. */
function floatRank(format: NumericFormat): number {
  const rank = FLOATS.indexOf(partFormat(format));
  return rank >= 0 ? rank : Math.min(MAX_INTEGER_RANK, Math.log2(sizeOf(format)));
}

/** Returns the common format of two of NumPy's numeric formats. */
function promoteFormats(a: NumericFormat, b: NumericFormat): NumericFormat {
  if (a === b || b === 'bool') return a;
  if (a === 'bool') return b;
  const [one, two] = [FORMATS[a], FORMATS[b]];
  if (one.kind === 'c' || two.kind === 'c') return COMPLEX[Math.max(floatRank(a), floatRank(b))];
  if (one.kind === 'f' || two.kind === 'f') return FLOATS[Math.max(floatRank(a), floatRank(b))];
  if (one.kind === two.kind) return one.itemsize > two.itemsize ? a : b;
  const [signed, unsigned] = one.kind === 'i' ? [one, two] : [two, one];
  const itemsize = Math.max(signed.itemsize, 2 * unsigned.itemsize);
  return formatOfSize('i', itemsize) ?? 'float64';
}

function promoteTimes(a: DType, b: DType): DType {
  if (a.unit && b.unit) {
    const isStrict = a.kind === 'm' && b.kind === 'm';
    return timeDType(isStrict ? 'm' : 'M', commonUnit(a.unit, b.unit, isStrict));
  }
  const [time, other] = a.unit ? [a, b] : [b, a];
  const isCounted = 'bi'.includes(other.kind) || (other.kind === 'u' && other.itemsize < 8);
  if (time.kind === 'm' && isCounted) return nativeDType(time);
  throw noCommon(a, b);
}

function promoteVoids(a: DType, b: DType): DType {
  if (a.kind !== b.kind) throw noCommon(a, b);
  if (a.subarray && b.subarray) {
    const { shape } = a.subarray;
    if (shape.join() !== b.subarray.shape.join()) {
      throw promotionError('invalid type promotion with subarray datatypes (shape mismatch).');
    }
    return subarrayDType(promoteTypes(a.subarray.base, b.subarray.base), shape);
  }
  if (a.fields && b.fields) return promoteFields(a, b);
  if (a.fields ?? b.fields) throw promotionError('invalid type promotion with structured datatype(s).');
  if (a.subarray ?? b.subarray)
    throw promotionError('invalid type promotion with subarray datatypes (shape mismatch).');
  throw promotionError(
    'Invalid type promotion with void datatypes of different lengths. Use the `np.bytes_` datatype instead to pad ' +
      'the shorter value with trailing zero bytes.',
  );
}

const namesText = (dtype: DType): string => {
  const names = dtype.fields!.map(field => strRepr(field.name));
  return `(${names.join(', ')}${names.length === 1 ? ',' : ''})`;
};

function promoteFields(a: DType, b: DType): DType {
  if (namesText(a) !== namesText(b)) {
    throw promotionError(`field names \`${namesText(a)}\` and \`${namesText(b)}\` mismatch.`);
  }
  const fields = a.fields!.map((field, at) => {
    const other = b.fields![at];
    const dtype = promoteTypes(field.dtype, other.dtype);
    if (field.title !== other.title) {
      throw promotionError(`field titles of field '${field.name}' mismatch`);
    }
    return { name: field.name, title: field.title, dtype };
  });
  return packedStruct(fields, a.isAlignedStruct || b.isAlignedStruct);
}
