/** Items as NumPy prints them, for what a task found. */
import * as np from '../../core/index';

/** A number of `dtype`, or the count of a time's units, as NumPy prints the item. */
export function valueText(value: number | bigint, dtype: np.DType): string {
  if (!dtype.unit) return itemTexts(np.full([], value, { dtype }))[0];
  const little = np.parseDType(dtype.str.replace('>', '<'));
  return np.formatItem(little, new DataView(BigInt64Array.of(BigInt(value)).buffer), 0);
}

/** What items are computed as: complex numbers as their magnitudes. */
export const realDType = (dtype: np.DType): np.DType => np.real(np.empty([], { dtype })).dtype;

/** Every item, in C order. */
export function itemTexts(x: np.NDArray): string[] {
  const { buffer, byteOffset, itemsize, dtype, size } = np.ascontiguousarray(x);
  const format = np.itemFormatter(dtype);
  const view = new DataView(buffer as ArrayBuffer, byteOffset);
  return Array.from({ length: size }, (_, k) => format(view, k * itemsize));
}

/** Item `k` in C order, as NumPy prints it. */
export function itemText(x: np.NDArray, k: number): string {
  const offset = x.layout.byteOffset(np.unravelIndex(k, x.shape));
  return np.formatItem(x.dtype, new DataView(x.buffer), offset);
}
