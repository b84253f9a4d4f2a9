/**
 * Bytes stored into a file that exists, in place: its size never changes, and another process that maps it sees them.
 * Invariant: nothing is written unless the file at the path is the one that is meant, and has under each run what the run
 * expects. Between the last look and the write no lock is held: nobody else's `mmap` would heed one.
 */
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { ByteSource } from '../../bytes';
import { InspectorError } from '../../errors';
import { fileError } from './fileErrors';
import type { FileIdentity } from './openFile';
import { readUnder } from './readUnder';

export interface ByteRun {
  readonly byteOffset: number;
  readonly bytes: Uint8Array;
  /** What is to be there before, as long as `bytes`: where a byte is neither this nor the new one, nothing is stored. */
  readonly below?: Uint8Array;
}

export interface WriteOptions {
  /** Awaited once nothing stands in the way, before the first byte is written; where it rejects, none is. */
  readonly prepare?: () => Promise<void>;
}

const FLAGS = constants.O_RDWR | ((constants as Partial<typeof constants>).O_NONBLOCK ?? 0);

/**
 * Stores `runs` and waits until they are on the disk. Rejects with `read-only` where the file may not be written,
 * `file-changed` where another file is at the path, it became too short, or others stored what no run expects: in all
 * of these cases before anything is written. Of `file-unwritable` (a full disk) some runs may be stored.
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
      // Preparing took its time: others may have stored something meanwhile.
      await checkSame(handle, path, file, runs);
      await checkBelow(handle, path, runs);
    }
    for (const run of runs) await writeAll(handle, run);
    await handle.sync();
  } catch (cause) {
    throw cause instanceof InspectorError ? cause : notStored(path, cause);
  } finally {
    await handle.close();
  }
}

/** Whether the file at `path` may be written to by us. */
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
    throw new InspectorError('file-changed', `${path} was replaced by another file: nothing was written`, {
      action: 'Look at the new file; save again to store your edits into it.',
      fields: { path },
    });
  }
  const end = runs.reduce((most, { byteOffset, bytes }) => Math.max(most, byteOffset + bytes.length), 0);
  if (BigInt(end) > now.size) {
    throw new InspectorError(
      'file-changed',
      `${path} has ${now.size} bytes now, your edits reach to byte ${end}: nothing was written`,
      { action: 'Undo the edits behind the end, or save to another file.', fields: { path } },
    );
  }
}

/** Rejects where a byte is neither the one that a run expects nor the one that it stores. */
async function checkBelow(handle: FileHandle, path: string, runs: readonly ByteRun[]): Promise<void> {
  const expecting = runs.filter(({ below }) => below !== undefined);
  const ranges = expecting.map(run => ({ ...run, byteLength: run.bytes.length }));
  for await (const [{ byteOffset, bytes, below }, now] of readUnder(whole(handle), ranges)) {
    if (bytes.every((byte, at) => now[at] === byte || now[at] === below![at])) continue;
    throw new InspectorError(
      'file-changed',
      `others have just stored bytes at offset ${byteOffset} of ${path}: nothing was written`,
      { action: 'Look at what they are, and save again.', fields: { path, byteOffset } },
    );
  }
}

/** All of an open file; a read ends early where the file does. */
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
  return new InspectorError('read-only', `${path} may not be written to by you`, {
    numpyName: 'PermissionError',
    action: 'Change its permissions (chmod u+w), or save to another file.',
    cause,
    fields: { path, code },
  });
}

function notStored(path: string, cause: unknown): InspectorError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new InspectorError(
    'file-unwritable',
    full
      ? `the disk of ${path} is full: not all edits are stored`
      : `${path} could not be written: ${String(cause)}`,
    {
      action: full ? 'Make room and save again: no edit is lost.' : 'Save again, or save to another file.',
      cause,
      fields: { path, code },
    },
  );
}
