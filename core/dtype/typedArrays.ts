/** JavaScript's typed arrays and the formats of their items. */
import {
  type BigIntArrayConstructor,
  FORMAT_NAMES,
  FORMATS,
  type NumberArrayConstructor,
  type NumericFormat,
} from './formats';

/** The formats of the items of typed arrays, by the name of the array's class: `{ Int8Array: 'int8', … }`. */
export const TYPED_ARRAY_FORMATS: Readonly<Record<string, NumericFormat>> = Object.fromEntries(
  FORMAT_NAMES.flatMap(format => {
    const { array } = FORMATS[format];
    return array ? [[array.name, format]] : [];
  }),
);

const isOfBigInts = (
  array: NumberArrayConstructor | BigIntArrayConstructor,
): array is BigIntArrayConstructor => array === BigInt64Array || array === BigUint64Array;

/** The typed array whose items are numbers of this format in native byte order; undefined where there is none. */
export function numberArrayOf(format: NumericFormat | undefined): NumberArrayConstructor | undefined {
  const array = format && FORMATS[format].array;
  return array && !isOfBigInts(array) ? array : undefined;
}
