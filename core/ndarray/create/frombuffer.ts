/** Arrays over existing bytes. Spec: https://numpy.org/doc/stable/reference/generated/numpy.frombuffer.html */
import { InspectorError } from '../../errors';
import { optionsOf, pythonType, wrongType } from '../../layout/arguments';
import { contiguousLayout } from '../../layout/layout';
import { unpackSubarrays } from '../typedLayout';
import { toDType } from '../dtypeLike';
import type { DTypeLike } from '../types';
import { NDArray } from '../ndarray';

const isMemory = (buffer: unknown): boolean =>
  /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(buffer));

/** The arguments of `numpy.frombuffer`. */
export interface FrombufferOptions {
  /** Default: float64. */
  readonly dtype?: DTypeLike;
  /** The number of items. Default: all. */
  readonly count?: number;
  /** In bytes. Default: 0. */
  readonly offset?: number;
}

/**
 * Returns a 1-d array over existing bytes, without a copy: writes go through. `ValueError` if the size does
 * not fit. Source: `numpy.frombuffer`.
 */
export function frombuffer(
  buffer: ArrayBufferLike | ArrayBufferView,
  options: FrombufferOptions = {},
): NDArray {
  const {
    dtype: like = 'float64',
    count = -1,
    offset = 0,
  } = optionsOf(options, ['dtype', 'count', 'offset']);
  const dtype = toDType(like);
  const isView = ArrayBuffer.isView(buffer);
  if (!isView && !isMemory(buffer)) {
    throw wrongType(
      `a bytes-like object is required, not '${pythonType(buffer)}'`,
      'Give an ArrayBuffer or a view of one.',
    );
  }
  const { byteLength } = buffer;
  const wrong = (message: string): InspectorError =>
    new InspectorError('invalid-input', message, {
      numpyName: 'ValueError',
      action: 'Ask for bytes that are there.',
    });
  if (dtype.itemsize === 0) throw wrong('itemsize cannot be zero in type');
  if (offset < 0 || offset > byteLength) {
    throw wrong(`offset must be non-negative and no greater than buffer length (${byteLength})`);
  }
  const rest = byteLength - offset;
  if (count < 0 && rest % dtype.itemsize !== 0) throw wrong('buffer size must be a multiple of element size');
  const length = count < 0 ? rest / dtype.itemsize : count;
  if (length * dtype.itemsize > rest) throw wrong('buffer is smaller than requested size');
  const start = offset + (isView ? buffer.byteOffset : 0);
  const bytes = isView ? buffer.buffer : buffer;
  const typed = unpackSubarrays(contiguousLayout([length], dtype.itemsize, { offset: start }), dtype);
  return new NDArray({ buffer: bytes, ...typed, base: bytes });
}
