/**
 * Describes a typed array, a DataView or a buffer of a JavaScript program as NumPy would: one axis over the bytes of the
 * ArrayBuffer that owns them. There are no addresses: V8 does not expose them, and moves buffers.
 */
import type { OwnerFacts } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import { flagsOf, layoutFields, contiguousArray, type ContiguousArray } from '../contiguousArray';
import { NO_MEMORY_ACCESS, canRead, canWrite } from '../memoryReference';
import type { Description, Frame, Subject } from '../runtime';
import { type BytesFacts, DTYPES, type Facts, identityOf, type ObservedFacts } from './answers';
import { t } from '../../l10n';

/** Buffers are aligned for every dtype: any aligned address serves for the flags. */
const ALIGNED_ADDRESS = 0n;

/** Whether the value has bytes and no dtype. */
const isRaw = ({ tag, type }: BytesFacts): boolean => tag === '' || tag === 'DataView' || type === 'Buffer';

/** Describes the value; where the user gave a layout, with that. */
export function describe(frame: Frame, subject: Subject, facts: BytesFacts): Description {
  const array = subject.layout ? contiguousArray(subject.layout) : arrayOf(facts);
  return {
    facts: {
      name: subject.expression,
      typeName: typeName(facts),
      dtype: array.dtype,
      layout: layoutFields(array.layout),
      flags: flagsOf(array, { ownsData: facts.tag === '', address: ALIGNED_ADDRESS }),
      owners: owners(subject.expression, facts),
      source: { id: `buffer of ${subject.expression}`, byteLength: facts.bufferLength },
    },
    identity: identityOf(facts),
    notes: notes(facts),
    canWrite: canWrite(frame),
    asksLayout: isRaw(facts),
    ...(canRead(frame) ? {} : { unreadable: NO_MEMORY_ACCESS }),
  };
}

/** Returns the layout of a view in its buffer. */
export function arrayOf({ tag, byteOffset, byteLength }: BytesFacts): ContiguousArray {
  const { layout } = contiguousArray({ dtype: DTYPES[tag], shape: [], order: 'C', offset: 0 });
  return contiguousArray({
    dtype: DTYPES[tag],
    shape: [Math.floor(byteLength / layout.itemsize)],
    order: 'C',
    offset: byteOffset,
  });
}

const bufferType = ({ shared }: BytesFacts): string => (shared ? 'SharedArrayBuffer' : 'ArrayBuffer');
const typeName = (facts: BytesFacts): string => facts.type || facts.tag || bufferType(facts);

function owners(expression: string, facts: BytesFacts): OwnerFacts[] {
  const view = { name: expression, typeName: typeName(facts), byteLength: facts.byteLength };
  if (facts.tag === '') return [view];
  const name = /^[\w$.[\]]+$/.test(expression) ? `${expression}.buffer` : `(${expression}).buffer`;
  return [view, { name, typeName: bufferType(facts), byteLength: facts.bufferLength }];
}

function notes({ shared, maxLength }: BytesFacts): string[] {
  const found: string[] = [];
  if (shared) found.push(t('Shared: other threads may change the bytes while this one is stopped.'));
  if (maxLength !== null) found.push(t('Resizable: the buffer may grow to {0} bytes.', maxLength));
  return found;
}

/** The error for a value without bytes. */
export function notInspectableError(
  expression: string,
  facts: Exclude<Facts, ObservedFacts>,
): InspectorError {
  const error = (message: string, action: string): InspectorError =>
    new InspectorError('not-inspectable', message, { action });
  switch (facts.kind) {
    case 'thrown':
      return error(facts.message, t('Check that the expression can be evaluated in the selected frame.'));
    case 'detached':
      return error(
        t('the buffer of {0} is detached: its bytes were transferred', expression),
        t('Inspect the buffer that they were transferred to.'),
      );
    case 'array':
      return error(
        t('{0} is a plain array: it has no bytes of its own', expression),
        t('Inspect Float64Array.from({0}), which copies its numbers into bytes.', expression),
      );
    case 'other':
      return error(
        t('{0} is {1}: it has no bytes to inspect', expression, facts.type),
        t('Inspect a typed array, an ArrayBuffer, a DataView or a Buffer.'),
      );
  }
}
