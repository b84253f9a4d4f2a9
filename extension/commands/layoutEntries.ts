/** The list of the setting `ndarrayInspector.layouts`, with one entry more. Knows nothing of VS Code. */
import { matchesGlob } from '../discovery/fileGlob';

export interface LayoutEntry {
  readonly files: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly order?: 'C' | 'F';
  readonly offset?: number;
  readonly strides?: readonly number[];
}

/**
 * `value` with `entry` in place of the one for the same glob; else before the first that means the file at `relativePath`, as
 * the first that matches counts; else last. What is malformed stays as it is.
 */
export function withEntry(value: unknown, entry: LayoutEntry, relativePath: string): unknown[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const globs = entries.map(globOf);
  const same = globs.indexOf(entry.files);
  if (same >= 0) return entries.with(same, entry);
  const first = globs.findIndex(glob => glob !== undefined && matchesGlob(glob, relativePath));
  return first < 0 ? [...entries, entry] : entries.toSpliced(first, 0, entry);
}

function globOf(entry: unknown): string | undefined {
  const { files, glob } = (entry ?? {}) as { files?: unknown; glob?: unknown };
  const named = glob ?? files;
  return typeof named === 'string' && named !== '' ? named : undefined;
}
