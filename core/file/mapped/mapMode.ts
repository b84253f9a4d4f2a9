/**
 * The arguments of `memmap`, checked before any file is touched, and the resulting position of the items in
 * the file.
 * Invariant: `placeMap` raises NumPy's errors, with the same messages, before the file is changed.
 * Follows `memmap.__new__` (numpy/_core/memmap.py) and CPython's `new_mmap_object` (mmapmodule.c).
 */
import type { DType } from '../../dtype/dtype';
import { strRepr } from '../../dtype/repr';
import { InspectorError } from '../../errors';
import { shapeError, tupleText } from '../../layout/errors';
import { checkShape } from '../../layout/layout';

/** The modes of `numpy.memmap`, by their short names. */
export type MapMode = 'r' | 'c' | 'r+' | 'w+';
/** A mode of `numpy.memmap`, by its short or its long name. */
export type MapModeName = MapMode | 'readonly' | 'copyonwrite' | 'readwrite' | 'write';

const MODES: readonly MapMode[] = ['r', 'c', 'r+', 'w+'];
const LONG_NAMES: Readonly<Record<string, MapMode>> = {
  readonly: 'r',
  copyonwrite: 'c',
  readwrite: 'r+',
  write: 'w+',
};
/** Maps start at multiples of this number of bytes. */
const GRANULARITY = 4096;

/** Returns the first byte of the file that is mapped for an array at `offset`. */
export function mapStart(offset: number): number {
  return offset - (offset % GRANULARITY);
}

/** Returns the short name of a mode. `ValueError` for an unknown one. */
export function mapMode(name: string): MapMode {
  const mode = MODES.find(known => known === name) ?? (Object.hasOwn(LONG_NAMES, name) && LONG_NAMES[name]);
  if (mode) return mode;
  const names = [...MODES, ...Object.keys(LONG_NAMES)].map(strRepr).join(', ');
  throw new InspectorError('invalid-input', `mode must be one of [${names}] (got ${strRepr(name)})`, {
    numpyName: 'ValueError',
    action: 'Choose r to read, r+ to read and write, c to keep changes in memory, w+ for a new file.',
  });
}

/** The checked arguments of `memmap`. */
export interface MapRequest {
  readonly mode: MapMode;
  readonly dtype: DType;
  /** Absent: as many items as fit. One length may be −1, which NumPy does not support: it is inferred. */
  readonly shape?: readonly number[];
  /** The number of bytes before the first item. */
  readonly offset: number;
}

/** The shape of a map, and the file size that it needs. */
export interface MapPlace {
  readonly shape: readonly number[];
  /** The required size of the file, in bytes. Larger than the file only in the modes w+ and r+. */
  readonly fileLength: number;
}

/**
 * Checks everything that does not depend on the file. `ValueError`, `TypeError` or `OverflowError` as NumPy.
 */
export function checkMapRequest({ mode, dtype, shape, offset }: MapRequest): void {
  if (mode === 'w+' && !shape) throw valueError("shape must be given if mode == 'w+'", 'Give the shape.');
  if (![offset, ...(shape ?? [])].every(Number.isSafeInteger)) {
    throw new InspectorError('invalid-input', "'float' object cannot be interpreted as an integer", {
      numpyName: 'TypeError',
      action: 'Give the shape and the offset as integers below 2^53.',
    });
  }
  if (dtype.itemsize === 0) {
    throw new InspectorError('invalid-dtype', 'itemsize cannot be zero in type', {
      numpyName: 'TypeError',
      action: 'Choose a dtype whose items have bytes, such as S5.',
    });
  }
  if (shape?.every(length => length >= 0)) checkShape(shape, dtype.itemsize);
  if (offset < 0) {
    throw new InspectorError('out-of-bounds', 'memory mapped offset must be positive', {
      numpyName: 'OverflowError',
      action: 'Give an offset of 0 or more.',
    });
  }
}

/**
 * Returns the shape and file size for a file of `byteLength` bytes (0 for w+). `ValueError` if the items do
 * not fit.
 */
export function placeMap(byteLength: number, request: MapRequest): MapPlace {
  const { mode, offset, dtype } = request;
  const shape = shapeIn(byteLength, request);
  const size = shape.reduce((product, length) => product * length, 1);
  // NumPy extends an empty file to 1 byte so that it can be mapped. Here only a new file gets that byte.
  if (mode === 'r+' && size === 0 && offset <= byteLength) return checked(shape, byteLength, dtype);
  const needed = offset + size * dtype.itemsize;
  const end = mode === 'w+' || mode === 'r+' ? Math.max(needed, 1) : needed;
  const fileLength = mode === 'w+' || mode === 'r+' ? Math.max(byteLength, end) : byteLength;
  checkMapping(fileLength, offset, end);
  return checked(shape, fileLength, dtype);
}

function checked(shape: readonly number[], fileLength: number, dtype: DType): MapPlace {
  checkShape(shape, dtype.itemsize);
  // The offset counts too.
  checkShape([fileLength], 1);
  return { shape, fileLength };
}

function shapeIn(byteLength: number, request: MapRequest): readonly number[] {
  const { shape, mode } = request;
  if (!shape) return [itemsFrom(byteLength, request)];
  return mode !== 'w+' && shape.includes(-1) ? inferred(byteLength, request, shape) : shape;
}

/** Returns the number of items after the offset; negative if the offset is beyond the end. */
function itemsFrom(byteLength: number, { dtype, offset }: MapRequest): number {
  const bytes = byteLength - offset;
  if (bytes % dtype.itemsize === 0) return bytes / dtype.itemsize;
  throw valueError(
    'Size of available data is not a multiple of the data-type size.',
    `There are ${bytes} bytes for items of ${dtype.itemsize}: give a shape, or another offset or dtype.`,
  );
}

function inferred(byteLength: number, request: MapRequest, shape: readonly number[]): number[] {
  const items = itemsFrom(byteLength, request);
  const known = shape.reduce((product, length) => (length === -1 ? product : product * length), 1);
  if (known > 0 && items >= 0 && items % known === 0) {
    return shape.map(length => (length === -1 ? items / known : length));
  }
  throw shapeError(
    `cannot reshape array of size ${Math.max(0, items)} into shape ${tupleText(shape)}`,
    'Give lengths whose product divides the number of items.',
  );
}

/** Throws the errors of CPython's mmap. */
function checkMapping(byteLength: number, offset: number, end: number): void {
  const start = mapStart(offset);
  const length = end - start;
  if (length < 0) {
    throw new InspectorError('out-of-bounds', 'memory mapped length must be positive', {
      numpyName: 'OverflowError',
      action: `Give an offset from 0 to ${byteLength}.`,
    });
  }
  if (byteLength === 0 && length === 0 && start === 0) {
    throw valueError('cannot mmap an empty file', 'Choose a file with bytes in it, or mode r+.');
  }
  const isWithin = length > 0 ? byteLength >= end : byteLength >= start;
  if (isWithin) return;
  throw valueError(
    'mmap length is greater than file size',
    `The file has ${byteLength} bytes, ${end} are needed: give a smaller shape or offset, or mode r+ to grow it.`,
  );
}

function valueError(message: string, action: string): InspectorError {
  return new InspectorError('invalid-input', message, { numpyName: 'ValueError', action });
}
