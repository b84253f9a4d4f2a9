/**
 * Batches the reads of one turn of the event loop: an evaluation takes tens of milliseconds however little it reads, and
 * the visible part of a column may be on as many pages as it has rows.
 * Invariant: a request reads at most `MAX_REQUEST_BYTES`, of one array at one stop.
 */
import { type ByteWindow, type Frame, MAX_REQUEST_BYTES, type Runtime, type Subject } from '../runtime';

type Identified = Subject & { readonly identity: string };
/** Reads several windows at once; returns their bytes in the same order. */
export type ReadBatch = (
  frame: Frame,
  subject: Identified,
  windows: readonly ByteWindow[],
) => Promise<readonly Uint8Array[]>;

interface PendingRead {
  readonly window: ByteWindow;
  readonly accept: (bytes: Uint8Array) => void;
  readonly reject: (error: unknown) => void;
}

/** Returns a `read` for single windows that is served by `readBatch`. */
export function batchedReads(readBatch: ReadBatch): Runtime['read'] {
  const waiting = new Map<string, PendingRead[]>();
  return (frame, subject, window) =>
    new Promise((accept, reject) => {
      const key = [frame.session.id, frame.frameId, subject.expression, subject.identity].join('\n');
      const batch = waiting.get(key);
      if (batch) {
        batch.push({ window, accept, reject });
        return;
      }
      const all = [{ window, accept, reject }];
      waiting.set(key, all);
      setImmediate(() => {
        waiting.delete(key);
        for (const part of batchesOf(all)) void settle(part, windows => readBatch(frame, subject, windows));
      });
    });
}

/** Splits the reads into requests of at most `MAX_REQUEST_BYTES`. */
function batchesOf(all: readonly PendingRead[]): PendingRead[][] {
  const parts: PendingRead[][] = [];
  let room = 0;
  for (const one of all) {
    if (parts.length === 0 || one.window.byteLength > room) {
      parts.push([]);
      room = MAX_REQUEST_BYTES;
    }
    parts.at(-1)!.push(one);
    room -= one.window.byteLength;
  }
  return parts;
}

async function settle(
  part: readonly PendingRead[],
  read: (windows: readonly ByteWindow[]) => Promise<readonly Uint8Array[]>,
): Promise<void> {
  try {
    const found = await read(part.map(({ window }) => window));
    part.forEach(({ accept }, at) => accept(found[at]));
  } catch (error) {
    for (const { reject } of part) reject(error);
  }
}
