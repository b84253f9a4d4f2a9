/**
 * Writes an array to a new file, optionally in another order or dtype and with a `.npy` header, in bounded memory.
 * Unsaved edits are included.
 */
import * as np from '../../../core/index';
import { withArray } from '../openArray';
import { copyBytes, isContiguous } from './copyBytes';
import type { CreatedFile } from './createFile';
import type { ArrayPlace, Task } from '../task';
import { type TargetFile, writeAtomically } from './writeAtomically';

/** The array, the file to write, and how. */
export interface ArrayCopy {
  readonly place: ArrayPlace;
  readonly target: TargetFile;
  /** The copy's dtype, that of the array by default; items are converted as by a C cast. */
  readonly dtype?: string;
  /** The copy's order, by default as `np.save` chooses it. */
  readonly order?: np.Order;
  readonly isNpy: boolean;
}

/** The written file, with the order of its items. */
export interface CopiedArray extends CreatedFile {
  readonly order: np.Order;
}

/** Copies contiguous items as plain bytes, others tile by tile. */
export const copyArray: Task<ArrayCopy, CopiedArray> = ({ place, target, isNpy, ...wanted }, context) =>
  withArray(place, async map => {
    const source = asBytes(map, wanted.dtype);
    const dtype = np.parseDType(wanted.dtype ?? place.dtype);
    const order = wanted.order ?? orderOf(map.layout);
    const { shape, size } = map;
    const isFortran = orderOf(np.contiguousLayout(shape, dtype.itemsize, { order })) === 'F';
    const header = isNpy ? np.npyHeader(dtype, shape, isFortran) : new Uint8Array(0);
    const offset = header.length;
    await writeAtomically(target, async partial => {
      if (header.length + size * dtype.itemsize === 0) return;
      const bytes = await np.memmap(partial, { mode: 'r+', shape: offset + size * dtype.itemsize });
      try {
        await bytes.file.write(header, 0);
        const from = { file: map.file, byteOffset: map.layout.offset };
        const to = { file: bytes.file, byteOffset: offset };
        if (wanted.dtype === undefined && isContiguous(map.layout, order)) {
          await copyBytes(from, to, size * dtype.itemsize, context);
          return;
        }
        const layout = np.contiguousLayout(shape, dtype.itemsize, { order, offset });
        const copy = new np.MemMap(bytes.file, { layout, dtype }, offset);
        await asBytes(copy, wanted.dtype).write(source, context);
      } finally {
        await bytes.close();
      }
    });
    return { offset, byteLength: offset + size * dtype.itemsize, order };
  });

/** Structured items that are not converted are copied as bytes, including padding. */
const asBytes = (map: np.MemMap, other: string | undefined): np.MemMap =>
  other === undefined && map.dtype.fields ? map.view(`V${map.itemsize}`) : map;

/** Returns the order that `np.save` writes: `C`, unless the array is only F-contiguous. */
export const orderOf = (layout: np.Layout): np.Order =>
  np.isFContiguous(layout) && !np.isCContiguous(layout) ? 'F' : 'C';
