/**
 * A `ByteSource` over a local file: positional reads, nothing kept. It follows its path: `refresh` looks again, and
 * goes over to the new file where the old one was replaced. Reads between two looks are of one and the same file.
 */
import type { FileHandle } from 'node:fs/promises';
import type { Abortable, ByteSource } from '../../bytes';
import { InspectorError } from '../../errors';
import { abortable, abortedError } from './abort';
import { fileError } from './fileErrors';
import { type FileIdentity, statFile, type OpenFile, openRegular } from './openFile';
import { checkRange } from './range';

export type { FileIdentity } from './openFile';

/** What a second look found. */
export interface FileState {
  /** In bytes. */
  readonly byteLength: number;
  /** The bytes may be others than at the last look: modified, resized or replaced. */
  readonly changed: boolean;
  /** Another file is at the path now; reads go to it. */
  readonly replaced: boolean;
  /** Nothing is at the path now; reads still give the bytes of the deleted file. */
  readonly missing: boolean;
}

/** The bytes of one open file, read at given offsets. Lengths in bytes. */
export interface FileSource extends ByteSource {
  /** As it was opened. */
  readonly path: string;
  /** As of the last look. */
  readonly identity: FileIdentity;
  /** What the file has now of a range, whatever it had at the last look: less than `byteLength` where it ends before. */
  readAvailable(byteOffset: number, byteLength: number, signal?: Abortable): Promise<Uint8Array>;
  /** Looks at the path again. Rejects when what is there cannot be read (`not-a-file`, `file-unreadable`). */
  refresh(): Promise<FileState>;
  /** Closes the file; a second time does nothing. */
  close(): Promise<void>;
}

/** Between two of these a cancelled read stops. */
const CHUNK_BYTES = 8 * 1024 * 1024;

/**
 * Opens a regular file for reading. Rejects with `file-missing`, `not-a-file` or `file-unreadable`; never waits for
 * another process, as opening a FIFO would.
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

  const look = async (): Promise<FileState> => {
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
      refreshing ??= look().finally(() => (refreshing = undefined));
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

/** The bytes, as far as the file has them. */
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

/** The file was long enough at the last look, and is not now. */
function endedError(path: string, byteOffset: number, byteLength: number, done: number): InspectorError {
  return new InspectorError(
    'file-changed',
    `${path} became shorter: of ${byteLength} bytes at offset ${byteOffset}, ${done} are left`,
    { action: 'Reload to see what the file holds now.', fields: { path, byteOffset, byteLength } },
  );
}
