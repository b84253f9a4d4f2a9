/**
 * Writes a file completely or not at all.
 * Invariant: the path keeps its old content until everything is written; a partial file is removed on any error.
 */
import { randomBytes } from 'node:crypto';
import { chmod, link, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import * as np from '../../../core/index';
import { t } from '../../l10n';

/** The file that a task writes. */
export interface TargetFile {
  /** Absolute. */
  readonly path: string;
  /** Whether the user has agreed to replace an existing file. */
  readonly mayReplace: boolean;
}

/** Calls `fill` to write a temporary file beside `target`, which then replaces it. Rejects with `file-unwritable`. */
export async function writeAtomically(
  target: TargetFile,
  fill: (partial: string) => Promise<void>,
): Promise<void> {
  const path = await realpath(target.path).catch((cause: unknown) => {
    // Fails before writing, not after.
    if (errorCode(cause) === 'ENAMETOOLONG') throw writeError(resolve(target.path), cause);
    return resolve(target.path);
  });
  // Names are limited to 255 bytes.
  const start = basename(path).slice(0, 50);
  const partial = join(dirname(path), `.${start}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await (await open(partial, 'wx')).close();
    await fill(partial);
    if (target.mayReplace) await replace(partial, path);
    else await moveIntoPlace(partial, path);
  } catch (cause) {
    throw writeError(path, cause);
  } finally {
    await rm(partial, { force: true });
  }
}

/** Keeps the permissions of the replaced file. */
async function replace(partial: string, path: string): Promise<void> {
  const there = await stat(path).catch(() => undefined);
  if (there) await chmod(partial, there.mode & 0o7777);
  await rename(partial, path);
}

/** Never replaces a file that was created in the meantime. */
async function moveIntoPlace(partial: string, path: string): Promise<void> {
  try {
    await link(partial, path);
  } catch (cause) {
    if (errorCode(cause) === 'EEXIST') throw cause;
    // Not every file system has hard links.
    if (await stat(path).catch(() => undefined)) throw cause;
    await rename(partial, path);
  }
}

const errorCode = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';

type Texts = readonly [message: string, action: string];

/** Returns message and action for each error code of the system. */
const BY_CODE: Readonly<Record<string, (path: string) => Texts>> = {
  EEXIST: path => [t('{0} already exists', path), t('Choose another name.')],
  ENOENT: path => [
    t('{0} cannot be created: its folder does not exist', path),
    t('Create the folder first.'),
  ],
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: path => [t('{0} cannot be created: the disk is read-only', path), t('Choose another disk.')],
  ENOSPC: path => [
    t('{0} cannot be written: no space left on device', path),
    t('Free disk space, or choose another disk.'),
  ],
  EDQUOT: path => [
    t('{0} cannot be written: disk quota exceeded', path),
    t('Free space in your quota, or choose another disk.'),
  ],
  EISDIR: path => [t('{0} is a folder', path), t('Choose another name.')],
  ENAMETOOLONG: path => [t('{0} cannot be created: the name is too long', path), t('Choose a shorter name.')],
};

function noPermission(path: string): Texts {
  return [
    t('{0} cannot be created: no permission to write to its folder', path),
    t('Choose another folder.'),
  ];
}

function writeError(path: string, cause: unknown): np.InspectorError {
  if (cause instanceof np.InspectorError) return cause;
  const message = cause instanceof Error ? cause.message : String(cause);
  const known = BY_CODE[errorCode(cause)] as ((path: string) => Texts) | undefined;
  const [text, action] = known?.(path) ?? [
    t('{0} cannot be written: {1}', path, message),
    t('Try again, or choose another disk.'),
  ];
  return new np.InspectorError('file-unwritable', text, { action, cause });
}
