/**
 * Typed arrays, ArrayBuffers, SharedArrayBuffers, DataViews and Node's Buffers of a program under js-debug. Invariant:
 * bytes are read and written only in the evaluation's own answer to "is it still the same array?".
 */
import type { Edit } from '../../../webview/protocol/debugSchema';
import { abortable } from '../../../core/file/abort';
import {
  canRead,
  canWrite,
  changed,
  clip,
  readExactly,
  type Referenced,
  writeChecked,
} from '../memoryReference';
import { observeEach } from '../observe';
import { MAX_REQUEST_BYTES } from '../runtime';
import type { Frame, Observed, ReadWindow, Runtime, Subject, SubjectRequest } from '../runtime';
import { type BytesFacts, readFacts } from './answers';
import { describe, notInspectable } from './describe';
import { evaluateMemory, evaluateText } from './evaluate';
import { listArrays } from './list';
import { bytesExpression, CHANGED, describeExpression, digestExpression } from './script';

/** The most that is digested at a stop: a quarter of a second. */
const MAX_DIGESTED_BYTES = 64 * 1024 * 1024;

type Identified = Subject & { readonly identity: string };

export const javascriptRuntime: Runtime = {
  language: 'javascript',
  observe: (frame, wanted, signal) => observeEach({ list: listArrays, look }, frame, wanted, signal),
  read: (frame, subject, window, signal) => abortable(read(frame, subject, window), signal),
  write,
};

async function look(frame: Frame, subject: SubjectRequest): Promise<Observed> {
  const facts = readFacts(await evaluateText(frame, describeExpression(subject.expression)));
  if (facts.kind !== 'bytes') throw notInspectable(subject.expression, facts);
  const description = describe(frame, subject, facts);
  const identified = { ...subject, identity: description.identity };
  const windows = canRead(frame) ? await readWindows(frame, identified, facts) : [];
  return { description, windows, ...(subject.digests ? await digests(frame, identified, facts) : {}) };
}

async function readWindows(
  frame: Frame,
  subject: SubjectRequest & Identified,
  { bufferLength }: BytesFacts,
): Promise<ReadWindow[]> {
  const inside = subject.windows
    .map(window => clip(window, bufferLength))
    .filter(({ byteLength }) => byteLength > 0 && byteLength <= MAX_REQUEST_BYTES);
  if (inside.length === 0) return [];
  const memory = await memoryOf(frame, subject);
  const windows: ReadWindow[] = [];
  for (const window of inside) {
    windows.push({ byteOffset: window.byteOffset, bytes: await readExactly(frame, memory, window) });
  }
  return windows;
}

async function digests(
  frame: Frame,
  subject: Identified,
  { bufferLength }: BytesFacts,
): Promise<Pick<Observed, 'digests' | 'digestsRefused'>> {
  if (bufferLength > MAX_DIGESTED_BYTES) return { digestsRefused: 'the buffer is larger than 64 MiB' };
  const hex = await evaluateText(frame, digestExpression(subject.expression, subject.identity));
  if (hex === CHANGED) throw changed();
  return { digests: new Uint8Array(Buffer.from(hex, 'hex')) };
}

async function read(
  frame: Frame,
  subject: Identified,
  window: { readonly byteOffset: number; readonly byteLength: number },
): Promise<Uint8Array> {
  return readExactly(frame, await memoryOf(frame, subject), window);
}

async function write(frame: Frame, subject: Identified, edit: Edit): Promise<void> {
  if (!canWrite(frame)) return writeChecked(frame, NOWHERE, edit);
  await writeChecked(frame, await memoryOf(frame, subject), edit);
}

/** For errors that come before any memory is looked at. */
const NOWHERE: Referenced = { reference: '', byteLength: 0 };

/** The buffer under the value, where that is still what `identity` says. */
async function memoryOf(frame: Frame, { expression, identity }: Identified): Promise<Referenced> {
  const { memoryReference } = await evaluateMemory(frame, bytesExpression(expression, identity));
  if (memoryReference === undefined) throw changed();
  return { reference: memoryReference, byteLength: bufferLengthOf(identity) };
}

/** An identity has the buffer's length as its fourth part. */
const bufferLengthOf = (identity: string): number => Number(identity.split(' ')[3]);
