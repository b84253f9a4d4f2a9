/** The arrays and values of one recorded call, made again on the core. */
import type { DType } from '../../../../core/dtype/dtype';
import { parseDType } from '../../../../core/dtype/parse/parse';
import { Layout } from '../../../../core/layout/layout';
import { NDArray } from '../../../../core/ndarray/ndarray';
import { blobBytes, type Call, type Encoded, type EncodedObject, type Recording } from './recording';

/** `repr` of a dtype, or its `str`. */
export const dtypeOf = (text: string): DType => parseDType(text);

const isList = (value: Encoded): value is readonly Encoded[] => Array.isArray(value);

function numberOf(text: string): number {
  if (text === 'inf') return Infinity;
  return text === '-inf' ? -Infinity : Number(text);
}

export class World {
  readonly buffers: readonly ArrayBuffer[];
  readonly arrays: readonly NDArray[];

  constructor(
    readonly recording: Recording,
    readonly call: Call,
  ) {
    this.buffers = call.buffers.map(number => Uint8Array.from(blobBytes(recording, number)).buffer);
    const owners = this.buffers.map(buffer => bytesOf(buffer));
    this.arrays = call.arrays.map(({ buffer, dtype, shape, strides, offset, own, write }) => {
      const type = dtypeOf(dtype);
      return new NDArray({
        buffer: this.buffers[buffer],
        dtype: type,
        layout: Layout.of({ shape, strides, offset, itemsize: type.itemsize }),
        base: own ? undefined : owners[buffer],
        isWriteable: write,
      });
    });
  }

  /** Which buffers are not as NumPy left them. */
  changedWrongly(): readonly number[] {
    const wrong: number[] = [];
    this.buffers.forEach((buffer, k) => {
      const number = this.call.after?.[String(k)] ?? this.call.buffers[k];
      const dtype = this.arrays.find(x => x.buffer === buffer)?.dtype;
      if (!sameBytes(new Uint8Array(buffer), blobBytes(this.recording, number), dtype)) wrong.push(k);
    });
    return wrong;
  }

  /** A value as the core takes it. */
  value(encoded: Encoded): unknown {
    if (encoded === null || typeof encoded !== 'object') return encoded;
    return isList(encoded) ? encoded.map(item => this.value(item)) : this.special(encoded);
  }

  /** What is between the brackets: a tuple is the list of entries, anything else the only entry. */
  index(encoded: Encoded): unknown {
    if (encoded !== null && typeof encoded === 'object' && !isList(encoded) && encoded.t) {
      return encoded.t.map(entry => this.value(entry));
    }
    const value = this.value(encoded);
    return typeof value === 'string' ? value : [value];
  }

  /** A value where a whole number is wanted, or several: those of NumPy are numbers of JavaScript's. */
  whole(encoded: Encoded): unknown {
    return wholeOf(this.value(encoded));
  }

  private special(encoded: EncodedObject): unknown {
    const { int, f, c, b, t, s, e, d, a, flat, g, hex, k } = encoded;
    if (int !== undefined) return BigInt(int);
    if (f !== undefined) return numberOf(f);
    if (c) return { re: numberOf(c[0]), im: numberOf(c[1]) };
    if (b !== undefined) return Uint8Array.from(Buffer.from(b, 'base64'));
    if (t) return t.map(item => this.value(item));
    if (s) return { start: this.whole(s[0]), stop: this.whole(s[1]), step: this.whole(s[2]) };
    if (e) return '...';
    if (d !== undefined) return dtypeOf(d);
    if (a !== undefined) return this.arrays[a];
    if (flat !== undefined) return this.arrays[flat].flat;
    if (g !== undefined) return scalarOf(g, hex ?? '');
    if (k) return Object.fromEntries(Object.entries(k).map(([name, item]) => [name, this.value(item)]));
    throw new Error(`unknown value ${JSON.stringify(encoded)}`);
  }
}

/** The padding of longdoubles is nobody's. */
export function sameBytes(a: Uint8Array, b: Uint8Array, dtype?: DType): boolean {
  const isPadded = dtype?.format === 'longdouble' || dtype?.format === 'clongdouble';
  return a.length === b.length && a.every((byte, k) => byte === b[k] || (isPadded && k % 16 >= 10));
}

function wholeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wholeOf);
  if (!(value instanceof NDArray) || !'iu'.includes(value.dtype.kind)) return value;
  return value.ndim === 0 ? Number(value.item()) : Array.from(value.flat, Number);
}

function bytesOf(buffer: ArrayBuffer): NDArray {
  const layout = Layout.of({ shape: [buffer.byteLength], strides: [1], offset: 0, itemsize: 1 });
  return new NDArray({ buffer, dtype: parseDType('u1'), layout });
}

/** A scalar of NumPy: a 0-d array here. */
export function scalarOf(dtype: string, hex: string): NDArray {
  const type = dtypeOf(dtype);
  const { buffer } = Uint8Array.from(Buffer.from(hex, 'hex'));
  const layout = Layout.of({ shape: [], strides: [], offset: 0, itemsize: type.itemsize });
  return new NDArray({ buffer, dtype: type, layout, isWriteable: false });
}
