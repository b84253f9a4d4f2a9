/** Text as the bytes of an item. A stand-in for a few numeric dtypes: the writer proper takes its place. */
import { InspectorError } from '../errors';
import type { DType } from './dtype';

export function encodeItem(
  dtype: DType,
  text: string,
): { readonly bytes: Uint8Array; readonly exact: boolean } {
  const bytes = new Uint8Array(dtype.itemsize);
  const view = new DataView(bytes.buffer);
  const little = dtype.byteOrder !== '>';
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw refused(dtype, text);
  if (dtype.format === 'float32') view.setFloat32(0, value, little);
  else if (dtype.format === 'float64') view.setFloat64(0, value, little);
  else if (dtype.format === 'int32') view.setInt32(0, value, little);
  else if (dtype.format === 'uint8') view.setUint8(0, value);
  else throw refused(dtype, text);
  return { bytes, exact: dtype.format !== 'float32' || view.getFloat32(0, little) === value };
}

function refused(dtype: DType, text: string): InspectorError {
  return new InspectorError('invalid-input', `'${text}' is no ${dtype.name}`, { action: 'Give a number.' });
}
