/** Adds an entry to the setting `ndarrayInspector.layouts`. Independent of VS Code. */
import { matchesGlob } from '../discovery/fileGlob';

/** An entry of the setting: a glob and the layout of the files that it matches. */
export interface LayoutEntry {
  readonly files: string;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly order?: 'C' | 'F';
  readonly offset?: number;
  readonly strides?: readonly number[];
}

/**
 * Returns `value` with `entry` in place of the one for the same glob; otherwise before the first entry that matches
 * `relativePath`, since the first match wins; otherwise last. Malformed entries are kept.
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
