/** A folder of files for one suite: made by NumPy, laid out by a setting, gone afterwards. */
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../harness/rig';
import type { Settings } from '../harness/rig';
import type { FileLayout } from './numpy';

const sampleArray = join(root, 'test', 'sample', 'large_array.dat');

export interface TestFolder {
  readonly path: string;
  readonly remove: () => void;
}

/** An empty folder, but for the tutorial's 400 MB, which are taken from the sample workspace where they are there. */
export function makeFolder(withLargeArray = false): TestFolder {
  const path = mkdtempSync(join(tmpdir(), 'ndarray-files-'));
  if (withLargeArray && existsSync(sampleArray)) {
    try {
      symlinkSync(sampleArray, join(path, 'large_array.dat'));
    } catch {
      // Windows lets few people link: NumPy makes the file.
    }
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The setting that gives the files without a header their layouts. */
export function layoutSettings(layouts: readonly FileLayout[]): Settings {
  const entries = layouts
    .filter(({ file }) => !file.endsWith('.npy'))
    .map(({ file, dtype, shape, order, offset }) => ({ files: file, dtype, shape, order, offset }));
  return { 'ndarrayInspector.layouts': entries };
}
