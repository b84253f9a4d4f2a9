/**
 * Describes an array, a vector or the memory behind a pointer of a native program as NumPy would. The owner is the object
 * itself: the allocation around it is unknown.
 */
import { InspectorError } from '../../../core/errors';
import { flagsOf, layoutFields, contiguousArray, type ContiguousArray } from '../contiguousArray';
import { NO_MEMORY_ACCESS, canRead, canWrite, type OwnerMemory } from '../memoryReference';
import type { Description, Frame, GivenLayout, Subject } from '../runtime';
import type { Located } from './locate';
import { t } from '../../l10n';

/** Number of items shown behind a pointer until the user gives the shape. */
const POINTED_ITEMS = 16;
/** Number of bytes shown of an object of unknown size. */
const OPAQUE_BYTES = 64;

/** A description with the memory to read it from. */
export interface DescribedMemory {
  readonly description: Description;
  /** Absent where the debugger gives no memory reference. */
  readonly memory?: OwnerMemory;
}

/** Describes a located object; where the user gave a layout, with that. */
export function describe(frame: Frame, subject: Subject, located: Located): DescribedMemory {
  const array = contiguousArray(subject.layout ?? ownLayout(located));
  const byteLength = extent(subject.layout, array, located);
  const address = addressOf(located.reference);
  const { typeName, type, reference } = located;
  const unreadable = whyUnreadable(frame, located, byteLength);
  const isWriteable = !type.isConst;
  const where = address === undefined ? {} : { address: String(address) };
  const description: Description = {
    facts: {
      name: subject.expression,
      typeName,
      dtype: array.dtype,
      layout: layoutFields(array.layout),
      flags: flagsOf(array, { ownsData: ownsData(located), isWriteable, address: address ?? 0n }),
      owners: [{ name: subject.expression, typeName, byteLength, ...where }],
      source: { id: reference ?? subject.expression, byteLength, ...where },
    },
    identity: [reference ?? '', byteLength, array.dtype, typeName].join(' '),
    notes: notes(located, subject),
    canWrite: isWriteable && canWrite(frame) && reference !== undefined,
    asksLayout: type.kind === 'pointer' || type.dtype === undefined,
    ...(unreadable === undefined ? {} : { unreadable }),
  };
  return { description, ...(reference === undefined ? {} : { memory: { reference, byteLength } }) };
}

function ownLayout({ type, shape, sizeof }: Located): GivenLayout {
  const place = { order: 'C', offset: 0 } as const;
  if (type.kind === 'pointer') {
    return { ...place, dtype: type.dtype ?? 'uint8', shape: [POINTED_ITEMS, ...type.shape] };
  }
  if (type.dtype !== undefined && shape) return { ...place, dtype: type.dtype, shape };
  return { ...place, dtype: 'uint8', shape: [sizeof ?? OPAQUE_BYTES] };
}

/** The size of the object in bytes; behind a pointer, as far as the layout reaches. */
function extent(given: GivenLayout | undefined, array: ContiguousArray, located: Located): number {
  if (given && located.type.kind !== 'pointer' && (located.type.dtype !== undefined || located.sizeof)) {
    return contiguousArray(ownLayout(located)).layout.nbytes;
  }
  return Math.max(0, array.layout.offset) + array.layout.nbytes;
}

/** Returns the address. References are opaque by the protocol, but those of native adapters are addresses. */
export function addressOf(reference: string | undefined): bigint | undefined {
  return reference !== undefined && /^0x[0-9a-f]{1,16}$/i.test(reference) ? BigInt(reference) : undefined;
}

const ownsData = ({ type }: Located): boolean => type.kind !== 'pointer' && !type.isReference && !type.isView;

function whyUnreadable(frame: Frame, { reference }: Located, byteLength: number): string | undefined {
  if (!canRead(frame)) return NO_MEMORY_ACCESS;
  if (reference === undefined && byteLength > 0)
    return t('the debugger gives no address for this expression');
  return undefined;
}

function notes({ type, typeName, sizeof }: Located, { layout }: Subject): string[] {
  const found: string[] = [];
  if (type.kind === 'pointer') {
    if (!layout) found.push(t('A pointer has no length; showing {0} items.', POINTED_ITEMS));
    return found;
  }
  if (type.dtype !== undefined) return found;
  found.push(t('{0} has no NumPy dtype; showing its bytes.', typeName || t('The value')));
  if (sizeof === undefined)
    found.push(t('The debugger does not report its size; showing {0} bytes.', OPAQUE_BYTES));
  return found;
}

/** The error on writing to a `const` object. */
export function constError(expression: string): InspectorError {
  return new InspectorError('read-only', t('{0} is const', expression), {
    action: t('Change the value it was copied from, or the source code.'),
  });
}
