/**
 * Dtypes as text. Invariant: `parseDType(dtypeSource(d))` equals `d`, always; `parseDType(dtypeText(d))` too, but for
 * a struct whose nested structs differ from it in alignment, which NumPy's own text does not show.
 * Spec: `_core/_dtype.py` of NumPy.
 */
import type { DType, Field } from './dtype';
import { isCustomFormat } from './formats';
import { strRepr } from './repr';

type PrintPart = (dtype: DType) => string;

const shapeText = (shape: readonly number[]): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;

/** One field's type inside a struct or subarray: `'<f4'`, `'S5'`, `'?'`, `bfloat16`. */
function scalarText(dtype: DType): string {
  const { kind, format, itemsize } = dtype;
  if (format && isCustomFormat(format)) return format;
  if (kind === 'b') return "'?'";
  const text = itemsize === 0 ? dtype.str.slice(0, -1) : dtype.str;
  return `'${text.replace('|', '')}'`;
}

const roundUp = (size: number, alignment: number): number => Math.ceil(size / alignment) * alignment;

/** Whether a list of names and formats is enough: fields in order, with no other padding than alignment asks. */
function isPacked(dtype: DType, fields: readonly Field[]): boolean {
  const place = (size: number, alignment: number) =>
    dtype.isAlignedStruct ? roundUp(size, alignment) : size;
  let end = 0;
  for (const field of fields) {
    end = place(end, field.dtype.alignment);
    if (field.offset !== end) return false;
    end += field.dtype.itemsize;
  }
  return place(end, dtype.alignment) === dtype.itemsize;
}

function fieldText({ name, title, dtype }: Field, part: PrintPart): string {
  const label = title === undefined ? strRepr(name) : `(${strRepr(title)}, ${strRepr(name)})`;
  const { subarray } = dtype;
  const type = subarray ? `${part(subarray.base)}, ${shapeText(subarray.shape)}` : part(dtype);
  return `(${label}, ${type})`;
}

function dictText(dtype: DType, fields: readonly Field[], part: PrintPart, showAligned: boolean): string {
  const list = (texts: readonly string[]) => `[${texts.join(', ')}]`;
  const entries = [
    `'names': ${list(fields.map(field => strRepr(field.name)))}`,
    `'formats': ${list(fields.map(field => part(field.dtype)))}`,
    `'offsets': ${list(fields.map(field => String(field.offset)))}`,
  ];
  if (fields.some(field => field.title !== undefined)) {
    entries.push(
      `'titles': ${list(fields.map(({ title }) => (title === undefined ? 'None' : strRepr(title))))}`,
    );
  }
  entries.push(`'itemsize': ${dtype.itemsize}`);
  if (showAligned && dtype.isAlignedStruct) entries.push("'aligned': True");
  return `{${entries.join(', ')}}`;
}

function structText(dtype: DType, fields: readonly Field[], part: PrintPart, showAligned: boolean): string {
  return !(showAligned && dtype.isAlignedStruct) && isPacked(dtype, fields)
    ? `[${fields.map(field => fieldText(field, part)).join(', ')}]`
    : dictText(dtype, fields, part, showAligned);
}

/** The text of anything but a scalar; `part` prints what is inside it. */
function compoundText(dtype: DType, part: PrintPart, showAligned: boolean): string | undefined {
  if (dtype.fields) return structText(dtype, dtype.fields, part, showAligned);
  if (!dtype.subarray) return undefined;
  return `(${part(dtype.subarray.base)}, ${shapeText(dtype.subarray.shape)})`;
}

const innerText: PrintPart = dtype => compoundText(dtype, innerText, false) ?? scalarText(dtype);

function plainText(dtype: DType): string {
  const isFlexible = dtype.kind === 'S' || dtype.kind === 'U' || dtype.kind === 'V';
  return isFlexible || dtype.byteOrder === '>' ? dtype.str : dtype.name;
}

/** NumPy's `str(dtype)`: `float32`, `>f8`, `[('x', '<f4'), ('y', '>i2', (2,))]`, … */
export const dtypeText = (dtype: DType): string => compoundText(dtype, innerText, true) ?? plainText(dtype);

/** The text of a dtype that gives the alignment of nested structs where it differs from the enclosing one's. */
function sourceText(dtype: DType, aligned: boolean): string {
  const inside = dtype.isAlignedStruct;
  const part: PrintPart = inner => sourceText(inner, dtype.fields ? inside : aligned);
  const text = compoundText(dtype, part, false);
  if (text === undefined) return scalarText(dtype);
  return !dtype.fields || inside === aligned ? text : `np.dtype(${text}${inside ? ', align=True' : ''})`;
}

/** Python source of this dtype; `parseDType` turns it into an equal dtype. */
export function dtypeSource(dtype: DType): string {
  return dtype.fields || dtype.subarray ? sourceText(dtype, false) : plainText(dtype);
}
