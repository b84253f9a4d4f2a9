/**
 * The runtime for native programs under lldb-dap, gdb and cppdbg. Invariant: each read and write evaluates the expression
 * again, and accesses memory only where address, type and size are still the same.
 */
import { createHash } from 'node:crypto';
import { InspectorError } from '../../../core/errors';
import { abortable } from '../../../core/file/source/abort';
import type { Edit } from '../../../webview/protocol/requestParams';
import {
  canRead,
  memoryChangedError,
  clip,
  readExactly,
  readAvailable,
  type OwnerMemory,
  writeChecked,
} from '../memoryReference';
import { observeEach } from '../observeEach';
import { isFatal } from '../request';
import { MAX_REQUEST_BYTES } from '../runtime';
import type { ByteWindow, Frame, Observed, ReadWindow, Runtime, Subject, SubjectRequest } from '../runtime';
import { constError, describe, type DescribedMemory } from './describe';
import { listArrays } from './list';
import { locate } from './locate';
import { t } from '../../l10n';

/** The largest owner whose pages are digested at a stop. */
const MAX_DIGESTED_BYTES = 4 * MAX_REQUEST_BYTES;
const PAGE_BYTES = 4096;
const DIGEST_BYTES = 8;

type Identified = Subject & { readonly identity: string };

/** Reads memory by the adapter's memory references. */
export const nativeRuntime: Runtime = {
  language: 'native',
  observe: (frame, wanted, signal) => observeEach({ list: listArrays, observe }, frame, wanted, signal),
  read: (frame, subject, window, signal) => abortable(read(frame, subject, window), signal),
  write,
};

const describeNow = async (frame: Frame, subject: Subject): Promise<DescribedMemory> =>
  describe(frame, subject, await locate(frame, subject.expression));

async function observe(frame: Frame, subject: SubjectRequest): Promise<Observed> {
  const { description, memory } = await describeNow(frame, subject);
  if (!memory || !canRead(frame)) {
    const refused = description.unreadable ?? t('there are no bytes');
    return { description, windows: [], ...(subject.digests ? { digestsRefused: refused } : {}) };
  }
  const { windows, notes } = await readWindows(frame, memory, subject.windows);
  return {
    description: { ...description, notes: [...description.notes, ...notes] },
    windows,
    ...(subject.digests ? await readDigests(frame, memory) : {}),
  };
}

async function readWindows(
  frame: Frame,
  memory: OwnerMemory,
  wanted: readonly ByteWindow[],
): Promise<{ windows: ReadWindow[]; notes: string[] }> {
  const windows: ReadWindow[] = [];
  const notes: string[] = [];
  for (const window of wanted.map(each => clip(each, memory.byteLength))) {
    if (window.byteLength === 0 || window.byteLength > MAX_REQUEST_BYTES) continue;
    const { byteOffset, bytes, unreadable } = await readAvailable(frame, memory, window);
    if (bytes.length > 0) windows.push({ byteOffset, bytes });
    if (unreadable !== undefined) notes.push(t('The {0}.', unreadable));
  }
  return { windows, notes };
}

async function readDigests(
  frame: Frame,
  memory: OwnerMemory,
): Promise<Pick<Observed, 'digests' | 'digestsRefused'>> {
  if (memory.byteLength > MAX_DIGESTED_BYTES) return { digestsRefused: t('the array is larger than 4 MiB') };
  const found = new Uint8Array(Math.ceil(memory.byteLength / PAGE_BYTES) * DIGEST_BYTES);
  try {
    for (let start = 0; start < memory.byteLength; start += MAX_REQUEST_BYTES) {
      const window = clip({ byteOffset: start, byteLength: MAX_REQUEST_BYTES }, memory.byteLength);
      const bytes = await readExactly(frame, memory, window);
      for (let at = 0; at < bytes.length; at += PAGE_BYTES) {
        const page = bytes.subarray(at, at + PAGE_BYTES);
        const digest = createHash('sha1').update(page).digest().subarray(0, DIGEST_BYTES);
        found.set(digest, ((start + at) / PAGE_BYTES) * DIGEST_BYTES);
      }
    }
  } catch (error) {
    if (isFatal(error) || !(error instanceof InspectorError)) throw error;
    return { digestsRefused: error.message };
  }
  return { digests: found };
}

async function read(frame: Frame, subject: Identified, window: ByteWindow): Promise<Uint8Array> {
  const { memory } = await locateSame(frame, subject);
  return readExactly(frame, memory, window);
}

async function write(frame: Frame, subject: Identified, edit: Edit): Promise<void> {
  const { description, memory } = await locateSame(frame, subject);
  if (!description.facts.flags.WRITEABLE) throw constError(subject.expression);
  await writeChecked(frame, memory, edit);
}

/** Locates the expression again. Rejects with `memory-changed` where it no longer matches `identity`. */
async function locateSame(
  frame: Frame,
  subject: Identified,
): Promise<{ description: DescribedMemory['description']; memory: OwnerMemory }> {
  const { description, memory } = await describeNow(frame, subject);
  if (description.identity !== subject.identity) throw memoryChangedError();
  return { description, memory: memory ?? { reference: '', byteLength: 0 } };
}
