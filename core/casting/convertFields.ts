/**
 * Conversion of structured items, field by field, and of subarrays inside items. Bytes between fields are
 * left unchanged.
 * Follows `get_fields_transfer_function` and `get_subarray_transfer_function` (dtype_transfer.c).
 */
import type { DType } from '../dtype/dtype';
import { noSuchCast } from './rules';
import type { Conversion } from './types';

type Between = (to: DType, from: DType) => Conversion;

interface Part {
  readonly convert: Conversion;
  readonly to: number;
  readonly from: number;
}

/** Runs several conversions one after the other, each over all items. */
const together =
  (parts: readonly Part[]): Conversion =>
  (to, toStep, from, fromStep, count) => {
    for (const part of parts) part.convert(to + part.to, toStep, from + part.from, fromStep, count);
  };

/** Returns the loop for structured dtypes. Fields are paired by position. `TypeError` if no cast exists. */
export function fieldsConversion(to: DType, from: DType, between: Between): Conversion {
  const [target, source] = [to.fields, from.fields];
  if (target && source) {
    if (target.length !== source.length) noSuchCast(from, to);
    const parts = target.map((field, k) => ({
      convert: between(field.dtype, source[k].dtype),
      to: field.offset,
      from: source[k].offset,
    }));
    return together(parts);
  }
  if (target) {
    return together(
      target.map(field => ({ convert: between(field.dtype, from), to: field.offset, from: 0 })),
    );
  }
  if (source?.length !== 1) return noSuchCast(from, to);
  return together([{ convert: between(to, source[0].dtype), to: 0, from: source[0].offset }]);
}

const shapeOf = (dtype: DType): readonly number[] => dtype.subarray?.shape ?? [];
const count = (dtype: DType): number => shapeOf(dtype).reduce((n, length) => n * length, 1);

/**
 * For each item of a target subarray, the index of its source item: the last axes are aligned, and an axis of
 * length 1 is repeated. −1 marks items without a source.
 */
function placesFrom(to: readonly number[], from: readonly number[], length: number): number[] {
  return Array.from({ length }, (_, place) => {
    let [rest, found, size] = [place, 0, 1];
    for (let axis = 1; axis <= to.length; axis++) {
      const [own, theirs] = [to[to.length - axis], from.at(-axis) ?? 1];
      const index = theirs === 1 ? 0 : rest % own;
      if (index >= theirs) return -1;
      found += index * size;
      rest = Math.floor(rest / own);
      size *= theirs;
    }
    return found;
  });
}

/**
 * Returns the loop for subarray dtypes. A single item fills the whole subarray. Different shapes are aligned
 * at their last axes: excess items are dropped and missing ones become 0.
 * Follows `get_subarray_transfer_function` (dtype_transfer.c).
 */
export function subarrayConversion(
  to: DType,
  from: DType,
  between: Between,
  into: ArrayBufferLike,
): Conversion {
  const [one, two] = [to.subarray?.base ?? to, from.subarray?.base ?? from];
  const convert = between(one, two);
  const [shape, sourceShape] = [shapeOf(to), shapeOf(from)];
  const [length, sourceLength] = [count(to), count(from)];
  const isSame = shape.join() === sourceShape.join();
  if (isSame || sourceLength === 1) {
    const step = sourceLength === 1 ? 0 : two.itemsize;
    return (at, toStep, start, fromStep, items) => {
      for (let k = 0; k < items; k++)
        convert(at + k * toStep, one.itemsize, start + k * fromStep, step, length);
    };
  }
  const places = placesFrom(shape, sourceShape, length);
  const bytes = new Uint8Array(into);
  return (at, toStep, start, fromStep, items) => {
    places.forEach((place, k) => {
      const target = at + k * one.itemsize;
      if (place >= 0) convert(target, toStep, start + place * two.itemsize, fromStep, items);
      else
        for (let n = 0; n < items; n++)
          bytes.fill(0, target + n * toStep, target + n * toStep + one.itemsize);
    });
  };
}
