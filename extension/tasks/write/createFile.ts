/**
 * Creates a file for `np.memmap`, or a `.npy` file, which may be larger than memory.
 * Invariant: items are generated in memory order, as by `np.arange(n).reshape(shape, order=order)` and
 * `rng.random(n).reshape(shape, order=order)`; random numbers are those of NumPy's `default_rng(seed)`.
 */
import * as np from '../../../core/index';
import type { Task, TaskContext } from '../task';
import { type TargetFile, writeAtomically } from './writeAtomically';

/** The values of the items. `value` is text in Python's notation. */
export type Fill =
  | { readonly kind: 'zeros' }
  | { readonly kind: 'arange' }
  | { readonly kind: 'full'; readonly value: string }
  /** Without a seed, a random one is used. */
  | { readonly kind: 'random'; readonly seed?: string };

/** The file to create. */
export interface NewFile {
  readonly target: TargetFile;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly order: np.Order;
  readonly fill: Fill;
  /** Whether it has a `.npy` header. */
  readonly isNpy: boolean;
}

/** The created file. */
export interface CreatedFile {
  /** Byte offset of the first item. */
  readonly offset: number;
  readonly byteLength: number;
}

/** Creates the file and fills it. */
export const createFile: Task<NewFile, CreatedFile> = async (request, context) => {
  const { target, shape, order, isNpy } = request;
  const dtype = np.parseDType(request.dtype);
  const header = isNpy ? np.npyHeader(dtype, shape, order === 'F') : new Uint8Array(0);
  let byteLength = 0;
  await writeAtomically(target, async partial => {
    const map = await np.memmap(partial, { dtype, mode: 'r+', shape, order, offset: header.length });
    byteLength = header.length + map.nbytes;
    try {
      await map.file.write(header, 0);
      if (map.size > 0) await fillWith(map, request, context);
      await map.flush();
    } finally {
      await map.close();
    }
  });
  return { offset: header.length, byteLength };
};

/** Fills a new file, whose items are zeros. */
async function fillWith(map: np.MemMap, { order, fill }: NewFile, context: TaskContext): Promise<void> {
  if (fill.kind === 'zeros') return;
  if (fill.kind === 'full') {
    const { bytes } = np.encodeItem(map.dtype, fill.value);
    return map.write(np.frombuffer(bytes, { dtype: map.dtype }), context);
  }
  const inMemory = (order === 'F' ? map.T : map).reshape(-1);
  const { producer, dtype } = fill.kind === 'arange' ? arangeItems : randomItems(map.dtype, fill.seed);
  return inMemory.writeFrom(producer, { ...context, dtype });
}

interface Items {
  readonly producer: np.Producer;
  readonly dtype: string;
}

const arangeItems: Items = {
  dtype: 'float64',
  producer: (target, first) => {
    for (let k = 0; k < target.length; k++) target[k] = first + k;
  },
};

/** Floats in [0, 1), also both parts of complex numbers; integers of the whole range of their dtype. */
function randomItems(dtype: np.DType, seed: string | undefined): Items {
  const rng = np.random.defaultRng(seed === undefined ? undefined : BigInt(seed));
  const { kind, itemsize } = dtype;
  const drawn = (draw: (size: number) => np.NDArray): np.Producer => {
    return target => bytesOf(target).set(bytesOf(draw(target.length)));
  };
  if (kind === 'f' || kind === 'c') {
    const isSingle = kind === 'f' ? itemsize === 4 : itemsize === 8;
    const float = isSingle ? 'float32' : 'float64';
    const parts = isSingle ? 'complex64' : 'complex128';
    return {
      producer: drawn(size => rng.random(size, { dtype: float }) as np.NDArray),
      dtype: kind === 'f' ? float : parts,
    };
  }
  const name = kind === 'b' ? 'bool' : `${kind === 'u' ? 'uint' : 'int'}${8 * itemsize}`;
  const [low, high] = integerRange(dtype);
  return {
    producer: drawn(size => rng.integers(low, high, { size, dtype: name, endpoint: true }) as np.NDArray),
    dtype: name,
  };
}

const bytesOf = (items: np.ProducedItems | np.NDArray): Uint8Array =>
  new Uint8Array(
    items.buffer,
    items.byteOffset,
    items instanceof np.NDArray ? items.nbytes : items.byteLength,
  );

function integerRange({ kind, itemsize }: np.DType): [bigint, bigint] {
  if (kind === 'b') return [0n, 1n];
  const bits = BigInt(8 * itemsize);
  return kind === 'u' ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
}
