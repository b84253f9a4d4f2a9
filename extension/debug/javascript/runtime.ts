/**
 * The runtime for JavaScript programs under js-debug: typed arrays, ArrayBuffers, SharedArrayBuffers, DataViews and Node's
 * Buffers. Invariant: memory is accessed only after an evaluation confirms that the array is still the same.
 */
import type { Edit } from '../../../webview/protocol/requestParams';
import { abortable } from '../../../core/file/source/abort';
import {
  canRead,
  canWrite,
  memoryChangedError,
  clip,
  readExactly,
  type OwnerMemory,
  writeChecked,
} from '../memoryReference';
import { observeEach } from '../observeEach';
import { MAX_REQUEST_BYTES } from '../runtime';
import type { ByteWindow, Frame, Observed, ReadWindow, Runtime, Subject, SubjectRequest } from '../runtime';
import { type BytesFacts, type ObservedFacts, readFacts } from './answers';
import { describe, notInspectableError } from './describe';
import { evaluateMemory, evaluateText } from './evaluate';
import { listArrays } from './list';
import { bytesExpression, observeExpression } from './script';
import { t } from '../../l10n';

/** The largest buffer whose pages are digested at a stop: about a second, since V8 does not optimise evaluated code. */
const MAX_DIGESTED_BYTES = 8 * 1024 * 1024;

/** Windows up to this total come with the description, which saves a round trip. */
const MAX_INLINE_BYTES = 256 * 1024;

type Identified = Subject & { readonly identity: string };

/** Evaluates the expressions of script.ts, and reads memory by the adapter's references. */
export const javascriptRuntime: Runtime = {
  language: 'javascript',
  observe: (frame, wanted, signal) => observeEach({ list: listArrays, observe }, frame, wanted, signal),
  read: (frame, subject, window, signal) => abortable(read(frame, subject, window), signal),
  write,
};

async function observe(frame: Frame, subject: SubjectRequest): Promise<Observed> {
  const wanted = canRead(frame) ? subject.windows.filter(({ byteLength }) => byteLength > 0) : [];
  const total = wanted.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const expression = observeExpression(subject.expression, {
    windows: total <= MAX_INLINE_BYTES ? wanted : [],
    digestsUpTo: subject.digests ? MAX_DIGESTED_BYTES : -1,
  });
  const facts = readFacts(await evaluateText(frame, expression));
  if (facts.kind !== 'bytes') throw notInspectableError(subject.expression, facts);
  const description = describe(frame, subject, facts);
  const identified = { ...subject, identity: description.identity };
  const windows =
    total <= MAX_INLINE_BYTES ? inlineWindows(facts) : await readWindows(frame, identified, facts, wanted);
  return { description, windows, ...(subject.digests ? digestsOf(facts) : {}) };
}

function inlineWindows({ windows }: ObservedFacts): ReadWindow[] {
  return windows
    .filter(({ hex }) => hex !== '')
    .map(({ byteOffset, hex }) => ({ byteOffset, bytes: new Uint8Array(Buffer.from(hex, 'hex')) }));
}

async function readWindows(
  frame: Frame,
  subject: Identified,
  { bufferLength }: BytesFacts,
  wanted: readonly ByteWindow[],
): Promise<ReadWindow[]> {
  const inside = wanted
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

function digestsOf({ digests }: ObservedFacts): Pick<Observed, 'digests' | 'digestsRefused'> {
  if (digests === null) return { digestsRefused: t('the buffer is larger than 8 MiB') };
  return { digests: new Uint8Array(Buffer.from(digests, 'hex')) };
}

async function read(frame: Frame, subject: Identified, window: ByteWindow): Promise<Uint8Array> {
  return readExactly(frame, await memoryOf(frame, subject), window);
}

async function write(frame: Frame, subject: Identified, edit: Edit): Promise<void> {
  if (!canWrite(frame)) return writeChecked(frame, NO_MEMORY, edit);
  await writeChecked(frame, await memoryOf(frame, subject), edit);
}

/** Where writing fails before memory is accessed. */
const NO_MEMORY: OwnerMemory = { reference: '', byteLength: 0 };

/** Returns the buffer of the value. Rejects with `memory-changed` where it no longer matches `identity`. */
async function memoryOf(frame: Frame, { expression, identity }: Identified): Promise<OwnerMemory> {
  const { memoryReference } = await evaluateMemory(frame, bytesExpression(expression, identity));
  if (memoryReference === undefined) throw memoryChangedError();
  return { reference: memoryReference, byteLength: bufferLengthOf(identity) };
}

/** The buffer's length is the fourth part of an identity. */
const bufferLengthOf = (identity: string): number => Number(identity.split(' ')[3]);
