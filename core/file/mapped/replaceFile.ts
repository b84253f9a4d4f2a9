/**
 * A file written whole or not at all: into one beside it, which then takes its place.
 * Invariant: at every moment the path holds the old bytes or all of the new ones; nothing is left behind on failure.
 */
import { randomBytes } from 'node:crypto';
import { chmod, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { checkRegular } from '../source/fileErrors';
import { type MappedFile, openMapped } from './mappedFile';
import { writeError } from '../source/writeErrors';

/** Gives `path` a new content of `byteLength` bytes, which `fill` writes. */
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
    // Where it could not be made, it cannot be removed either.
    await rm(beside, { force: true }).catch(() => undefined);
    throw writeError(target, cause);
  }
}

/** The file behind links, and its permissions where it is there. */
async function lookAt(path: string): Promise<{ readonly target: string; readonly mode?: number }> {
  const target = await realpath(path).catch(() => resolve(path));
  const stats = await stat(target, { bigint: true }).catch(() => undefined);
  if (!stats) return { target };
  checkRegular(target, stats);
  return { target, mode: Number(stats.mode & 0o7777n) };
}
