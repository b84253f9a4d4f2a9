/**
 * The header of a .npy file, byte for byte as `np.save` writes it: version 1.0 if possible, 2.0 for long
 * headers, 3.0 for names outside latin1. Invariant: `parseNpyHeader` reads the same values back.
 * Follows `_write_array_header`, `_wrap_header` (numpy/lib/_format_impl.py) and `_array_descr`
 * (numpy/_core/_internal.py).
 */
import type { DType, Field } from '../../dtype/dtype';
import { strRepr } from '../../dtype/repr';
import { InspectorError } from '../../errors';
import { tupleRepr } from '../../layout/errors';

/** Space for the longest possible length, so that a growing file can overwrite its header. */
const GROWTH_DIGITS = 21;
const ALIGN = 64;
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const MAX_LENGTH: readonly number[] = [0, 2 ** 16 - 1, 2 ** 32 - 1, 2 ** 32 - 1];

/** Returns all bytes before the first item. */
export function npyHeader(dtype: DType, shape: readonly number[], fortranOrder: boolean): Uint8Array {
  const growing = shape.length === 0 ? undefined : shape[fortranOrder ? shape.length - 1 : 0];
  const room = growing === undefined ? 0 : Math.max(0, GROWTH_DIGITS - String(growing).length);
  const order = fortranOrder ? 'True' : 'False';
  const text =
    `{'descr': ${descrText(dtype)}, 'fortran_order': ${order}, 'shape': ${tupleRepr(shape)}, }` +
    ' '.repeat(room);
  return wrapped(text, 1) ?? wrapped(text, 2) ?? wrapped(text, 3)!;
}

/** Returns the header with its prefix, or undefined if the version cannot express it. */
function wrapped(text: string, version: 1 | 2 | 3): Uint8Array | undefined {
  const body = version === 3 ? Buffer.from(text, 'utf8') : latin1(text);
  const prefix = version === 1 ? 10 : 12;
  if (!body) return undefined;
  const length = body.length + 1;
  const padding = ALIGN - ((prefix + length) % ALIGN);
  if (length + padding > MAX_LENGTH[version]) return undefined;
  const bytes = new Uint8Array(prefix + length + padding).fill(0x20);
  bytes.set([...MAGIC, version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, length + padding, true);
  else view.setUint32(8, length + padding, true);
  bytes.set(body, prefix);
  bytes[bytes.length - 1] = 0x0a;
  return bytes;
}

function latin1(text: string): Uint8Array | undefined {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0xff) return undefined;
  return Buffer.from(text, 'latin1');
}

/** Returns `repr(dtype.descr)` for a structured dtype, else `repr(dtype.str)`. */
function descrText(dtype: DType): string {
  if (!dtype.fields) return strRepr(dtype.str);
  const parts: string[] = [];
  let end = 0;
  const pad = (to: number): void => {
    if (to > end) parts.push(`('', '|V${to - end}')`);
    end = Math.max(end, to);
  };
  for (const field of dtype.fields) {
    if (field.offset < end) throw outOfOrder();
    pad(field.offset);
    parts.push(fieldText(field));
    end += field.dtype.itemsize;
  }
  pad(dtype.itemsize);
  return `[${parts.join(', ')}]`;
}

function fieldText({ name, title, dtype }: Field): string {
  const label = title === undefined ? strRepr(name) : `(${strRepr(title)}, ${strRepr(name)})`;
  const { subarray } = dtype;
  if (!subarray) return `(${label}, ${descrText(dtype)})`;
  return `(${label}, ${descrText(subarray.base)}, ${tupleRepr(subarray.shape)})`;
}

function outOfOrder(): InspectorError {
  return new InspectorError(
    'unsupported-dtype',
    'dtype.descr is not defined for types with overlapping or out-of-order fields',
    { numpyName: 'ValueError', action: 'Save each field on its own.' },
  );
}
