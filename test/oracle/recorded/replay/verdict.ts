/** Whether what the core gave is what NumPy gave; if not, why: a short reason, so that failures can be grouped. */
import { isDeepStrictEqual } from 'node:util';
import { FLAG_NAMES, type Flags } from '../../../../core/bytes';
import { InspectorError } from '../../../../core/errors';
import { sameDType } from '../../../../core/dtype/dtype';
import { itemReader } from '../../../../core/dtype/items/read';
import { eachRun, walkOf } from '../../../../core/layout/walk';
import { NDArray } from '../../../../core/ndarray/ndarray';
import { type ArrayOutcome, blobBytes, type Encoded, type Outcome } from './recording';
import { Missing } from './operations';
import { dtypeOf, sameBytes, scalarOf, type World } from './world';

/** Nothing where all is as it should be. */
export type Reason = string | undefined;

export const flagBits = (flags: Flags): string => FLAG_NAMES.map(name => (flags[name] ? '1' : '0')).join('');

/** The bytes of the items in C order. */
export function bytesOf({ layout, buffer, itemsize }: NDArray): Uint8Array {
  const bytes = new Uint8Array(layout.nbytes);
  const source = new Uint8Array(buffer);
  let to = 0;
  if (layout.size === 0 || itemsize === 0) return bytes;
  eachRun(walkOf([layout], 'C'), ([from], [step], count) => {
    for (let k = 0; k < count; k++, to += itemsize) {
      bytes.set(source.subarray(from + k * step, from + k * step + itemsize), to);
    }
  });
  return bytes;
}

/** What an error of the core is, against the one that NumPy raised. */
export function judgeError(error: unknown, { error: name, message }: Outcome): Reason {
  if (error instanceof Missing) return error.message;
  if (!(error instanceof InspectorError)) return `crash: ${String(error).slice(0, 80)}`;
  if (name === undefined) return `throws: ${error.message.slice(0, 80)}`;
  if (error.numpyName !== name) return `error name: ${error.numpyName} for ${name}`;
  return error.message === message
    ? undefined
    : `message: ${error.message.slice(0, 60)} for ${message?.slice(0, 60)}`;
}

/** A result against the one that NumPy gave. */
export function judge(world: World, result: unknown, { error, array, list, value }: Outcome): Reason {
  if (error !== undefined) return `no ${error}`;
  if (array)
    return result instanceof NDArray ? judgeArray(world, result, array) : `no array but ${typeof result}`;
  if (list) return judgeList(world, result, list);
  return judgeValue(world, result, value ?? null);
}

function judgeList(world: World, result: unknown, list: readonly Outcome[]): Reason {
  const items = Array.isArray(result) ? result : Object.values(result as object);
  if (items.length !== list.length) return 'length of the result';
  return list.map((outcome, k) => judge(world, items[k], outcome)).find(reason => reason !== undefined);
}

function judgeArray(world: World, x: NDArray, expected: ArrayOutcome): Reason {
  if (!sameDType(x.dtype, dtypeOf(expected.dtype))) return `dtype ${x.dtype.str} for ${expected.dtype}`;
  if (!isDeepStrictEqual([...x.shape], expected.shape)) return 'shape';
  if (!isDeepStrictEqual([...x.strides], expected.strides)) return 'strides';
  return judgePlace(world, x, expected) ?? judgeContent(world, x, expected);
}

function judgePlace({ buffers, arrays }: World, x: NDArray, { view, same, base }: ArrayOutcome): Reason {
  const within = buffers.findIndex(buffer => buffer === x.buffer);
  if (view && within !== view[0]) return 'a copy, not a view';
  if (view && x.byteOffset !== view[1]) return 'offset';
  if (!view && within >= 0 && x.size > 0) return 'a view, not a copy';
  if (same !== undefined && x !== arrays[same]) return 'another array object';
  if (base !== undefined && x.base !== arrays[base] && arrays[base].base === null) return 'base';
  return undefined;
}

/** NumPy wraps what is computed of a memmap as a memmap: the array inside owns its bytes. */
const innerFlags = ({ call }: World, { flags, view }: ArrayOutcome): string =>
  call.at.startsWith('TestMemmap') && !view ? `${flags.slice(0, 2)}1${flags.slice(3)}` : flags;

function judgeContent(world: World, x: NDArray, outcome: ArrayOutcome): Reason {
  const { recording } = world;
  const { bytes } = outcome;
  const flags = innerFlags(world, outcome);
  const bits = flagBits(x.flags);
  if (bits !== flags) return `flags ${bits} for ${flags}`;
  if (bytes === undefined) return undefined;
  return sameBytes(bytesOf(x), blobBytes(recording, bytes), x.dtype) ? undefined : 'bytes';
}

/** Numbers of any type alike; tuples as lists. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (ArrayBuffer.isView(value)) return Array.from(value as Uint8Array);
  if (Array.isArray(value)) return value.map(plain);
  return value;
}

function judgeValue(world: World, result: unknown, expected: Encoded): Reason {
  if (expected === null) return undefined;
  const special = typeof expected === 'object' && 'g' in expected ? expected : undefined;
  if (special) return judgeScalar(result, special.g ?? '', special.hex ?? '');
  if (typeof expected === 'object' && 'flags' in expected) {
    const bits = flagBits(result as Flags);
    return bits === expected.flags ? undefined : `flags ${bits} for ${expected.flags}`;
  }
  if (typeof expected === 'object' && 'd' in expected) {
    return sameDType(result as never, dtypeOf(expected.d ?? '')) ? undefined : 'dtype';
  }
  if (isDeepStrictEqual(plain(result), plain(world.value(expected)))) return undefined;
  return typeof expected === 'string' ? 'text' : 'value';
}

/** A 0-d array of the same bytes, or the value of the item. */
function judgeScalar(result: unknown, dtype: string, hex: string): Reason {
  const scalar = scalarOf(dtype, hex);
  if (result instanceof NDArray) {
    if (!sameDType(result.dtype, scalar.dtype)) return `dtype ${result.dtype.str} for ${dtype}`;
    return Buffer.compare(bytesOf(result), bytesOf(scalar)) === 0 ? undefined : 'bytes';
  }
  const item = itemReader(scalar.dtype)(new DataView(scalar.buffer), 0);
  return isDeepStrictEqual(plain(result), plain(item)) ? undefined : 'value';
}
