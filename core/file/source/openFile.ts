/**
 * An open regular file that closes after its last read.
 * Invariant: opening never waits for another process (a FIFO would). The file is closed once.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { checkRegular, fileError, missingError } from './fileErrors';

/** The identity of a file (`dev`, `ino`), and its state at the last check. */
export interface FileIdentity {
  /** The device. */
  readonly dev: bigint;
  /** The file on it. */
  readonly ino: bigint;
  /** In bytes. */
  readonly size: number;
  /** The time of the last modification, in nanoseconds since 1970. */
  readonly mtimeNs: bigint;
}

/** An open file and its identity. */
export interface OpenFile {
  readonly identity: FileIdentity;
  /** Runs `work` and keeps the file open until it is done. */
  use<T>(work: (handle: FileHandle) => Promise<T>): Promise<T>;
  /** Closes the file after the last `use`. */
  retire(): Promise<void>;
}

/**
 * Returns the identity of the file at `path`. Rejects with `file-missing`, `not-a-file` or `file-unreadable`.
 */
export async function statFile(path: string): Promise<FileIdentity> {
  const stats = await stat(path, { bigint: true }).catch(async (cause: unknown) => {
    throw await missingError(path, cause);
  });
  checkRegular(path, stats);
  return { dev: stats.dev, ino: stats.ino, size: Number(stats.size), mtimeNs: stats.mtimeNs };
}

/** Windows has no O_NONBLOCK, and no FIFOs among its files. */
const FLAGS = constants.O_RDONLY | ((constants as Partial<typeof constants>).O_NONBLOCK ?? 0);

/** Opens a regular file for reading. Rejects as `statFile`. */
export async function openRegular(path: string): Promise<OpenFile> {
  await statFile(path);
  const handle = await open(path, FLAGS).catch((cause: unknown) => {
    throw fileError(path, cause);
  });
  try {
    // Check the handle too: the file may have been replaced between the check and the opening.
    const stats = await handle.stat({ bigint: true });
    checkRegular(path, stats);
    const { dev, ino, mtimeNs } = stats;
    return openFileOf(handle, { dev, ino, size: Number(stats.size), mtimeNs });
  } catch (cause) {
    await handle.close();
    throw fileError(path, cause);
  }
}

function openFileOf(handle: FileHandle, identity: FileIdentity): OpenFile {
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;
  return {
    identity,
    use: work => {
      const result = work(handle);
      running.add(result);
      const done = (): void => void running.delete(result);
      result.then(done, done);
      return result;
    },
    retire: () => (closing ??= Promise.allSettled(running).then(() => handle.close())),
  };
}
