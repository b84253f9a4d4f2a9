/**
 * The storage formats of numbers: what NumPy has on x86-64 Linux, and the narrow floats of ml_dtypes.
 * Invariant: one row a format; every other table of formats is derived from `FORMATS`.
 * Spec: https://numpy.org/doc/stable/reference/arrays.scalars.html, https://github.com/jax-ml/ml_dtypes
 */
import type { DTypeKind } from './kind';

interface FormatRow {
  readonly kind: DTypeKind;
  readonly itemsize: number;
  readonly alignment: number;
  /** `np.dtype.name`, where it is not the format's own name. */
  readonly name?: string;
  /** `np.dtype.str` without the byte order, where it is not kind and size. */
  readonly str?: string;
}

const row = (kind: DTypeKind, itemsize: number, alignment = itemsize): FormatRow => ({
  kind,
  itemsize,
  alignment,
});
/** A type of ml_dtypes: to NumPy it is a void of its size. */
const custom = (itemsize: number, str = `V${itemsize}`): FormatRow => ({ ...row('f', itemsize), str });

export type NumericFormat =
  | 'bool'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint8'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'float16'
  | 'float32'
  | 'float64'
  | 'longdouble'
  | 'complex64'
  | 'complex128'
  | 'clongdouble'
  | CustomFormat;

/** Of ml_dtypes. */
type CustomFormat =
  | 'bfloat16'
  | 'float8_e3m4'
  | 'float8_e4m3'
  | 'float8_e4m3b11fnuz'
  | 'float8_e4m3fn'
  | 'float8_e4m3fnuz'
  | 'float8_e5m2'
  | 'float8_e5m2fnuz'
  | 'float8_e8m0fnu';

export const FORMATS: Readonly<Record<NumericFormat, FormatRow>> = {
  bool: row('b', 1),
  int8: row('i', 1),
  int16: row('i', 2),
  int32: row('i', 4),
  int64: row('i', 8),
  uint8: row('u', 1),
  uint16: row('u', 2),
  uint32: row('u', 4),
  uint64: row('u', 8),
  float16: row('f', 2),
  float32: row('f', 4),
  float64: row('f', 8),
  /** x87 80-bit extended precision in 16 bytes. */
  longdouble: { ...row('f', 16), name: 'float128' },
  complex64: row('c', 8, 4),
  complex128: row('c', 16, 8),
  clongdouble: { ...row('c', 32, 16), name: 'complex256' },
  bfloat16: custom(2),
  float8_e3m4: custom(1),
  float8_e4m3: custom(1),
  float8_e4m3b11fnuz: custom(1),
  float8_e4m3fn: custom(1),
  float8_e4m3fnuz: custom(1),
  float8_e5m2: custom(1, 'f1'),
  float8_e5m2fnuz: custom(1),
  float8_e8m0fnu: custom(1),
};

export const formatRow = (format: NumericFormat): FormatRow => FORMATS[format];

/** Whether a type of ml_dtypes: NumPy knows its name only where that package was imported. */
export const isCustomFormat = (format: NumericFormat): boolean => formatRow(format).str !== undefined;
