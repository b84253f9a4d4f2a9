/**
 * What is asked of `memmap`, checked before any file is touched, and where its items then are in the file.
 * Invariant: `placeMap` refuses whatever NumPy refuses, in the same words, but before the file has been changed.
 * Follows `memmap.__new__` (numpy/_core/memmap.py) and CPython's `new_mmap_object` (mmapmodule.c).
 */
import type { DType } from '../../dtype/dtype';
import { strRepr } from '../../dtype/repr';
import { InspectorError } from '../../errors';
import { shapeError, tupleText } from '../../layout/errors';
import { checkShape } from '../../layout/layout';

/** NumPy's modes; its long names stand for the same. */
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
/** Maps start at multiples of this many bytes. */
const GRANULARITY = 4096;

/** The first byte of the file that is mapped for an array from `offset` on. */
export function mapStart(offset: number): number {
  return offset - (offset % GRANULARITY);
}

/** The short name of a mode. `ValueError` where there is none such. */
export function mapMode(name: string): MapMode {
  const mode = MODES.find(known => known === name) ?? (Object.hasOwn(LONG_NAMES, name) && LONG_NAMES[name]);
  if (mode) return mode;
  const names = [...MODES, ...Object.keys(LONG_NAMES)].map(strRepr).join(', ');
  throw new InspectorError('invalid-input', `mode must be one of [${names}] (got ${strRepr(name)})`, {
    numpyName: 'ValueError',
    action: 'Choose r to read, r+ to read and write, c to keep changes in memory, w+ for a new file.',
  });
}

export interface MapRequest {
  readonly mode: MapMode;
  readonly dtype: DType;
  /** Absent: as many items as there are. One length may be −1, where NumPy would raise: as many as fit. */
  readonly shape?: readonly number[];
  /** Bytes of the file before the first item. */
  readonly offset: number;
}

export interface MapPlace {
  readonly shape: readonly number[];
  /** Bytes the file has to have; more than it has only for the modes w+ and r+. */
  readonly fileLength: number;
}

/** What can be said of a request without its file. */
export function checkMapRequest({ mode, dtype, shape, offset }: MapRequest): void {
  if (mode === 'w+' && !shape) throw valueError("shape must be given if mode == 'w+'", 'Give the shape.');
  if (![offset, ...(shape ?? [])].every(Number.isSafeInteger)) {
    throw new InspectorError('invalid-input', "'float' object cannot be interpreted as an integer", {
      numpyName: 'TypeError',
      action: 'Give the shape and the offset as whole numbers below 2^53.',
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

/** Where the items are in a file of `byteLength` bytes (0 for w+). `ValueError` where they cannot be. */
export function placeMap(byteLength: number, request: MapRequest): MapPlace {
  const { mode, offset, dtype } = request;
  const shape = shapeIn(byteLength, request);
  const size = shape.reduce((product, length) => product * length, 1);
  // NumPy grows an empty file to 1 byte so that it can be mapped. Here only a new file gets that byte.
  if (mode === 'r+' && size === 0 && offset <= byteLength) return checked(shape, byteLength, dtype);
  const needed = offset + size * dtype.itemsize;
  const end = mode === 'w+' || mode === 'r+' ? Math.max(needed, 1) : needed;
  const fileLength = mode === 'w+' || mode === 'r+' ? Math.max(byteLength, end) : byteLength;
  checkMapping(fileLength, offset, end);
  return checked(shape, fileLength, dtype);
}

function checked(shape: readonly number[], fileLength: number, dtype: DType): MapPlace {
  checkShape(shape, dtype.itemsize);
  // What the offset adds counts too.
  checkShape([fileLength], 1);
  return { shape, fileLength };
}

function shapeIn(byteLength: number, request: MapRequest): readonly number[] {
  const { shape, mode } = request;
  if (!shape) return [itemsFrom(byteLength, request)];
  return mode !== 'w+' && shape.includes(-1) ? inferred(byteLength, request, shape) : shape;
}

/** Negative where the offset is past the end. */
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

/** What CPython's mmap refuses. */
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
