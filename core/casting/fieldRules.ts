/**
 * Casting rules for structured dtypes, whose fields are paired by position, and for subarrays.
 * Follows `can_cast_fields_safety` and `structured_to_nonstructured_get_loop` (convert_datatype.c).
 */
import type { DType, Field } from '../dtype/dtype';
import { weakest } from './levels';
import type { Casting } from './types';

type LevelOf = (from: DType, to: DType) => Casting | undefined;

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((length, axis) => length === b[axis]);

/**
 * Returns the strictest rule that allows a cast from or to a subarray dtype, or undefined if none does.
 * `levelOf` gives the rule for the base dtypes.
 */
export function subarrayLevel(from: DType, to: DType, levelOf: LevelOf): Casting | undefined {
  const [one, two] = [from.subarray, to.subarray];
  if (one && two && sameShape(one.shape, two.shape)) return levelOf(one.base, two.base);
  const level = levelOf(one?.base ?? from, two?.base ?? to);
  // A single item fills the whole subarray.
  if (!one && two && !from.fields) return level && weakest(level, 'safe');
  return level && 'unsafe';
}

/**
 * Returns the strictest rule that allows a cast from or to a structured dtype, or undefined if none does.
 * `levelOf` gives the rule for the fields.
 */
export function fieldsLevel(from: DType, to: DType, levelOf: LevelOf): Casting | undefined {
  if (from.fields && to.fields) return bothLevel(from, to, from.fields, to.fields, levelOf);
  if (!from.fields) return 'unsafe';
  if (from.fields.length === 0) return to.itemsize === 0 ? 'no' : undefined;
  return from.fields.length === 1 && levelOf(from.fields[0].dtype, to) ? 'unsafe' : undefined;
}

function bothLevel(
  from: DType,
  to: DType,
  one: readonly Field[],
  two: readonly Field[],
  levelOf: LevelOf,
): Casting | undefined {
  if (one.length !== two.length) return undefined;
  let level: Casting = from.itemsize === to.itemsize ? 'no' : 'equiv';
  for (const [k, field] of one.entries()) {
    const own = levelOf(field.dtype, two[k].dtype);
    if (!own) return undefined;
    level = weakest(level, own);
    if (field.offset !== two[k].offset) level = weakest(level, 'equiv');
    if (field.name !== two[k].name || field.title !== two[k].title) level = weakest(level, 'safe');
  }
  return level;
}
