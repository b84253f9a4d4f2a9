/**
 * An open file whose bytes are read and written in place, as those of a memory map would be.
 * Invariant: a read or write is complete, or throws. The size changes only when the file is opened. In mode
 * `c` the file is never written: changes stay in memory.
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

/** The maximum size of a system call, in bytes. A cancelled read or write stops between two of them. */
export const REQUEST_BYTES = 1024 * 1024;

/**
 * An open file for reading and writing. All views of a map share it. Byte offsets count from the start of the
 * file.
 */
export class MappedFile {
  readonly #overlay: PageOverlay | undefined;
  readonly #running = new Set<Promise<unknown>>();
  /** Writes run one at a time, in the order of the calls. */
  readonly #writes = new Mutex();
  #closing: Promise<void> | undefined;

  constructor(
    readonly path: string,
    readonly mode: MapMode,
    /** Identifies the file independently of its path. */
    readonly identity: string,
    byteLength: number,
    private readonly handle: FileHandle,
  ) {
    if (mode === 'c') this.#overlay = new PageOverlay(byteLength, (target, at) => this.#readFile(target, at));
  }

  /** Fills `target` with the bytes from `byteOffset` on. `file-changed` if the file has become shorter. */
  async readInto(target: Uint8Array, byteOffset: number, signal?: Abortable): Promise<void> {
    await this.use(this.#readFile(target, byteOffset, signal));
    this.#overlay?.patch(target, byteOffset);
  }

  /** Same as `readInto`, but synchronous except in mode `c`: faster for many short runs. */
  async readNow(target: Uint8Array, byteOffset: number): Promise<void> {
    if (this.#overlay) return this.readInto(target, byteOffset);
    this.checkOpen();
    for (let done = 0; done < target.length;) {
      const bytesRead = this.#readSome(target, done, byteOffset + done);
      if (bytesRead === 0) throw endedError(this.path, byteOffset, target.length, done);
      done += bytesRead;
    }
  }

  /** Writes all bytes from `byteOffset` on; in mode `c`, only in memory. */
  async write(bytes: Uint8Array, byteOffset: number, signal?: Abortable): Promise<void> {
    await this.use(
      this.#overlay ? this.#overlay.write(bytes, byteOffset) : this.#writeFile(bytes, byteOffset, signal),
    );
  }

  /** Same as `write`, but synchronous except in mode `c`: faster for many short runs. */
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

  /** Runs `work` after all writes that were requested before. */
  exclusive<T>(work: () => Promise<T>): Promise<T> {
    this.checkOpen();
    return this.use(this.#writes.runExclusive(work));
  }

  /** Flushes written bytes to the disk. */
  async sync(): Promise<void> {
    this.checkOpen();
    await this.#writes.waitForUnlock();
    if (this.mode === 'r' || this.mode === 'c') return;
    await this.use(
      this.handle.sync().catch((cause: unknown) => Promise.reject(writeError(this.path, cause))),
    );
  }

  /** Closes the file after running reads and writes. Closing again does nothing. */
  close(): Promise<void> {
    return (this.#closing ??= this.#settled().then(() => this.handle.close()));
  }

  /** The file descriptor, for reads within `use`. Undefined if some changes are only in memory. */
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

  /** Keeps the file open until `work` is done. */
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

/** Returns the stats of the regular file at `path`, or undefined if it does not exist and `mayBeNew` is set. */
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
  // Not O_TRUNC: a file that appeared since the check must not be lost before it is checked itself.
  'w+': constants.O_RDWR | constants.O_CREAT,
};
/** Windows has no O_NONBLOCK, and no FIFOs among its files. */
const NONBLOCK = (constants as Partial<typeof constants>).O_NONBLOCK ?? 0;

/**
 * Opens the regular file at `path`. `lengthFor` receives its size (0 for w+) and returns the size that it
 * must have. If `lengthFor` throws, the file is unchanged.
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
