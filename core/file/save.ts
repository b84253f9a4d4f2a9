/**
 * `np.save`: writes an array, or a map of any size, as a .npy file, in bounded memory. NumPy overwrites the
 * file directly; here the old file stays until the new one is complete, so an array can be saved over the
 * file that it is mapped from.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.save.html
 */
import { isCContiguous, isFContiguous } from '../layout/contiguity';
import { contiguousStrides, Layout } from '../layout/layout';
import { asArray } from '../ndarray/create/array';
import { NDArray, viewOf } from '../ndarray/ndarray';
import type { Nested } from '../casting/nested';
import { blockLayout } from './mapped/blocks';
import { npyHeader } from './npy/writeHeader';
import { replaceFile } from './mapped/replaceFile';
import { type BlockValues, opaque, readItems, type TransferOptions, writeItems } from './mapped/transfer';
import { isMapped, type Mapped } from './mapped/writeValue';

/** Writes `x` to `path`. Adds the extension `.npy` if it is missing. Source: `numpy.save`. */
export async function save(
  path: string,
  x: NDArray | Mapped | Nested,
  options: TransferOptions = {},
): Promise<void> {
  const source = isMapped(x) ? x : asArray(x);
  const { layout, dtype } = source;
  const isFortran = isFContiguous(layout) && !isCContiguous(layout);
  const header = npyHeader(dtype, layout.shape, isFortran);
  const { shape, itemsize } = layout;
  const strides = contiguousStrides(shape, itemsize, isFortran ? 'F' : 'C');
  const target = Layout.of({ shape, strides, offset: header.length, itemsize });
  const file = path.endsWith('.npy') ? path : `${path}.npy`;
  await replaceFile(file, header.length + layout.nbytes, async into => {
    await into.write(header, 0, options.signal);
    await writeItems(into, target, opaque(dtype), blocksOfSource(source, options), options);
  });
}

function blocksOfSource(source: NDArray | Mapped, { signal }: TransferOptions): BlockValues {
  const { layout } = source;
  const dtype = opaque(source.dtype);
  if (source instanceof NDArray) return block => viewOf(source, blockLayout(layout, block), { dtype });
  return block => readItems(source.file, blockLayout(layout, block), dtype, { signal });
}
