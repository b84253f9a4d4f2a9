/**
 * Reads and writes memory by the `memoryReference`s of the Debug Adapter Protocol. Invariant: no request reaches past the
 * end of the referenced memory, and none is sent that the adapter does not support.
 * https://microsoft.github.io/debug-adapter-protocol/specification#Requests_ReadMemory
 */
import * as v from 'valibot';
import { InspectorError } from '../../core/errors';
import type { Edit } from '../../webview/protocol/requestParams';
import { checkedRequest } from './request';
import { type ByteWindow, type Frame, MAX_REQUEST_BYTES, type ReadWindow } from './runtime';
import { t } from '../l10n';

/** The memory of an owner, which the adapter addresses by an opaque reference to its byte 0. */
export interface OwnerMemory {
  readonly reference: string;
  readonly byteLength: number;
}

const readAnswer = v.object({
  data: v.optional(v.string()),
  unreadableBytes: v.optional(v.number()),
});
const writeAnswer = v.nullish(v.object({ bytesWritten: v.optional(v.number()) }));

/** Whether the adapter can read memory. */
export const canRead = (frame: Frame): boolean => frame.capabilities.supportsReadMemoryRequest === true;
/** Whether the adapter can read and write memory. */
export const canWrite = (frame: Frame): boolean =>
  canRead(frame) && frame.capabilities.supportsWriteMemoryRequest === true;

/** The reason given where the adapter cannot read memory. */
export const NO_MEMORY_ACCESS = t('the debugger cannot read memory');

/** Returns the part of `window` inside the first `byteLength` bytes; of length 0 where there is none. */
export function clip(window: ByteWindow, byteLength: number): ByteWindow {
  const byteOffset = Math.min(Math.max(0, window.byteOffset), byteLength);
  const end = Math.min(byteLength, window.byteOffset + window.byteLength);
  return { byteOffset, byteLength: Math.max(0, end - byteOffset) };
}

/** Reads all bytes of `window`. Rejects with `not-inspectable` where some cannot be read, and names them. */
export async function readExactly(
  frame: Frame,
  memory: OwnerMemory,
  window: ByteWindow,
): Promise<Uint8Array> {
  const { bytes } = await readAvailable(frame, memory, window);
  if (bytes.length < window.byteLength) {
    throw new InspectorError('not-inspectable', unreadableText(window, bytes.length), {
      action: t(
        'Check that the pointer is valid and that the shape is not larger than the memory it points to.',
      ),
    });
  }
  return bytes;
}

/** Reads the bytes of `window` up to the first unreadable one; `unreadable` names those that are missing. */
export async function readAvailable(
  frame: Frame,
  memory: OwnerMemory,
  window: ByteWindow,
): Promise<ReadWindow & { readonly unreadable?: string }> {
  checkWindow(frame, memory, window);
  const bytes = new Uint8Array(window.byteLength);
  let length = 0;
  // An adapter may return fewer bytes than requested, and the rest on the next request.
  while (length < bytes.length) {
    const part = await readOnce(frame, memory, window.byteOffset + length, bytes.length - length);
    if (part.length === 0) break;
    bytes.set(part, length);
    length += part.length;
  }
  const unreadable = length < bytes.length ? unreadableText(window, length) : undefined;
  return { byteOffset: window.byteOffset, bytes: bytes.slice(0, length), unreadable };
}

async function readOnce(
  frame: Frame,
  memory: OwnerMemory,
  offset: number,
  count: number,
): Promise<Uint8Array> {
  const args = { memoryReference: memory.reference, offset, count };
  const { data } = await checkedRequest(readAnswer, frame.session, 'readMemory', args);
  return new Uint8Array(Buffer.from(data ?? '', 'base64').subarray(0, count));
}

/**
 * Writes `edit` if its old bytes are still in place. The bytes are read back, because adapters may report success
 * without writing. Rejects with `read-only` and `memory-changed`.
 */
export async function writeChecked(frame: Frame, memory: OwnerMemory, edit: Edit): Promise<void> {
  const { byteOffset, oldBytes, newBytes } = edit;
  if (!canWrite(frame)) throw readOnlyError();
  if (oldBytes.length !== newBytes.length) {
    throw new InspectorError(
      'invalid-input',
      t('{0} bytes cannot replace {1} bytes', newBytes.length, oldBytes.length),
      { action: t('Replace them with the same number of bytes.') },
    );
  }
  const window = { byteOffset, byteLength: oldBytes.length };
  if (!equal(await readExactly(frame, memory, window), oldBytes)) throw memoryChangedError();
  await checkedRequest(writeAnswer, frame.session, 'writeMemory', {
    memoryReference: memory.reference,
    offset: byteOffset,
    data: Buffer.from(newBytes).toString('base64'),
  });
  if (!equal(await readExactly(frame, memory, window), newBytes)) {
    throw new InspectorError('read-only', t('the debugger did not store the bytes at {0}', byteOffset), {
      action: t('Check that the memory is writable, then try again.'),
    });
  }
}

/** The error where the array is no longer the one that was observed. */
export function memoryChangedError(): InspectorError {
  return new InspectorError('memory-changed', t('the array has changed since it was last read'), {
    action: t('Refresh to see its current contents, then try again.'),
  });
}

function readOnlyError(): InspectorError {
  return new InspectorError('read-only', t('the debugger cannot write memory'), {
    action: t('Change the value in the Debug Console instead.'),
  });
}

function checkWindow(frame: Frame, memory: OwnerMemory, { byteOffset, byteLength }: ByteWindow): void {
  if (!canRead(frame)) {
    throw new InspectorError('not-inspectable', NO_MEMORY_ACCESS, {
      action: t('Update the debugger, or use one that can read memory.'),
    });
  }
  if (byteLength > MAX_REQUEST_BYTES) {
    throw new InspectorError('too-large', t('{0} bytes are too many for one request', byteLength), {
      action: t('Read at most {0} bytes at a time.', MAX_REQUEST_BYTES),
    });
  }
  if (byteOffset < 0 || byteOffset + byteLength > memory.byteLength) {
    throw new InspectorError(
      'out-of-bounds',
      t(
        'bytes {0} to {1} are outside the {2} bytes of the owner',
        byteOffset,
        byteOffset + byteLength,
        memory.byteLength,
      ),
      { action: t('Stay within the memory that owns the bytes.') },
    );
  }
}

const unreadableText = (window: ByteWindow, length: number): string =>
  t('bytes {0} to {1} cannot be read', window.byteOffset + length, window.byteOffset + window.byteLength - 1);

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
