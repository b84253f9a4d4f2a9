/**
 * The dtype that two dtypes have in common. Invariant: both cast to it, and it is in native byte order.
 * Follows NumPy's common_dtype.c, dtypemeta.c and `_core/_internal.py`; NEP 50 for values of JavaScript.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.promote_types.html
 */
import { InspectorError } from '../errors';
import { roomOf } from '../dtype/codes';
import { type DType, sameDType } from '../dtype/dtype';
import { isCustomFormat, type NumericFormat } from '../dtype/formats';
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

/** `dtype` in native byte order, its fields too, laid out as NumPy lays out new structs. */
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

/** As `np.promote_types`. `DTypePromotionError` where there is no common dtype. */
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

/** How many characters hold any item as text. */
export function textLength(dtype: DType): number {
  return isText(dtype) ? roomOf(dtype) : numberTextLength(dtype);
}

const FLOATS: readonly NumericFormat[] = ['float16', 'float32', 'float64', 'longdouble'];
const COMPLEX: readonly NumericFormat[] = ['complex64', 'complex64', 'complex128', 'clongdouble'];
const INTEGERS = /^(u?)int(\d+)$/;

/** The least float that holds every item of the format as NumPy sees it, as a place in `FLOATS`. */
function floatRank(format: NumericFormat): number {
  const rank = Math.max(FLOATS.indexOf(format), COMPLEX.lastIndexOf(format));
  if (rank >= 0) return rank;
  const bits = format === 'bool' ? 8 : Number(INTEGERS.exec(format)![2]);
  return Math.min(2, Math.log2(bits) - 3);
}

/** The common format of two numeric ones that NumPy has. */
export function promoteFormats(a: NumericFormat, b: NumericFormat): NumericFormat {
  if (a === b || b === 'bool') return a;
  if (a === 'bool') return b;
  const [one, two] = [INTEGERS.exec(a), INTEGERS.exec(b)];
  if (!one || !two) {
    const isComplex = COMPLEX.includes(a) || COMPLEX.includes(b);
    return (isComplex ? COMPLEX : FLOATS)[Math.max(floatRank(a), floatRank(b))];
  }
  const [x, y] = [Number(one[2]), Number(two[2])];
  if (one[1] === two[1]) return x > y ? a : b;
  const [signed, unsigned] = one[1] === '' ? [x, y] : [y, x];
  if (signed > unsigned) return `int${signed}` as NumericFormat;
  return unsigned === 64 ? 'float64' : (`int${2 * unsigned}` as NumericFormat);
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
