/** Names of dtypes in NumPy's messages. Spec: `_core/_dtype.py`, `numpy.dtypes`. */
import type { DType } from './dtype';
import { FORMATS, isCustomFormat } from './formats';
import { dtypeText } from './print';

const CLASSES: Readonly<Record<string, string | undefined>> = {
  S: 'BytesDType',
  U: 'StrDType',
  V: 'VoidDType',
  M: 'DateTime64DType',
  m: 'TimeDelta64DType',
};

/** `<class 'numpy.dtypes.Float32DType'>`. */
export function dtypeClass({ kind, name, format }: DType): string {
  const numeric = name.replace(/^u?[a-z]/, head => head.toUpperCase());
  const known = format ? FORMATS[format].className : CLASSES[kind];
  return `<class 'numpy.dtypes.${known ?? `${numeric.replace(/^UInt|^Uint/, 'UInt')}DType`}'>`;
}

/** `dtype('float32')`, `dtype('<M8[s]')`, `dtype([('x', '<f4')])`. */
export function dtypeRepr(dtype: DType): string {
  const { kind, fields, subarray, format, byteOrder, name, str } = dtype;
  if (fields || subarray || (format && isCustomFormat(format))) return `dtype(${dtypeText(dtype)})`;
  const isPlainNumber = 'biufc'.includes(kind) && byteOrder !== '>';
  return `dtype('${isPlainNumber ? name : str.replace('|', '')}')`;
}
