/**
 * Atomic writes: the content goes into a temporary file beside the target, and then replaces it.
 * Invariant: at any time the path holds either the old bytes or all of the new ones. A failure leaves no
 * temporary file behind.
 */
import { randomBytes } from 'node:crypto';
import { chmod, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { checkRegular } from '../source/fileErrors';
import { type MappedFile, openMapped } from './mappedFile';
import { writeError } from '../source/writeErrors';

/** Replaces the content of `path` with `byteLength` bytes, which `fill` writes. */
export async function replaceFile(
  path: string,
  byteLength: number,
  fill: (file: MappedFile) => Promise<void>,
): Promise<void> {
  const { target, mode } = await lookAt(path);
  const beside = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = await openMapped(beside, 'w+', () => byteLength);
    try {
      await fill(file);
      await file.sync();
    } finally {
      await file.close();
    }
    if (mode !== undefined) await chmod(beside, mode);
    await rename(beside, target);
  } catch (cause) {
    // A file that could not be created cannot be removed either.
    await rm(beside, { force: true }).catch(() => undefined);
    throw writeError(target, cause);
  }
}

/** Returns the file behind links, and its permissions if it exists. */
async function lookAt(path: string): Promise<{ readonly target: string; readonly mode?: number }> {
  const target = await realpath(path).catch(() => resolve(path));
  const stats = await stat(target, { bigint: true }).catch(() => undefined);
  if (!stats) return { target };
  checkRegular(target, stats);
  return { target, mode: Number(stats.mode & 0o7777n) };
}
