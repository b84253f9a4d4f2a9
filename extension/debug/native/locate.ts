/**
 * Locates the items of an expression in a native program. Invariant: no function of the program is called. Sizes come
 * from the debugger's summaries, addresses from its memory references and from members that are read.
 *
 * In lldb-dap, the memory reference of a pointer or C++ reference is that of the variable that holds the address; the
 * target's address is in its text. The texts of gdb and cppdbg have it too.
 */
import * as v from 'valibot';
import { InspectorError } from '../../../core/errors';
import { contiguousArray } from '../contiguousArray';
import { checkedRequest, isFatal } from '../request';
import type { Frame } from '../runtime';
import { childrenOf, type Variable } from '../variables';
import { type NativeType, parseType } from './typeText';
import { t } from '../../l10n';

const answer = v.object({
  result: v.string(),
  type: v.optional(v.string()),
  variablesReference: v.optional(v.number()),
  indexedVariables: v.optional(v.number()),
  memoryReference: v.optional(v.string()),
});
/** The response to `evaluate`. */
export type Evaluated = v.InferOutput<typeof answer>;

/** The type, address and shape of an object. */
export interface Located {
  readonly typeName: string;
  readonly type: NativeType;
  /** The adapter's reference to byte 0 of the items; absent where it gives none. */
  readonly reference?: string;
  /** Absent where the number of items is unknown. */
  readonly shape?: readonly number[];
  /** Size in bytes of an opaque object, where the debugger knows it. */
  readonly sizeof?: number;
}

/** Members that point to the first item of a vector in libstdc++, libc++ and Microsoft's library. */
const FIRST_MEMBERS = ['_M_impl._M_start', '__begin_', '_Mypair._Myval2._Myfirst'];

/** Evaluates the expression and locates its items. Rejects with `not-inspectable` where they have no address. */
export async function locate(frame: Frame, expression: string): Promise<Located> {
  const value = await evaluate(frame, expression);
  const typeName = value.type ?? '';
  const type = parseType(typeName);
  if (type.kind === 'pointer') return locatePointer(expression, value, typeName, type);
  if (type.kind === 'sequence') return locateSequence(frame, expression, value, typeName, type);
  const reference = type.isReference
    ? (addressIn(value.result) ?? value.memoryReference)
    : value.memoryReference;
  if (type.dtype !== undefined) {
    const known = reference ?? (await evaluateAddress(frame, expression));
    return { typeName, type, reference: known, shape: type.shape };
  }
  return locateOpaque(frame, expression, { typeName, type, reference }, value);
}

function evaluate({ session, frameId }: Frame, expression: string): Promise<Evaluated> {
  return checkedRequest(answer, session, 'evaluate', { expression, frameId, context: 'watch' });
}

/** gdb gives memory references for pointers only. */
async function evaluateAddress(frame: Frame, expression: string): Promise<string | undefined> {
  const pointer = await orUndefined(evaluate(frame, `&(${expression})`));
  return pointer && addressIn(pointer.result);
}

function locatePointer(expression: string, value: Evaluated, typeName: string, type: NativeType): Located {
  const reference = addressIn(value.result) ?? value.memoryReference;
  if (reference !== undefined && /^0x0+$/i.test(reference)) {
    throw new InspectorError('not-inspectable', t('{0} is a null pointer', expression), {
      action: t('Step to where it points to something.'),
    });
  }
  return { typeName, type, reference };
}

async function locateSequence(
  frame: Frame,
  expression: string,
  value: Evaluated,
  typeName: string,
  type: NativeType,
): Promise<Located> {
  const count = countIn(value.result) ?? value.indexedVariables;
  if (count === undefined) {
    throw new InspectorError(
      'not-inspectable',
      t('the debugger does not report how many items {0} has', expression),
      {
        action: t('Inspect a pointer to its first item, and give the shape.'),
      },
    );
  }
  if (/\bvector<bool\b/.test(typeName)) {
    throw new InspectorError(
      'not-inspectable',
      t('{0} packs its bools into bits, so its items have no addresses', expression),
      {
        action: t('Inspect a std::vector<char> instead.'),
      },
    );
  }
  const located = { typeName, type, shape: [count, ...type.shape] };
  if (count === 0) return { ...located, sizeof: 0 };
  const child = await firstItem(frame, value);
  const reference = child?.memoryReference ?? (await firstMember(frame, expression));
  if (type.dtype !== undefined || child?.type === undefined) return { ...located, reference };
  const itemsize = await sizeOf(frame, child.type);
  return { ...located, reference, ...(itemsize === undefined ? {} : { sizeof: count * itemsize }) };
}

async function firstItem(frame: Frame, { variablesReference }: Evaluated): Promise<Variable | undefined> {
  if (!variablesReference) return undefined;
  const children = (await orUndefined(childrenOf(frame, variablesReference, 1))) ?? [];
  return children.find(({ name }) => name === '[0]');
}

async function firstMember(frame: Frame, expression: string): Promise<string | undefined> {
  for (const member of FIRST_MEMBERS) {
    const pointer = await orUndefined(evaluate(frame, `(${expression}).${member}`));
    const reference = pointer && addressIn(pointer.result);
    if (reference !== undefined) return reference;
  }
  return undefined;
}

/** The operand of `sizeof` is not evaluated. */
async function sizeOf(frame: Frame, expression: string): Promise<number | undefined> {
  const size = await orUndefined(evaluate(frame, `sizeof(${expression})`));
  const digits = /^\d{1,15}/.exec(size?.result ?? '');
  return digits ? Number(digits[0]) : undefined;
}

/** An opaque name may stand for an array, as in `typedef double Grid[2][3]`: the type of its first item tells. */
async function locateOpaque(
  frame: Frame,
  expression: string,
  located: Omit<Located, 'shape'>,
  value: Evaluated,
): Promise<Located> {
  const sizeof = await sizeOf(frame, expression);
  if (sizeof === undefined) return located;
  const first = await firstItem(frame, value);
  if (first?.memoryReference === undefined || first.memoryReference !== located.reference) {
    return { ...located, sizeof };
  }
  const type = arrayOf(parseType(first.type ?? ''), sizeof);
  return type
    ? { ...located, type: { ...located.type, ...type }, shape: type.shape }
    : { ...located, sizeof };
}

/** Returns the array of `sizeof` bytes with items of type `item`; undefined where these do not fill it exactly. */
function arrayOf(item: NativeType, sizeof: number): Pick<NativeType, 'kind' | 'dtype' | 'shape'> | undefined {
  const { kind, dtype, shape } = item;
  if (dtype === undefined || (kind !== 'array' && kind !== 'scalar')) return undefined;
  const { nbytes } = contiguousArray({ dtype, shape, order: 'C', offset: 0 }).layout;
  if (nbytes === 0 || sizeof % nbytes !== 0) return undefined;
  return { kind: 'array', dtype, shape: [sizeof / nbytes, ...shape] };
}

async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isFatal(error)) throw error;
    return undefined;
  }
}

/** Returns the address in a value's text, such as `0x00007fffffffe510 size=3` or `(double (*)[4]) 0x7ffe5a0`. */
export function addressIn(text: string): string | undefined {
  return /^(?:\(.+?\) )?@?(0x[0-9a-f]{1,16})\b/i.exec(text.slice(0, 1000))?.[1];
}

/** Returns the count in a value's text: lldb's `size=3`, Microsoft's `{ size=3 }`, gdb's `std::vector of length 3`. */
export function countIn(text: string): number | undefined {
  const count = /\b(?:size=|length )(\d{1,15})\b/.exec(text);
  return count ? Number(count[1]) : undefined;
}
