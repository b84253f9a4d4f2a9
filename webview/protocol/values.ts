/** The plain values that the schemas are made of. */
import * as v from 'valibot';

export const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const integer = v.pipe(v.number(), v.safeInteger());
export const text = v.pipe(v.string(), v.maxLength(65536));
/** A whole number of any size. */
export const decimal = v.custom<string>(
  value => typeof value === 'string' && /^-?\d{1,40}$/.test(value),
  'expected a whole number',
);
/** Lengths of axes, in items. */
export const shape = v.pipe(v.array(natural), v.maxLength(64));
export const bytes = v.custom<Uint8Array>(value => value instanceof Uint8Array, 'expected bytes');
