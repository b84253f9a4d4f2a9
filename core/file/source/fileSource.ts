/**
 * A `ByteSource` over a local file, with positional reads and no cache. It follows its path: `refresh` checks
 * the path, and switches to the new file if the old one was replaced. All reads between two refreshes are
 * from one file.
 */
import type { FileHandle } from 'node:fs/promises';
import type { Abortable, ByteSource } from '../../bytes';
import { InspectorError } from '../../errors';
import { abortable, abortedError } from './abort';
import { fileError } from './fileErrors';
import { type FileIdentity, statFile, type OpenFile, openRegular } from './openFile';
import { checkRange } from './range';

export type { FileIdentity } from './openFile';

/** The result of a refresh. */
export interface FileState {
  /** In bytes. */
  readonly byteLength: number;
  /**
   * Whether the bytes may differ from those at the last refresh: the file was modified, resized or replaced.
   */
  readonly changed: boolean;
  /** Whether another file is at the path now. Reads use it. */
  readonly replaced: boolean;
  /** Whether the path no longer exists. Reads still return the bytes of the deleted file. */
  readonly missing: boolean;
}

/** The bytes of an open file. Offsets and lengths are in bytes. */
export interface FileSource extends ByteSource {
  /** As it was opened. */
  readonly path: string;
  /** As of the last refresh. */
  readonly identity: FileIdentity;
  /**
   * Reads what the file has now of a range, ignoring its size at the last refresh. Returns fewer bytes if the
   * file ends earlier.
   */
  readAvailable(byteOffset: number, byteLength: number, signal?: Abortable): Promise<Uint8Array>;
  /** Checks the path again. Rejects with `not-a-file` or `file-unreadable` if it cannot be read. */
  refresh(): Promise<FileState>;
  /** Closes the file. Closing again does nothing. */
  close(): Promise<void>;
}

/** A cancelled read stops between two chunks. */
const CHUNK_BYTES = 8 * 1024 * 1024;

/**
 * Opens a regular file for reading. Rejects with `file-missing`, `not-a-file` or `file-unreadable`. Never
 * waits for another process, as opening a FIFO would.
 */
export async function openFileSource(path: string): Promise<FileSource> {
  let file: OpenFile = await openRegular(path);
  let identity = file.identity;
  let closed = false;
  let refreshing: Promise<FileState> | undefined;

  const readAvailable = async (
    byteOffset: number,
    byteLength: number,
    signal?: Abortable,
  ): Promise<Uint8Array> => {
    if (signal?.aborted) throw abortedError(signal);
    if (closed) throw closedError(path);
    checkRange(byteOffset, byteLength, Number.MAX_SAFE_INTEGER);
    return abortable(
      file.use(handle => readAll(handle, path, byteOffset, byteLength, signal)),
      signal,
    );
  };

  const read = async (byteOffset: number, byteLength: number, signal?: Abortable): Promise<Uint8Array> => {
    checkRange(byteOffset, byteLength, identity.size);
    const bytes = await readAvailable(byteOffset, byteLength, signal);
    if (bytes.length < byteLength) throw endedError(path, byteOffset, byteLength, bytes.length);
    return bytes;
  };

  const refresh = async (): Promise<FileState> => {
    const now = await statFile(path).catch((error: unknown) => {
      if (error instanceof InspectorError && error.kind === 'file-missing') return undefined;
      throw error;
    });
    if (!now) return { byteLength: identity.size, changed: false, replaced: false, missing: true };
    const replaced = now.dev !== file.identity.dev || now.ino !== file.identity.ino;
    if (replaced) {
      const next = await openRegular(path);
      const old = file;
      file = next;
      void old.retire();
    }
    const before = identity;
    identity = replaced ? file.identity : now;
    const changed = replaced || before.size !== identity.size || before.mtimeNs !== identity.mtimeNs;
    return { byteLength: identity.size, changed, replaced, missing: false };
  };

  return {
    path,
    get byteLength() {
      return identity.size;
    },
    get identity() {
      return identity;
    },
    read,
    readAvailable,
    refresh: () => {
      if (closed) return Promise.reject(closedError(path));
      refreshing ??= refresh().finally(() => (refreshing = undefined));
      return refreshing;
    },
    close: async () => {
      closed = true;
      await refreshing?.catch(() => undefined);
      await file.retire();
    },
  };
}

function closedError(path: string): InspectorError {
  return new InspectorError('aborted', `${path} was closed`, { action: 'Open it again.', fields: { path } });
}

/** Reads the range as far as the file has it. */
async function readAll(
  handle: FileHandle,
  path: string,
  byteOffset: number,
  byteLength: number,
  signal: Abortable | undefined,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(byteLength);
  let done = 0;
  while (done < byteLength) {
    if (signal?.aborted) throw abortedError(signal);
    const length = Math.min(CHUNK_BYTES, byteLength - done);
    const { bytesRead } = await handle
      .read(bytes, done, length, byteOffset + done)
      .catch((cause: unknown) => {
        throw fileError(path, cause);
      });
    if (bytesRead === 0) return bytes.subarray(0, done);
    done += bytesRead;
  }
  return bytes;
}

/** The file is shorter than at the last refresh. */
function endedError(path: string, byteOffset: number, byteLength: number, done: number): InspectorError {
  return new InspectorError(
    'file-changed',
    `${path} became shorter: of ${byteLength} bytes at offset ${byteOffset}, ${done} are left`,
    { action: 'Reload to see what the file holds now.', fields: { path, byteOffset, byteLength } },
  );
}
