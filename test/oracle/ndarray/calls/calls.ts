/** Calls that the Python programs of this folder make, on the core: arguments, options and results as JSON. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';

interface Lie {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  /** The place of its bytes in those of the call. */
  readonly owner: number;
}

type Given =
  | { readonly array: Lie }
  | { readonly dtype: string }
  | { readonly complex: readonly [string, string] }
  | { readonly float: string }
  | { readonly bytes: string }
  | { readonly int: string }
  | { readonly list: readonly Given[] }
  | { readonly value: unknown };

interface Facts {
  readonly dtype: string;
  readonly shape?: readonly number[];
  readonly strides: readonly number[];
  readonly items: string;
}

type Told = null | string | boolean | Facts | readonly Told[];

export interface Call {
  readonly call: string;
  readonly arguments: readonly Given[];
  readonly options: Readonly<Record<string, Given>>;
  readonly result?: Told;
  readonly error?: readonly [name: string, message: string];
  /** The bytes of all arrays, in hexadecimal. */
  readonly owners: readonly string[];
  /** The owner that is changed: its bytes are what is told. */
  readonly changes?: number;
}

/** What the core has no function of that name for. */
export type Own = Readonly<
  Record<string, (args: never, options: Readonly<Record<string, never>>) => unknown>
>;

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(hex, 'hex'));

export function numberOf(text: string): number {
  return text.endsWith('inf') ? Number(text.replace('inf', 'Infinity')) : Number(text);
}

type Owners = readonly ArrayBuffer[];

function arrayOf({ dtype: like, owner, ...lie }: Lie, owners: Owners): np.NDArray {
  const dtype = np.dtype(like);
  const layout = np.Layout.of({ ...lie, itemsize: dtype.itemsize });
  return new np.NDArray({ buffer: owners[owner], dtype, layout });
}

function given(one: Given, owners: Owners): unknown {
  if ('array' in one) return arrayOf(one.array, owners);
  if ('dtype' in one) return np.dtype(one.dtype);
  if ('complex' in one) return { re: numberOf(one.complex[0]), im: numberOf(one.complex[1]) };
  if ('float' in one) return numberOf(one.float);
  if ('bytes' in one) return bytesOf(one.bytes);
  if ('list' in one) return one.list.map(part => given(part, owners));
  if ('value' in one) return one.value;
  const whole = Number(one.int);
  return Number.isSafeInteger(whole) ? whole : BigInt(one.int);
}

const camelCase = (name: string): string => name.replace(/_[a-z]/g, two => two[1].toUpperCase());

type Callable = (...args: unknown[]) => unknown;

interface Meant {
  readonly values: readonly unknown[];
  readonly named: Readonly<Record<string, unknown>>;
  readonly owners: Owners;
}

function meantBy({ arguments: args, options, owners: bytes }: Call): Meant {
  const owners = bytes.map(one => bytesOf(one).buffer);
  const named = Object.entries(options).map(([key, one]) => [camelCase(key), given(one, owners)]);
  return {
    values: args.map(one => given(one, owners)),
    named: Object.fromEntries(named) as Meant['named'],
    owners,
  };
}

function made(one: Call, own: Own): unknown {
  const { call, changes } = one;
  const { values, named, owners } = meantBy(one);
  const rest = Object.keys(named).length ? [named] : [];
  let result: unknown;
  if (call in own) result = own[call](values as never, named as never);
  else if (call.startsWith('.')) {
    const [x, ...others] = values as [np.NDArray, ...unknown[]];
    result = (x as unknown as Record<string, Callable>)[camelCase(call.slice(1))](...others, ...rest);
  } else result = (np as unknown as Record<string, Callable>)[camelCase(call)](...values, ...rest);
  return changes === undefined ? result : np.frombuffer(owners[changes], { dtype: 'u1' });
}

const descr = (dtype: np.DType): string => (dtype.fields || dtype.subarray ? np.dtypeText(dtype) : dtype.str);

/** As `canonical` of `given.py`. */
function canonical(x: np.NDArray): Buffer {
  const { kind, itemsize, byteOrder, fields } = x.dtype;
  if (fields) return Buffer.concat(fields.map(({ name }) => canonical(x.get(name))));
  const bytes = Buffer.from(x.tobytes());
  const size = kind === 'c' ? itemsize / 2 : kind === 'U' ? 4 : 'SVb'.includes(kind) ? 1 : itemsize;
  for (let at = 0; at < bytes.length; at += size) {
    const item = bytes.subarray(at, at + size);
    if (byteOrder === '>') item.reverse();
    if ('fc'.includes(kind)) withoutPayload(item);
  }
  return bytes;
}

function withoutPayload(item: Buffer): void {
  const half = item.length === 2 && (item.readUInt16LE() & 0x7fff) > 0x7c00;
  if (half) item.writeUInt16LE(0x7e00);
  if (item.length === 4 && Number.isNaN(item.readFloatLE())) item.writeUInt32LE(0x7fc00000);
  if (item.length === 8 && Number.isNaN(item.readDoubleLE())) item.writeBigUInt64LE(0x7ff8000000000000n);
}

function agree(ours: unknown, theirs: Told): void {
  if (theirs === null || typeof theirs !== 'object') assert.deepEqual(ours ?? null, theirs);
  else if (isList(theirs)) {
    assert.equal((ours as readonly unknown[]).length, theirs.length, 'as many');
    theirs.forEach((one, k) => agree((ours as readonly unknown[])[k], one));
  } else if (!theirs.shape) assert.equal(descr(ours as np.DType), theirs.dtype);
  else agreeFacts(ours, theirs);
}

const isList = (theirs: object): theirs is readonly Told[] => Array.isArray(theirs);

/** A value of JavaScript is as good as a scalar. */
function agreeFacts(ours: unknown, theirs: Facts): void {
  const x = ours instanceof np.NDArray ? ours : np.array(ours as np.Nested, { dtype: theirs.dtype });
  assert.deepEqual(
    {
      dtype: descr(x.dtype),
      shape: [...x.shape],
      strides: [...x.strides],
      items: canonical(x).toString('hex'),
    },
    theirs,
  );
}

/** Where the core gives something else than NumPy, or is refused in other words. */
export function check(one: Call, own: Own): void {
  let result: unknown;
  try {
    result = made(one, own);
  } catch (error) {
    if (!(error instanceof np.InspectorError)) throw error;
    assert.ok(one.error, `refused, NumPy does it: ${error.message}`);
    assert.deepEqual([error.numpyName, error.message], one.error);
    return;
  }
  assert.equal(one.error, undefined, 'NumPy refuses it');
  agree(result, one.result!);
}

/** The call as one would write it. */
export function shown(one: Call): string {
  const text = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(text).join(', ')}]`;
    if (value instanceof np.NDArray) {
      return `${np.arrayRepr(value)} of ${np.dtypeText(value.dtype)}, ${value.strides.join()}`;
    }
    if (value && typeof value === 'object' && 'itemsize' in value) return np.dtypeText(value as np.DType);
    return typeof value === 'bigint' ? `${value}n` : JSON.stringify(value);
  };
  const { values, named } = meantBy(one);
  const options = Object.entries(named).map(([key, value]) => `${key}=${text(value)}`);
  return `${one.call}(${[...values.map(text), ...options].join(', ')})`;
}
