/**
 * The meaning of one item's bytes: an immutable `DType`, made only by `make.ts` and `struct.ts`, so that its parts always
 * agree (`itemsize` covers every field, `name` and `str` are NumPy's own).
 * Spec: https://numpy.org/doc/stable/reference/arrays.dtypes.html
 */
import type { NumericFormat } from './formats';
import type { DTypeKind } from './kind';

/** Little-endian, big-endian, or of no consequence. Never `=`: native is little-endian here. */
export type ByteOrder = '<' | '>' | '|';

/** NumPy's units of time, the longest first. */
export const TIME_UNITS = [
  'Y',
  'M',
  'W',
  'D',
  'h',
  'm',
  's',
  'ms',
  'us',
  'ns',
  'ps',
  'fs',
  'as',
  'generic',
] as const;

/** The length of one tick of a datetime or timedelta: `{ name: 's', count: 25 }` is 25 seconds. */
export interface TimeUnit {
  readonly name: (typeof TIME_UNITS)[number];
  readonly count: number;
}

/** One field of a structured dtype; `offset` in bytes from the start of the item. */
export interface Field {
  /** The name it is read by. */
  readonly name: string;
  /** The meaning of its bytes. */
  readonly dtype: DType;
  /** In bytes, from the start of the item. */
  readonly offset: number;
  /** A second name. */
  readonly title?: string;
}

/** A fixed-shape array inside each item. */
export interface Subarray {
  readonly base: DType;
  /** In items, C order, at least one axis. */
  readonly shape: readonly number[];
}

/** The meaning of one item's bytes. Immutable; sizes and offsets in bytes. Source: `numpy.dtype`. */
export interface DType {
  /** NumPy's letter for the kind of items: `b i u f c S U V M m`. */
  readonly kind: DTypeKind;
  /** In bytes, 0 … 2^31-1. */
  readonly itemsize: number;
  /** In bytes, as a C compiler on x86-64 aligns it. */
  readonly alignment: number;
  /** `<`, `>`, or `|` where it does not matter. */
  readonly byteOrder: ByteOrder;
  /** `np.dtype.name`: `float32`, `bytes40`, `datetime64[ns]`, … */
  readonly name: string;
  /** `np.dtype.str`: `<f4`, `|S5`, `|V12`, … Lossy for structured dtypes: see `dtypeText`. */
  readonly str: string;
  /** How the bytes of a number are read; present for the kinds b, i, u, f, c. */
  readonly format?: NumericFormat;
  /** Present for the kinds M and m. */
  readonly unit?: TimeUnit;
  /** Present for structured dtypes, in NumPy's order (which need not be the order of the offsets). */
  readonly fields?: readonly Field[];
  /** Present for a fixed-shape array inside the item. */
  readonly subarray?: Subarray;
  /** Made with `align=True`; a subarray says what its base says. */
  readonly isAlignedStruct: boolean;
}

const sameList = <T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean =>
  a.length === b.length && a.every((x, i) => same(x, b[i]));

const sameField = (a: Field, b: Field): boolean =>
  a.name === b.name && a.offset === b.offset && a.title === b.title && sameDType(a.dtype, b.dtype);

/** Whether both describe bytes the same way: equal descriptors, titles and `align=True` included. */
export function sameDType(a: DType, b: DType): boolean {
  if (a === b) return true;
  if (a.str !== b.str || a.name !== b.name || a.alignment !== b.alignment) return false;
  if (a.isAlignedStruct !== b.isAlignedStruct || a.format !== b.format) return false;
  if (a.subarray && b.subarray) {
    const { base, shape } = a.subarray;
    return sameList(shape, b.subarray.shape, (x, y) => x === y) && sameDType(base, b.subarray.base);
  }
  if (a.fields && b.fields) return sameList(a.fields, b.fields, sameField);
  return !a.subarray === !b.subarray && !a.fields === !b.fields;
}

/** One column of an item: a field or an element that has neither fields nor elements. */
export interface Leaf {
  /** `pos.x`, `y[0,1]`; empty for a dtype that is a leaf itself. */
  readonly path: string;
  readonly dtype: DType;
  /** In bytes, from the start of the item. */
  readonly offset: number;
}

/** The leaves of a dtype, up to a limit. */
export interface LeafFields {
  readonly leaves: readonly Leaf[];
  /** The number of leaves, beyond the limit too; exact up to 2^53. */
  readonly total: number;
}

/** Counts the leaves of `dtype`, without visiting each element of a subarray. */
function countLeaves(dtype: DType): number {
  if (dtype.subarray) {
    return dtype.subarray.shape.reduce((n, length) => n * length, countLeaves(dtype.subarray.base));
  }
  return dtype.fields ? dtype.fields.reduce((n, field) => n + countLeaves(field.dtype), 0) : 1;
}

/** The `k`-th index of `shape` in C order, as NumPy writes an index. */
function indexText(shape: readonly number[], k: number): string {
  const index: number[] = [];
  let rest = k;
  for (const length of [...shape].reverse()) {
    index.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return `[${index.join(',')}]`;
}

function* walk(dtype: DType, path: string, offset: number): Generator<Leaf> {
  if (dtype.subarray) {
    const { base, shape } = dtype.subarray;
    if (countLeaves(base) === 0) return;
    const count = shape.reduce((n, length) => n * length, 1);
    for (let k = 0; k < count; k++) yield* walk(base, path + indexText(shape, k), offset + k * base.itemsize);
  } else if (dtype.fields) {
    for (const field of dtype.fields) {
      yield* walk(field.dtype, path ? `${path}.${field.name}` : field.name, offset + field.offset);
    }
  } else {
    yield { path, dtype, offset };
  }
}

/** Returns the first `limit` leaves of `dtype`, and the number of all. */
export function leafFields(dtype: DType, limit: number): LeafFields {
  const leaves: Leaf[] = [];
  const total = countLeaves(dtype);
  if (total === 0 || limit <= 0) return { leaves, total };
  for (const leaf of walk(dtype, '', 0)) {
    leaves.push(leaf);
    if (leaves.length >= limit) break;
  }
  return { leaves, total };
}
