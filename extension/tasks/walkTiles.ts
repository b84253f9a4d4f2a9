/** Walks through memory maps of one shape together, tile by tile, in bounded memory. */
import * as np from '../../core/index';
import { isExtendedFormat } from '../../core/dtype/formats';
import type { TaskContext } from './task';

const TILE_BYTES = 4 * 1024 * 1024;

/** The same tile of each map. `start` is the index of its first item. */
export interface Tile {
  readonly start: readonly number[];
  readonly arrays: readonly np.NDArray[];
}

/** Calls `visit` with every tile. For two maps of different order, the tiles are chosen to suit both. */
export async function walkTiles(
  maps: readonly np.MemMap[],
  { signal, onProgress }: TaskContext,
  visit: (part: Tile) => void,
): Promise<void> {
  const [first] = maps;
  const last = maps[maps.length - 1];
  let done = 0;
  for (const { start, shape } of np.tilesOf(last.layout, first.layout, TILE_BYTES)) {
    const index = shape.map((length, axis) => np.slice(start[axis], start[axis] + length));
    const arrays = await Promise.all(maps.map(map => map.get(index).read({ signal })));
    visit({ start, arrays });
    done += arrays[0].size;
    onProgress(done, first.size);
  }
}

/** Returns the index and the C-order number, in the whole array, of item `k` of a tile (in C order). */
export function indexIn(
  { start, arrays }: Tile,
  whole: readonly number[],
  k: number,
): { readonly index: readonly number[]; readonly flat: number } {
  const index = np.unravelIndex(k, arrays[0].shape).map((at, axis) => at + start[axis]);
  return { index, flat: index.length === 0 ? 0 : np.ravelIndex(index, whole) };
}

/** Numbers as a typed array that holds them exactly. */
export type ExactValues = Float64Array | Float32Array | Int32Array | BigInt64Array | BigUint64Array;

/**
 * Returns all items in C order as numbers that `==` compares exactly; complex numbers as real and imaginary parts.
 * Undefined where the dtype is not numeric, and for longdoubles.
 */
export function exactNumbers(
  x: np.NDArray,
): { readonly re: ExactValues; readonly im?: ExactValues } | undefined {
  const { kind, itemsize, format } = x.dtype;
  if (x.dtype.unit) return { re: wideIntegers(x, 'int64') };
  if (format === undefined || isExtendedFormat(format)) return undefined;
  if (kind === 'c') {
    const both = typed(x, 'complex128', buffer => new Float64Array(buffer));
    return { re: both.filter((_, k) => k % 2 === 0), im: both.filter((_, k) => k % 2 === 1) };
  }
  if (kind === 'f') return { re: typed(x, 'float64', buffer => new Float64Array(buffer)) };
  if (itemsize === 8) return { re: wideIntegers(x, kind === 'u' ? 'uint64' : 'int64') };
  return { re: typed(x, 'float64', buffer => new Float64Array(buffer)) };
}

function typed<T>(x: np.NDArray, dtype: string, view: (buffer: ArrayBuffer) => T): T {
  return view(x.astype(dtype, { order: 'C' }).buffer as ArrayBuffer);
}

const wideIntegers = (x: np.NDArray, dtype: 'int64' | 'uint64'): ExactValues =>
  typed(x, dtype, buffer => (dtype === 'int64' ? new BigInt64Array(buffer) : new BigUint64Array(buffer)));
