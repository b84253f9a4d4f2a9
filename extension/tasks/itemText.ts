/** Items as NumPy prints them, for the results of tasks. */
import * as np from '../../core/index';

/** Formats a number as an item of `dtype`; for times, `value` is the count of their units. */
export function valueText(value: number | bigint, dtype: np.DType): string {
  if (!dtype.unit) return itemTexts(np.full([], value, { dtype }))[0];
  const little = np.parseDType(dtype.str.replace('>', '<'));
  return np.formatItem(little, new DataView(BigInt64Array.of(BigInt(value)).buffer), 0);
}

/** The dtype in which items are computed: for complex numbers, that of their magnitudes. */
export const realDType = (dtype: np.DType): np.DType => np.real(np.empty([], { dtype })).dtype;

/** Formats every item, in C order. */
export function itemTexts(x: np.NDArray): string[] {
  const { buffer, byteOffset, itemsize, dtype, size } = np.ascontiguousarray(x);
  const format = np.itemFormatter(dtype);
  const view = new DataView(buffer as ArrayBuffer, byteOffset);
  return Array.from({ length: size }, (_, k) => format(view, k * itemsize));
}

/** Formats item number `k` in C order. */
export function itemText(x: np.NDArray, k: number): string {
  const offset = x.layout.byteOffset(np.unravelIndex(k, x.shape));
  return np.formatItem(x.dtype, new DataView(x.buffer), offset);
}
