/**
 * Writes bytes to an existing file, in place: its size never changes, and other processes that map it see the
 * change.
 * Invariant: nothing is written unless the path still leads to the intended file, and the file has the
 * expected bytes under each run. There is no lock between this check and the write: other processes that map
 * the file would ignore it.
 */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { ByteSource } from '../../bytes';
import { InspectorError } from '../../errors';
import { fileError } from './fileErrors';
import type { FileIdentity } from './openFile';
import { readUnder } from './readUnder';

/** Bytes to write. */
export interface ByteRun {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
  /**
   * The expected bytes before the write; as long as `bytes`. If a byte is neither the expected nor the new
   * one, nothing is written.
   */
  readonly below?: Uint8Array;
}

/** Options of a write. */
export interface WriteOptions {
  /** Awaited after the checks and before the first byte is written. If it rejects, nothing is written. */
  readonly prepare?: () => Promise<void>;
}

const FLAGS = constants.O_RDWR | ((constants as Partial<typeof constants>).O_NONBLOCK ?? 0);

/**
 * Writes `runs` and flushes them to the disk. Rejects with `read-only` if the file may not be written, and
 * with `file-changed` if the file was replaced, is too short or has unexpected bytes: in all of these cases
 * before anything is written. After `file-unwritable` (such as a full disk), some runs may be written.
 */
export async function writeInPlace(
  path: string,
  file: Pick<FileIdentity, 'dev' | 'ino'>,
  runs: readonly ByteRun[],
  { prepare }: WriteOptions = {},
): Promise<void> {
  const handle = await open(path, FLAGS).catch((cause: unknown) => {
    throw notWritable(path, cause);
  });
  try {
    await checkSame(handle, path, file, runs);
    await checkBelow(handle, path, runs);
    if (prepare) {
      await prepare();
      // Another process may have written to the file during `prepare`.
      await checkSame(handle, path, file, runs);
      await checkBelow(handle, path, runs);
    }
    for (const run of runs) await writeAll(handle, run);
    await handle.sync();
  } catch (cause) {
    throw cause instanceof InspectorError ? cause : notWritten(path, cause);
  } finally {
    await handle.close();
  }
}

/** Whether this process may write to the file at `path`. */
export async function isWritable(path: string): Promise<boolean> {
  const handle = await open(path, FLAGS).catch(() => undefined);
  await handle?.close();
  return handle !== undefined;
}

async function checkSame(
  handle: FileHandle,
  path: string,
  file: Pick<FileIdentity, 'dev' | 'ino'>,
  runs: readonly ByteRun[],
): Promise<void> {
  const now = await handle.stat({ bigint: true });
  if (now.dev !== file.dev || now.ino !== file.ino) {
    throw new InspectorError('file-changed', `${path} was replaced by another file; nothing was written`, {
      action: 'Check the new file, and save again to write your edits to it.',
      fields: { path },
    });
  }
  const end = runs.reduce((max, { byteOffset, bytes }) => Math.max(max, byteOffset + bytes.length), 0);
  if (BigInt(end) > now.size) {
    throw new InspectorError(
      'file-changed',
      `${path} now has ${now.size} bytes, but your edits reach byte ${end}; nothing was written`,
      { action: 'Undo the edits past the end, or save to another file.', fields: { path } },
    );
  }
}

/** Rejects if a byte is neither the one that a run expects nor the one that it writes. */
async function checkBelow(handle: FileHandle, path: string, runs: readonly ByteRun[]): Promise<void> {
  const expecting = runs.filter(({ below }) => below !== undefined);
  const ranges = expecting.map(run => ({ ...run, byteLength: run.bytes.length }));
  for await (const [{ byteOffset, bytes, below }, now] of readUnder(whole(handle), ranges)) {
    if (bytes.every((byte, at) => now[at] === byte || now[at] === below![at])) continue;
    throw new InspectorError(
      'file-changed',
      `another program has changed bytes at offset ${byteOffset} of ${path}; nothing was written`,
      { action: 'Review the changes, and save again.', fields: { path, byteOffset } },
    );
  }
}

/** Returns a source over an open file. A read returns fewer bytes if the file ends earlier. */
function whole(handle: FileHandle): ByteSource {
  return {
    byteLength: Number.MAX_SAFE_INTEGER,
    read: async (byteOffset, byteLength) => {
      const bytes = new Uint8Array(byteLength);
      const { bytesRead } = await handle.read(bytes, 0, byteLength, byteOffset);
      return bytes.subarray(0, bytesRead);
    },
  };
}

async function writeAll(handle: FileHandle, { byteOffset, bytes }: ByteRun): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, byteOffset + done);
    done += bytesWritten;
  }
}

function notWritable(path: string, cause: unknown): InspectorError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (!['EACCES', 'EPERM', 'EROFS', 'ETXTBSY'].includes(code)) return fileError(path, cause);
  return new InspectorError('read-only', `${path} is not writable`, {
    numpyName: 'PermissionError',
    action: 'Change its permissions (chmod u+w), or save to another file.',
    cause,
    fields: { path, code },
  });
}

function notWritten(path: string, cause: unknown): InspectorError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new InspectorError(
    'file-unwritable',
    full
      ? `the disk of ${path} is full; not all edits were written`
      : `${path} could not be written: ${String(cause)}`,
    {
      action: full
        ? 'Free some disk space and save again. No edit is lost.'
        : 'Save again, or save to another file.',
      cause,
      fields: { path, code },
    },
  );
}
