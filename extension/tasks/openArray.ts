/** The array of an `ArrayPlace`, as a map of the core: views, statistics and reads are its own. */
import * as np from '../../core/index';
import type { ArrayPlace } from './task';

/**
 * Opens it for reading; whoever opens it closes it. Unsaved edits are laid over the file in memory, as of mode `c`.
 * Rejects with an `InspectorError` where the file is gone or too short.
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

/** Runs `use` with the array open. */
export async function withArray<R>(place: ArrayPlace, use: (map: np.MemMap) => Promise<R>): Promise<R> {
  const map = await openArray(place);
  try {
    return await use(map);
  } finally {
    await map.close();
  }
}
