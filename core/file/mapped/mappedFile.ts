/**
 * An open file whose bytes are read and written in place, as those of a map of it would be.
 * Invariant: a read or write is whole or throws; the size changes only when it is opened; in mode `c` the file is
 * never written, and what was written is kept in memory.
 */
import { constants, type BigIntStats, readSync, writeSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Abortable } from '../../bytes';
import { InspectorError } from '../../errors';
import { Mutex } from '../../mutex';
import { abortedError } from '../source/abort';
import { checkRegular, fileError, missingError } from '../source/fileErrors';
import type { MapMode } from './mapMode';
import { PageOverlay } from '../source/pageOverlay';
import { writeError } from '../source/writeErrors';

/** The most that one request to the system asks for; between two of them a cancelled read or write stops. */
export const REQUEST_BYTES = 1024 * 1024;

export class MappedFile {
  readonly #overlay: PageOverlay | undefined;
  readonly #running = new Set<Promise<unknown>>();
  /** Writes run one at a time, in the order in which they were asked for. */
  readonly #writes = new Mutex();
  #closing: Promise<void> | undefined;

  constructor(
    readonly path: string,
    readonly mode: MapMode,
    /** Of this file and no other, whatever its path. */
    readonly identity: string,
    byteLength: number,
    private readonly handle: FileHandle,
  ) {
    if (mode === 'c') this.#overlay = new PageOverlay(byteLength, (target, at) => this.#readFile(target, at));
  }

  /** Fills `target` with the bytes from `byteOffset`. `file-changed` where the file has become shorter. */
  async readInto(target: Uint8Array, byteOffset: number, signal?: Abortable): Promise<void> {
    await this.use(this.#readFile(target, byteOffset, signal));
    this.#overlay?.patch(target, byteOffset);
  }

  /** As `readInto`, without a turn of the event loop: for many runs. In mode `c` it takes one. */
  async readNow(target: Uint8Array, byteOffset: number): Promise<void> {
    if (this.#overlay) return this.readInto(target, byteOffset);
    this.checkOpen();
    for (let done = 0; done < target.length;) {
      const bytesRead = this.#readSome(target, done, byteOffset + done);
      if (bytesRead === 0) throw endedError(this.path, byteOffset, target.length, done);
      done += bytesRead;
    }
  }

  async write(bytes: Uint8Array, byteOffset: number, signal?: Abortable): Promise<void> {
    await this.use(
      this.#overlay ? this.#overlay.write(bytes, byteOffset) : this.#writeFile(bytes, byteOffset, signal),
    );
  }

  /** As `write`, without a turn of the event loop: for many short runs. In mode `c` it takes one. */
  async writeNow(bytes: Uint8Array, byteOffset: number): Promise<void> {
    if (this.#overlay) return this.write(bytes, byteOffset);
    this.checkOpen();
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.handle.fd, bytes, done, bytes.length - done, byteOffset + done);
    } catch (cause) {
      throw writeError(this.path, cause);
    }
  }

  /** Runs `work`, which writes, after all that was asked for before is written. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    this.checkOpen();
    return this.use(this.#writes.runExclusive(work));
  }

  /** What was written is on the disk. */
  async sync(): Promise<void> {
    this.checkOpen();
    await this.#writes.waitForUnlock();
    if (this.mode === 'r' || this.mode === 'c') return;
    await this.use(
      this.handle.sync().catch((cause: unknown) => Promise.reject(writeError(this.path, cause))),
    );
  }

  /** Waits for what runs. Closing twice is no error. */
  close(): Promise<void> {
    return (this.#closing ??= this.#settled().then(() => this.handle.close()));
  }

  /** For who reads the file itself, within `use`; undefined where some of what was written is in memory only. */
  get descriptor(): number | undefined {
    return this.#overlay && !this.#overlay.isEmpty ? undefined : this.handle.fd;
  }

  checkOpen(): void {
    if (!this.#closing) return;
    throw new InspectorError('aborted', `${this.path} was closed`, {
      numpyName: 'ValueError',
      action: 'Open it again with memmap.',
      fields: { path: this.path },
    });
  }

  async #settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running);
  }

  /** Keeps the file open till `work` is done. */
  use<T>(work: Promise<T>): Promise<T> {
    this.#running.add(work);
    const done = (): void => void this.#running.delete(work);
    work.then(done, done);
    return work;
  }

  #readSome(target: Uint8Array, start: number, byteOffset: number): number {
    try {
      return readSync(this.handle.fd, target, start, target.length - start, byteOffset);
    } catch (cause) {
      throw fileError(this.path, cause);
    }
  }

  async #readFile(target: Uint8Array, byteOffset: number, signal?: Abortable): Promise<void> {
    for (let done = 0; done < target.length;) {
      if (signal?.aborted) throw abortedError(signal);
      const length = Math.min(REQUEST_BYTES, target.length - done);
      const { bytesRead } = await this.handle
        .read(target, done, length, byteOffset + done)
        .catch((cause: unknown) => Promise.reject(fileError(this.path, cause)));
      if (bytesRead === 0) throw endedError(this.path, byteOffset, target.length, done);
      done += bytesRead;
    }
  }

