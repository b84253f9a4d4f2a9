/**
 * `np.load` for .npy files: into memory, or as a memory map. Pickles are always refused, and archives (.npz)
 * are not supported.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.load.html
 */
import { resolve } from 'node:path';
import type { Abortable, ByteSource } from '../bytes';
import { InspectorError } from '../errors';
import { optionsOf } from '../layout/arguments';
import { contiguousLayout, contiguousStrides, Layout } from '../layout/layout';
import { reshape } from '../layout/reshape';
import { transpose } from '../layout/transpose';
import { tupleRepr } from '../layout/errors';
import { type NDArray, viewOf } from '../ndarray/ndarray';
import { openFileSource } from './source/fileSource';
import { openMapped } from './mapped/mappedFile';
import { mapMode, type MapMode, type MapModeName } from './mapped/mapMode';
import { MemMap } from './memmap';
import { type NpyHeader, readNpyHeader } from './npy/header';
import { readItems } from './mapped/transfer';

/** How to load a `.npy` file. */
export interface LoadOptions {
  /** The mode of the memory map. If absent, the items are read into memory. */
  readonly mmapMode?: Exclude<MapModeName, 'w+' | 'write'> | null;
  /** Cancels the read. */
  readonly signal?: Abortable;
}

/**
 * Returns the array of a `.npy` file: in memory, or as a memory map if `mmapMode` is given. `ValueError` for
 * other files, object arrays and truncated files; `FileNotFoundError`. Source: `numpy.load`.
 */
export async function load(
  path: string,
  options: LoadOptions & { readonly mmapMode: NonNullable<LoadOptions['mmapMode']> },
): Promise<MemMap>;
export async function load(
  path: string,
  options?: LoadOptions & { readonly mmapMode?: null },
): Promise<NDArray>;
export async function load(path: string, options?: LoadOptions): Promise<NDArray | MemMap>;
export async function load(path: string, options?: LoadOptions): Promise<NDArray | MemMap> {
  const { mmapMode, signal } = optionsOf(options, ['mmapMode', 'signal']);
  const mode = mmapMode && loadMode(mmapMode);
  const { header, byteLength } = await headerOf(resolve(path), mode !== undefined, signal);
  if (!mode) return readWhole(resolve(path), header, byteLength, signal);
  return mapped(resolve(path), mode, header, byteLength);
}

/**
 * NumPy truncates the file in mode w+ before it raises an error for the missing shape. Here the file stays as
 * it is.
 */
function loadMode(name: string): MapMode | undefined {
  const mode = mapMode(name);
  if (mode !== 'w+') return mode;
  throw new InspectorError('invalid-input', "a file to be loaded cannot be opened with mode 'w+'", {
    numpyName: 'ValueError',
    action: 'Use r+ to change it, or save a new array.',
  });
}

async function headerOf(path: string, isMapping: boolean, signal?: Abortable) {
  const source = await openFileSource(path);
  try {
    await checkKind(source, signal);
    const header = await readNpyHeader(source, signal).catch((error: unknown) => {
      throw isMapping && isObjects(error) ? notMappable(error) : error;
    });
    return { header, byteLength: source.byteLength };
  } finally {
    await source.close();
  }
}

/** Throws an error that names the kind of file, unless it is a .npy file. */
async function checkKind(source: ByteSource, signal?: Abortable): Promise<void> {
  const start = await source.read(0, Math.min(6, source.byteLength), signal);
  if (start.length === 0) {
    throw new InspectorError('invalid-header', 'No data left in file', {
      numpyName: 'EOFError',
      action: 'The file is empty: save the array again.',
    });
  }
  const text = Buffer.from(start).toString('latin1');
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) {
    throw new InspectorError('unsupported-dtype', 'archives of arrays (.npz) are not read', {
      action: 'Unzip it, and load the .npy files inside.',
    });
  }
  if (text === '\x93NUMPY') return;
  throw new InspectorError(
    'invalid-header',
    'This file contains pickled (object) data. If you trust the file you can load it unsafely using the ' +
      '`allow_pickle=` keyword argument or `pickle.load()`.',
    {
      numpyName: 'ValueError',
      action: 'It is no .npy file: open it as raw bytes with memmap, a dtype and a shape.',
    },
  );
}

const isObjects = (error: unknown): boolean =>
  error instanceof InspectorError && error.message.startsWith('Object arrays cannot be loaded');

function notMappable(cause: unknown): InspectorError {
  return new InspectorError('unsupported-dtype', "Array can't be memory-mapped: Python objects in dtype.", {
    numpyName: 'ValueError',
    action: 'Convert the array to a fixed-size dtype and save it again.',
    cause,
  });
}

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, length) => product * length, 1);

/** Reads all items: as NumPy does, into 1-d memory, with a transposed view for Fortran order. */
async function readWhole(
  path: string,
  { dtype, shape, fortranOrder, headerLength }: NpyHeader,
  byteLength: number,
  signal?: Abortable,
): Promise<NDArray> {
  const size = sizeOf(shape);
  const there = Math.floor((byteLength - headerLength) / Math.max(1, dtype.itemsize));
  if (there < size && dtype.itemsize > 0) throw cutShort(shape, size, there);
  const file = await openMapped(path, 'r', () => 0);
  try {
    const flat = contiguousLayout([size], dtype.itemsize, { offset: headerLength });
    const array = await readItems(file, flat, dtype, { signal });
    const layout = reshape(array.layout, fortranOrder ? [...shape].reverse() : shape)!;
    return viewOf(array, fortranOrder ? transpose(layout) : layout);
  } finally {
    await file.close();
  }
}

function cutShort(shape: readonly number[], size: number, there: number): InspectorError {
  return new InspectorError(
    'file-changed',
    `Failed to read all data for array. Expected ${tupleRepr(shape)} = ${size} elements, could only read ` +
      `${there} elements. (file seems not fully written?)`,
    { numpyName: 'ValueError', action: 'Save the array again.' },
  );
}

/** Maps the items. Never extends a truncated file, which NumPy does. */
async function mapped(path: string, mode: MapMode, header: NpyHeader, byteLength: number): Promise<MemMap> {
  const { dtype, shape, fortranOrder, headerLength: offset } = header;
  const { itemsize } = dtype;
  if (offset + sizeOf(shape) * itemsize > byteLength) {
    throw new InspectorError('file-changed', 'mmap length is greater than file size', {
      numpyName: 'ValueError',
      action: 'The file is cut short: save the array again.',
    });
  }
  const strides = contiguousStrides(shape, itemsize, fortranOrder ? 'F' : 'C');
  const layout = Layout.of({ shape, strides, offset, itemsize });
  const file = await openMapped(path, mode, there => there);
  return new MemMap(file, { layout, dtype }, offset);
}
