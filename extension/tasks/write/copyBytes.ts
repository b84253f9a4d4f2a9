/** Bytes that follow each other, from file to file as they are: as fast as `cp`, and no faster than one can cancel. */
import { setImmediate } from 'node:timers/promises';
import * as np from '../../../core/index';
import type { TaskContext } from '../task';

/** What is read and written at once stays in the processor's cache. */
const PIECE_BYTES = 512 * 1024;
/** After so many of them the thread hears whether it is to stop. */
const PIECES_PER_TURN = 32;

type File = np.MemMap['file'];

/** One end of a copy. */
interface FileRange {
  readonly file: File;
  readonly byteOffset: number;
}

/** Copies `byteLength` bytes. Rejects with an `InspectorError`; of kind `aborted` where `signal` says so. */
export async function copyBytes(
  from: FileRange,
  to: FileRange,
  byteLength: number,
  { signal, onProgress }: TaskContext,
): Promise<void> {
  const piece = new Uint8Array(Math.min(PIECE_BYTES, byteLength));
  for (let done = 0, turn = 1; done < byteLength; turn++) {
    const part = piece.subarray(0, byteLength - done);
    await from.file.readNow(part, from.byteOffset + done);
    await to.file.writeNow(part, to.byteOffset + done);
    done += part.length;
    if (turn % PIECES_PER_TURN !== 0 && done < byteLength) continue;
    onProgress(done, byteLength);
    await setImmediate();
    signal.throwIfAborted();
  }
}

/** Whether the items lie one after the other in this order, and nothing between them. */
export const isContiguous = (layout: np.Layout, order: np.Order): boolean =>
  order === 'C' ? np.isCContiguous(layout) : np.isFContiguous(layout);
