/** Errors for files that cannot be opened or read: the system's error codes as messages with an action. */
import type { BigIntStats } from 'node:fs';
import { readlink } from 'node:fs/promises';
import { type ErrorFields, type ErrorKind, InspectorError } from '../../errors';

const BY_CODE: Readonly<Record<string, readonly [ErrorKind, string, string]>> = {
  ENOENT: ['file-missing', 'does not exist', 'Check the path, or write the file again.'],
  ENOTDIR: ['file-missing', 'does not exist: part of its path is not a folder', 'Check the path.'],
  ELOOP: ['file-missing', 'is a link that leads back to itself', 'Make the link point to a file.'],
  EACCES: [
    'file-unreadable',
    'cannot be read: permission denied',
    'Change its permissions (chmod u+r), or those of its folder.',
  ],
  EPERM: [
    'file-unreadable',
    'cannot be read: permission denied',
    'Change its permissions, or close the program that locks it.',
  ],
  EBUSY: ['file-unreadable', 'is locked by another program', 'Close that program and try again.'],
  EISDIR: ['not-a-file', 'is a directory', 'Choose a file inside it.'],
  ENXIO: ['not-a-file', 'is not a regular file', 'Choose a file with bytes in it.'],
  EMFILE: [
    'file-unreadable',
    'cannot be opened: too many files are open',
    'Close some editors and try again.',
  ],
  ENFILE: [
    'file-unreadable',
    'cannot be opened: too many files are open',
    'Close some programs and try again.',
  ],
  EIO: [
    'file-unreadable',
    'cannot be read: the disk reports an error',
    'Check the disk or the network it is on.',
  ],
  ESTALE: ['file-changed', 'was replaced on its server', 'Open it again.'],
};

/** Returns the `InspectorError` for an error of a file operation on `path`. */
export function fileError(path: string, cause: unknown): InspectorError {
  if (cause instanceof InspectorError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  const [kind, what, action] = known ?? [
    'file-unreadable',
    `cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
    'Try again, or copy the file to another disk.',
  ];
  const fields: ErrorFields = code === '' ? { path } : { path, code };
  return new InspectorError(kind, `${path} ${what}`, { action, cause, fields, numpyName: NUMPY_NAMES[kind] });
}

const NUMPY_NAMES: Readonly<Partial<Record<ErrorKind, string>>> = {
  'file-missing': 'FileNotFoundError',
  'file-unreadable': 'PermissionError',
};

/** Same as `fileError`, but names the missing target if `path` is a broken link. */
export async function missingError(path: string, cause: unknown): Promise<InspectorError> {
  const plain = fileError(path, cause);
  const target = plain.kind === 'file-missing' ? await readlink(path).catch(() => undefined) : undefined;
  if (target === undefined) return plain;
  return new InspectorError('file-missing', `${path} is a link to ${target}, which does not exist`, {
    action: 'Restore the target, or make the link point to a file.',
    numpyName: 'FileNotFoundError',
    cause,
    fields: { path, target },
  });
}

/** Throws `not-a-file` unless the stats are those of a regular file, and `too-large` beyond 2^53 bytes. */
export function checkRegular(path: string, stats: BigIntStats): void {
  if (!stats.isFile()) {
    const action = stats.isDirectory()
      ? 'Choose a file inside it.'
      : 'Copy its bytes to a regular file first.';
    throw new InspectorError('not-a-file', `${path} is ${describe(stats)}`, { action, fields: { path } });
  }
  if (stats.size > BigInt(Number.MAX_SAFE_INTEGER)) {
    throw new InspectorError('too-large', `${path} has ${stats.size} bytes`, {
      action: 'Files below 2^53 bytes can be opened.',
      fields: { path },
    });
  }
}

function describe(stats: BigIntStats): string {
  if (stats.isDirectory()) return 'a directory';
  if (stats.isFIFO()) return 'a named pipe (FIFO)';
  if (stats.isSocket()) return 'a socket';
  if (stats.isBlockDevice() || stats.isCharacterDevice()) return 'a device';
  return 'not a regular file';
}