  async #writeFile(bytes: Uint8Array, byteOffset: number, signal?: Abortable): Promise<void> {
    for (let done = 0; done < bytes.length;) {
      if (signal?.aborted) throw abortedError(signal);
      const length = Math.min(REQUEST_BYTES, bytes.length - done);
      const { bytesWritten } = await this.handle
        .write(bytes, done, length, byteOffset + done)
        .catch((cause: unknown) => Promise.reject(writeError(this.path, cause)));
      done += bytesWritten;
    }
  }
}

function endedError(path: string, byteOffset: number, byteLength: number, done: number): InspectorError {
  return new InspectorError(
    'file-changed',
    `${path} became shorter: of ${byteLength} bytes at offset ${byteOffset}, ${done} are left`,
    { action: 'Open it again to see what the file holds now.', fields: { path, byteOffset, byteLength } },
  );
}

/** The facts of the regular file at `path`; undefined where nothing is and `mayBeNew`. */
async function lookAt(path: string, mayBeNew: boolean): Promise<BigIntStats | undefined> {
  try {
    const stats = await stat(path, { bigint: true });
    checkRegular(path, stats);
    return stats;
  } catch (cause) {
    if (mayBeNew && cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw await missingError(path, cause);
  }
}

const FLAGS: Readonly<Record<MapMode, number>> = {
  r: constants.O_RDONLY,
  c: constants.O_RDONLY,
  'r+': constants.O_RDWR,
  // Not O_TRUNC: a file that was put there since it was looked at is not to be lost before it is checked.
  'w+': constants.O_RDWR | constants.O_CREAT,
};
/** Windows has no O_NONBLOCK, and no FIFOs among its files. */
const NONBLOCK = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

/**
 * Opens the regular file at `path`. `lengthFor` is given its size (0 for w+) and says the size it has to have; it may
 * throw, and the file is then as it was.
 */
export async function openMapped(
  path: string,
  mode: MapMode,
  lengthFor: (byteLength: number) => number,
): Promise<MappedFile> {
  const isNew = mode === 'w+';
  const before = await lookAt(path, isNew);
  lengthFor(isNew ? 0 : Number(before!.size));
  const handle = await open(path, FLAGS[mode] | NONBLOCK).catch((cause: unknown) =>
    Promise.reject(mode === 'r' || mode === 'c' ? fileError(path, cause) : writeError(path, cause)),
  );
  try {
    const stats = await handle.stat({ bigint: true });
    checkRegular(path, stats);
    const there = isNew ? 0 : Number(stats.size);
    const needed = lengthFor(there);
    if (isNew) await handle.truncate(0);
    if (needed > there) await handle.truncate(needed);
    return new MappedFile(path, mode, `${stats.dev}:${stats.ino}`, Math.max(there, needed), handle);
  } catch (cause) {
    await handle.close();
    throw writeError(path, cause);
  }
}
