/**
 * Reads that are asked for in one turn of the event loop travel together: an evaluation takes tens of milliseconds, however
 * little it brings, and a column of a large array is on as many pages as it has rows on screen.
 * Invariant: one request brings at most `MAX_REQUEST_BYTES`, and reads of one array at one stop only.
 */
import { type ByteWindow, type Frame, MAX_REQUEST_BYTES, type Runtime, type Subject } from '../runtime';

type Identified = Subject & { readonly identity: string };
/** The bytes of each window, in the order of the windows. */
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

/** A `read` of one window over a `readAll` of several. */
export function batchedReads(readAll: ReadBatch): Runtime['read'] {
  const waiting = new Map<string, PendingRead[]>();
  return (frame, subject, window) =>
    new Promise((accept, reject) => {
      const key = [frame.session.id, frame.frameId, subject.expression, subject.identity].join('\n');
      const others = waiting.get(key);
      if (others) {
        others.push({ window, accept, reject });
        return;
      }
      const all = [{ window, accept, reject }];
      waiting.set(key, all);
      setImmediate(() => {
        waiting.delete(key);
        for (const part of batchesOf(all)) void settle(part, windows => readAll(frame, subject, windows));
      });
    });
}

/** Together as many as one request may bring. */
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
