/**
 * Lists the arrays of a native frame by the types of its variables; nothing is evaluated. Pointers are not listed, because
 * the size of what they point at is unknown.
 */
import { contiguousArray } from '../contiguousArray';
import type { Frame, ListedArray, Listing } from '../runtime';
import { frameVariables, type Variable } from '../variables';
import { addressOf } from './describe';
import { addressIn, countIn } from './locate';
import { type NativeType, parseType } from './typeText';

/** Lists the first `limit` arrays of the frame. */
export async function listArrays(frame: Frame, limit: number): Promise<Listing> {
  const scopes = await frameVariables(frame, ({ name }) => !/register/i.test(name));
  const seen = new Set<string>();
  const arrays: ListedArray[] = [];
  for (const { scope, variables } of scopes) {
    for (const variable of variables) {
      const array = seen.has(variable.name) ? undefined : listed(variable, /global|static/i.test(scope.name));
      seen.add(variable.name);
      if (array) arrays.push(array);
    }
  }
  return { arrays: arrays.slice(0, limit), more: Math.max(0, arrays.length - limit) };
}

function listed(variable: Variable, isGlobal: boolean): ListedArray | undefined {
  const type = parseType(variable.type ?? '');
  if (type.kind !== 'array' && type.kind !== 'sequence') return undefined;
  const count = countIn(variable.value);
  const shape = type.kind === 'array' ? type.shape : count === undefined ? undefined : [count, ...type.shape];
  const memory = type.kind === 'array' ? memoryOf(variable, type) : undefined;
  return {
    name: variable.evaluateName ?? variable.name,
    scope: isGlobal ? 'global' : 'local',
    typeName: variable.type ?? '',
    ...(type.dtype === undefined ? {} : { dtype: type.dtype }),
    ...(shape ? { shape } : {}),
    ...(memory ? { memory } : {}),
  };
}

function memoryOf({ value, memoryReference }: Variable, type: NativeType): ListedArray['memory'] {
  const address = addressOf(type.isReference ? addressIn(value) : memoryReference);
  if (address === undefined || type.dtype === undefined) return undefined;
  const { layout } = contiguousArray({ dtype: type.dtype, shape: type.shape, order: 'C', offset: 0 });
  const { strides, itemsize, nbytes } = layout;
  return { address, strides, itemsize, owner: { address, byteLength: nbytes } };
}
