/** Values of JavaScript as stored items of a numeric dtype, the way C casts: no bounds are checked, integers wrap. */
import { InspectorError } from '../errors';
import type { DType } from '../dtype/dtype';
import type { Complex, Item } from '../dtype/items/read';
import { bitsOfHalf } from '../dtype/items/half';

/** Stores a value at a byte offset. */
export type Store = (view: DataView, byteOffset: number, value: Item) => void;

const isComplex = (value: Item): value is Complex => typeof value === 'object' && 're' in value;

function realOf(value: Item): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint' || typeof value === 'boolean') return Number(value);
  return isComplex(value) ? value.re : NaN;
}

/** Truncated to 64 bits; what no integer is becomes the least one, as on x86. */
export function wholeOf(value: Item): bigint {
  if (typeof value === 'bigint') return value;
  const real = realOf(value);
  if (!(Math.abs(real) < 2 ** 64)) return -(2n ** 63n);
  return BigInt(Math.trunc(real));
}

function integerStore({ itemsize, byteOrder }: DType): Store {
  const little = byteOrder !== '>';
  switch (itemsize) {
    case 1:
      return (view, at, value) => view.setUint8(at, Number(BigInt.asUintN(8, wholeOf(value))));
    case 2:
      return (view, at, value) => view.setUint16(at, Number(BigInt.asUintN(16, wholeOf(value))), little);
    case 4:
      return (view, at, value) => view.setUint32(at, Number(BigInt.asUintN(32, wholeOf(value))), little);
    default:
      return (view, at, value) => view.setBigUint64(at, BigInt.asUintN(64, wholeOf(value)), little);
  }
}

function floatStore({ format, byteOrder, name }: DType): Store {
  const little = byteOrder !== '>';
  if (format === 'float64') return (view, at, value) => view.setFloat64(at, realOf(value), little);
  if (format === 'float32') return (view, at, value) => view.setFloat32(at, realOf(value), little);
  if (format === 'float16') {
    return (view, at, value) => view.setUint16(at, bitsOfHalf(realOf(value)), little);
  }
  throw new InspectorError('unsupported-dtype', `items of ${name} cannot be stored yet`);
}

function complexStore({ format, byteOrder, name }: DType): Store {
  const little = byteOrder !== '>';
  const imOf = (value: Item): number => (isComplex(value) ? value.im : 0);
  if (format === 'complex128')
    return (view, at, value) => {
      view.setFloat64(at, realOf(value), little);
      view.setFloat64(at + 8, imOf(value), little);
    };
  if (format === 'complex64')
    return (view, at, value) => {
      view.setFloat32(at, realOf(value), little);
      view.setFloat32(at + 4, imOf(value), little);
    };
  throw new InspectorError('unsupported-dtype', `items of ${name} cannot be stored yet`);
}

/** How values are stored as items of `dtype`. */
export function itemStore(dtype: DType): Store {
  switch (dtype.kind) {
    case 'b':
      return (view, at, value) =>
        view.setUint8(
          at,
          typeof value === 'object' && isComplex(value)
            ? Number(value.re !== 0 || value.im !== 0)
            : Number(Boolean(value) || Number.isNaN(value)),
        );
    case 'i':
    case 'u':
      return integerStore(dtype);
    case 'f':
      return floatStore(dtype);
    case 'c':
      return complexStore(dtype);
    default:
      throw new InspectorError('unsupported-dtype', `items of ${dtype.name} cannot be stored yet`);
  }
}
