/** Copies a range of bytes from file to file: as fast as `cp`, with progress and cancellation. */
import { setImmediate } from 'node:timers/promises';
import * as np from '../../../core/index';
import type { TaskContext } from '../task';

/** Small enough to stay in the processor's cache. */
const PIECE_BYTES = 512 * 1024;
/** Number of pieces between two checks for cancellation. */
const PIECES_PER_TURN = 32;

type File = np.MemMap['file'];

/** One end of a copy. */
interface FileRange {
  readonly file: File;
  readonly byteOffset: number;
}

/** Copies `byteLength` bytes. Rejects with an `InspectorError`, of kind `aborted` where it was cancelled. */
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

/** Whether the items are contiguous in `order`. */
export const isContiguous = (layout: np.Layout, order: np.Order): boolean =>
  order === 'C' ? np.isCContiguous(layout) : np.isFContiguous(layout);
