/** Maps of files in a folder of their own, for claims about them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as np from '../../../../../core/index';

let folder = '';
/** The file that claims are about; it is not there yet. */
export const scratch = { path: '' };

/** To be called in a suite: outside of one, Mocha would make folders for the tests of every other file too. */
export function useScratch(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'claims-'));
    scratch.path = join(folder, 'array');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
}

/** What is made of a map of a file of 48 bytes: 0, 1, 2, … */
export async function mapped<T>(
  options: np.MemmapOptions,
  use: (map: np.MemMap) => T | Promise<T>,
): Promise<T> {
  await writeFile(
    scratch.path,
    Uint8Array.from({ length: 48 }, (_, k) => k),
  );
  const map = await np.memmap(scratch.path, options);
  try {
    return await use(map);
  } finally {
    await map.close();
  }
}

/** Of a map that is read. */
export const read = (options: np.MemmapOptions, index: np.IndexLike = '...'): Promise<np.NDArray> =>
  mapped({ mode: 'r', ...options }, map => map.get(index).read());

/** Of a map of float64 that holds these, after something was done to it. */
export async function floats<T>(
  values: readonly number[],
  use: (map: np.MemMap) => T | Promise<T>,
): Promise<T> {
  await writeFile(scratch.path, new Uint8Array(Float64Array.from(values).buffer));
  const map = await np.memmap(scratch.path, { dtype: 'f8', mode: 'r+' });
  try {
    return await use(map);
  } finally {
    await map.close();
  }
}
