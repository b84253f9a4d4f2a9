/** `np.histogram` of an array. */
import type { Item } from '../dtype/items/read';
import { optionsOf } from '../layout/arguments';
import { asArray } from '../ndarray/create/array';
import type { Nested } from '../casting/nested';
import type { NDArray } from '../ndarray/ndarray';
import { ravel } from '../ndarray/views/views';
import { type Bins, counterOf, type Histogram } from './histogramBins';
import { max, min } from './reduce';

/** How many items fall between each two edges: bit for bit NumPy's counts and edges. */
export function histogram(values: NDArray | Nested, options?: Bins): Histogram {
  const given = optionsOf(options, ['bins', 'range']);
  const x = ravel(asArray(values));
  const counter = counterOf(x.dtype, given, () =>
    x.size === 0 ? undefined : [min(x) as Item, max(x) as Item],
  );
  counter.add(floatsOf(x) ?? Array.from(x.flat, Number));
  return counter.result();
}

/** Native floats that follow each other, as they are. */
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
