/**
 * An open regular file, held for as long as someone reads from it.
 * Invariant: opening never waits for another process (a FIFO would), and the file is closed once, after its last read.
 */
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { checkRegular, fileError, missingError } from './fileErrors';

/** Which file it is (`dev`, `ino`) and its state when last looked at. */
export interface FileIdentity {
  /** The device. */
  readonly dev: bigint;
  /** The file on it. */
  readonly ino: bigint;
  /** In bytes. */
  readonly size: number;
  /** When it was last changed, in nanoseconds since 1970. */
  readonly mtimeNs: bigint;
}

export interface OpenFile {
  readonly identity: FileIdentity;
  /** Runs `work` with the file kept open till it is done. */
  use<T>(work: (handle: FileHandle) => Promise<T>): Promise<T>;
  /** Closes when the last `use` is done. */
  retire(): Promise<void>;
}

/** The identity of what is at `path` now; rejects with a tagged error when that is no readable regular file. */
export async function statFile(path: string): Promise<FileIdentity> {
  const stats = await stat(path, { bigint: true }).catch(async (cause: unknown) => {
    throw await missingError(path, cause);
  });
  checkRegular(path, stats);
  return { dev: stats.dev, ino: stats.ino, size: Number(stats.size), mtimeNs: stats.mtimeNs };
}

/** Windows has no O_NONBLOCK, and no FIFOs among its files. */
const FLAGS = constants.O_RDONLY | ((constants as Partial<typeof constants>).O_NONBLOCK ?? 0);

export async function openRegular(path: string): Promise<OpenFile> {
  await statFile(path);
  const handle = await open(path, FLAGS).catch((cause: unknown) => {
    throw fileError(path, cause);
  });
  try {
    // Once more on the handle: what was looked at may have been replaced before it was opened.
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
