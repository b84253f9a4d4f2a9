/** Opens the array of an `ArrayPlace` as a memory map of the core. */
import * as np from '../../core/index';
import type { ArrayPlace } from './task';

/**
 * Opens the array for reading; the caller closes it. Unsaved edits lie over the file in memory, as in mode `c`.
 * Rejects with an `InspectorError` where the file is missing or too short.
 */
export async function openArray({ path, dtype, layout, unsaved }: ArrayPlace): Promise<np.MemMap> {
  const bytes = await np.memmap(path, { dtype: 'uint8', mode: unsaved.length > 0 ? 'c' : 'r' });
  try {
    for (const run of unsaved) await bytes.file.write(run.bytes, run.byteOffset);
    return new np.MemMap(
      bytes.file,
      { layout: np.Layout.of(layout), dtype: np.parseDType(dtype) },
      layout.offset,
    );
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

/** Opens the array, runs `use`, and closes it. */
export async function withArray<R>(place: ArrayPlace, use: (map: np.MemMap) => Promise<R>): Promise<R> {
  const map = await openArray(place);
  try {
    return await use(map);
  } finally {
    await map.close();
  }
}
