/** `np.histogram` of an array. */
import type { Item } from '../dtype/items/read';
import { optionsOf } from '../layout/arguments';
import { asArray } from '../ndarray/create/array';
import type { Nested } from '../casting/nested';
import type { NDArray } from '../ndarray/ndarray';
import { ravel } from '../ndarray/views/views';
import type { Bins } from './binEdges';
import { counterOf, type Histogram } from './histogramBins';
import { max, min } from './reduce';

/** Counts the items in each bin. Counts and edges are NumPy's, bit for bit. Source: `numpy.histogram`. */
export function histogram(values: NDArray | Nested, options?: Bins): Histogram {
  const given = optionsOf(options, ['bins', 'range']);
  const x = ravel(asArray(values));
  const counter = counterOf(x.dtype, given, () =>
    x.size === 0 ? undefined : [min(x) as Item, max(x) as Item],
  );
  counter.add(floatsOf(x) ?? Array.from(x.flat, Number));
  return counter.result();
}

/** The items as a typed array where they are native, contiguous floats; else undefined. */
function floatsOf({
  buffer,
  byteOffset,
  size,
  dtype,
  strides,
}: NDArray): Float64Array | Float32Array | undefined {
  const { format, itemsize, byteOrder } = dtype;
  if (byteOrder === '>' || byteOffset % itemsize !== 0 || strides[0] !== itemsize) return undefined;
  if (format === 'float64') return new Float64Array(buffer, byteOffset, size);
  return format === 'float32' ? new Float32Array(buffer, byteOffset, size) : undefined;
}
