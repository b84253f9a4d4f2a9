/**
 * A typed array, a DataView or a buffer of a JavaScript program, as NumPy would see it: one axis over the bytes of its
 * ArrayBuffer, which owns them. V8 moves buffers and tells no addresses, so there are none.
 */
import type { OwnerFacts } from '../../../core/bytes';
import { InspectorError } from '../../../core/errors';
import { flagsOf, layoutFields, contiguousArray, type ContiguousArray } from '../contiguousArray';
import { NO_MEMORY_ACCESS, canRead, canWrite } from '../memoryReference';
import type { Description, Frame, Subject } from '../runtime';
import { type BytesFacts, DTYPES, type Facts, identityOf, type ObservedFacts } from './answers';
import { t } from '../../l10n';

/** Buffers are aligned for every dtype: their first byte counts as address 0. */
const ALIGNED_ADDRESS = 0n;

/** Names of what has bytes, and no dtype of its own. */
const isRaw = ({ tag, type }: BytesFacts): boolean => tag === '' || tag === 'DataView' || type === 'Buffer';

export function describe(frame: Frame, subject: Subject, facts: BytesFacts): Description {
  const placed = subject.layout ? contiguousArray(subject.layout) : arrayOf(facts);
  return {
    facts: {
      name: subject.expression,
      typeName: typeName(facts),
      dtype: placed.dtype,
      layout: layoutFields(placed.layout),
      flags: flagsOf(placed, { ownsData: facts.tag === '', address: ALIGNED_ADDRESS }),
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

/** The layout of a view without gaps, from its first item on. */
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

/** Why there is nothing to draw. */
export function notInspectableError(
  expression: string,
  facts: Exclude<Facts, ObservedFacts>,
): InspectorError {
  const say = (message: string, action: string): InspectorError =>
    new InspectorError('not-inspectable', message, { action });
  switch (facts.kind) {
    case 'thrown':
      return say(facts.message, t('Check that the expression has a value in the selected frame.'));
    case 'detached':
      return say(
        t('the buffer of {0} is detached: its bytes were transferred', expression),
        t('Inspect the array that they were transferred to.'),
      );
    case 'array':
      return say(
        t('{0} is a plain array: it has no bytes of its own', expression),
        t('Inspect Float64Array.from({0}), a copy of its numbers that has.', expression),
      );
    case 'other':
      return say(
        t('{0} is {1}: it has no bytes to look at', expression, facts.type),
        t('Inspect a typed array, an ArrayBuffer, a DataView or a Buffer.'),
      );
  }
}
