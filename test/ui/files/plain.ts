/** Files made without NumPy: arrays of plain numbers, `.npy` files with any header, good or bad. */
import { writeFileSync } from 'node:fs';

/** `count` numbers that look like measurements: a wave that starts at 0. */
export function wave(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, k) => Math.sin(k / 20));
}

export function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

export interface NpyParts {
  readonly version?: readonly [number, number];
  /** The header's text, without padding. */
  readonly header: string;
  /** How the text becomes bytes; format 3.0 says UTF-8, the others latin1. */
  readonly encoding?: 'latin1' | 'utf8';
  /** What the length field says, where that is not the length of the text. */
  readonly statedLength?: number;
  readonly data?: Uint8Array;
}

/**
 * The bytes of a `.npy` file, padded to a multiple of 64 as NumPy pads them.
 * https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
export function npy({ version = [1, 0], header, encoding = 'latin1', statedLength, data }: NpyParts): Buffer {
  const prefix = version[0] === 1 ? 10 : 12;
  const text = Buffer.from(header, encoding);
  const padding = 63 - ((prefix + text.length) % 64);
  const padded = Buffer.concat([text, Buffer.from(`${' '.repeat(padding)}\n`)]);
  const length = Buffer.alloc(prefix - 8);
  length.writeUIntLE(statedLength ?? padded.length, 0, prefix - 8);
  const magic = Buffer.concat([Buffer.from('\x93NUMPY', 'latin1'), Buffer.from(version)]);
  return Buffer.concat([magic, length, padded, data ?? new Uint8Array(0)]);
}

/** The header of an array as NumPy writes it. */
export function npyHeader(descr: string, shape: string, fortran = false): string {
  return `{'descr': ${descr}, 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': ${shape}, }`;
}

export function writeNpy(path: string, parts: NpyParts): void {
  writeFileSync(path, npy(parts));
}
