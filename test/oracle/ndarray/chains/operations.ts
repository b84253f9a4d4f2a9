/** The operations of `chains.py`, on the core. */
import * as np from '../../../../core/index';
import type { Facts } from './facts';

export interface Step {
  readonly op: string;
  /** The number of the array it is done to. */
  readonly x: number | null;
  readonly args: Readonly<Record<string, unknown>>;
  readonly facts?: Facts;
  readonly owner?: string;
  readonly error?: readonly [name: string, message: string];
  readonly keeps?: boolean;
}

type Args = Readonly<Record<string, never>>;
type Operation = (x: np.NDArray, args: Args, arrays: readonly np.NDArray[]) => np.NDArray | undefined;

type Part =
  | number
  | boolean
  | {
      readonly list?: unknown;
      /** Of the list in memory. */
      readonly order?: np.Order;
      readonly mask?: unknown;
      readonly shape?: readonly number[];
      readonly text?: string;
    };

function partOf(part: Part): np.IndexPart {
  if (typeof part !== 'object') return part;
  if (part.text !== undefined) return part.text === 'None' ? null : part.text;
  if (part.mask !== undefined)
    return np.array(part.mask as np.Nested, { dtype: 'bool' }).reshape(part.shape!);
  const { order } = part;
  return np.array(np.array(part.list as np.Nested, { dtype: 'int64' }).reshape(part.shape!), { order });
}

const indexOf = (parts: readonly Part[]): np.IndexLike => parts.map(partOf);

type Value = { readonly array: number } | np.Nested;

function valueOf(value: Value, arrays: readonly np.NDArray[]): np.NDArray | np.Nested {
  const isArray = typeof value === 'object' && 'array' in value;
  return isArray ? arrays[value.array as number] : value;
}

function made({ dtype, shape, order, bytes }: Args): np.NDArray {
  const x = np.zeros(shape, { dtype, order });
  const data = Uint8Array.from(Buffer.from(bytes, 'base64'));
  const given = np.frombuffer(data.buffer, { dtype }).reshape([...x.T.shape, ...inner(x, shape)]);
  if (order === 'F') x.T.set('...', given);
  else x.set('...', np.frombuffer(data.buffer, { dtype }).reshape(x.shape));
  return x;
}

const inner = (x: np.NDArray, shape: readonly number[]): readonly number[] =>
  x.T.shape.slice(shape.length).map(() => 1);

const BINARY = {
  add: np.add,
  subtract: np.subtract,
  multiply: np.multiply,
  maximum: np.maximum,
  minimum: np.minimum,
  equal: np.equal,
  less: np.less,
  logical_and: np.logicalAnd,
};
const binaryOf = (name: keyof typeof BINARY): (typeof BINARY)['add'] => BINARY[name];

type FoldName = 'sum' | 'prod' | 'min' | 'max' | 'all' | 'any' | 'cumsum';

/** Values that are left of no axes are arrays of none, of the dtype that NumPy gives them. */
function folded(x: np.NDArray, name: FoldName, options: np.ReduceOptions): np.NDArray {
  const result = x[name](options);
  if (result instanceof np.NDArray) return result;
  const isBool = name === 'all' || name === 'any';
  const isOwn = name === 'min' || name === 'max';
  const { kind, str } = x.dtype;
  const wide = kind === 'u' ? 'u8' : 'i8';
  return np.array(result, { dtype: isBool ? '?' : isOwn ? str.replace('>', '<') : wide });
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  get: (x, { index }) => x.get(index),
  field: (x, { name }) => x.get(name),
  fancy: (x, { index }) => x.get(indexOf(index)),
  set: (x, { index, value }, arrays) => {
    x.set(index, valueOf(value, arrays));
    return undefined;
  },
  setFancy: (x, { index, value }, arrays) => {
    x.set(indexOf(index), valueOf(value, arrays));
    return undefined;
  },
  transpose: (x, { axes }) => x.transpose(axes),
  swapaxes: (x, { a, b }) => x.swapaxes(a, b),
  reshape: (x, { shape, order }) => x.reshape(shape, { order }),
  ravel: (x, { order }) => x.ravel({ order }),
  flatten: (x, { order }) => x.flatten({ order }),
  squeeze: (x, { axis }) => x.squeeze(axis),
  moveaxis: (x, { a, b }) => np.moveaxis(x, a, b),
  expandDims: (x, { axis }) => np.expandDims(x, axis),
  flip: (x, { axis }) => np.flip(x, axis),
  broadcastTo: (x, { shape }) => np.broadcastTo(x, shape),
  view: (x, { dtype }) => x.view(dtype),
  astype: (x, { dtype, order }) => x.astype(dtype, { order }),
  copy: (x, { order }) => x.copy({ order }),
  byteswap: x => x.byteswap(),
  setShape: (x, { shape }) => {
    x.shape = shape;
    return undefined;
  },
  setStrides: (x, { strides }) => {
    x.strides = strides;
    return undefined;
  },
  setflags: (x, { write }) => {
    x.setflags({ write });
    return undefined;
  },
  window: (x, { window, axis }) => np.slidingWindowView(x, window, { axis }),
  ascontiguous: x => np.ascontiguousarray(x),
  asfortran: x => np.asfortranarray(x),
  fill: (x, { value }) => {
    x.fill(value);
    return undefined;
  },
  like: (x, { order }) => np.zerosLike(x, { order }),
  fields: (x, { names }) => x.get([names]),
  strided: (x, { shape, strides }) => np.asStrided(x, { shape, strides }),
  flatGet: (x, { index }) => x.flat.get(/^-?\d+$/.test(index) ? Number(index) : index),
  flatSet: (x, { index, value }) => {
    x.flat.set(index, value);
    return undefined;
  },
  swapInPlace: x => {
    x.byteswap({ inplace: true });
    return undefined;
  },
  real: x => np.real(x),
  imag: x => np.imag(x),
  toText: (x, { dtype }) => x.astype(dtype),
  toTime: (x, { dtype }) => x.astype(dtype),
  full: (x, { value, order }) => np.fullLike(x, value, { order }),
  arithmetic: (x, { name, with: other }, arrays) => binaryOf(name)(x, arrays[other]),
  inPlace: (x, { name, with: other }, arrays) => {
    binaryOf(name)(x, arrays[other], { out: x });
    return undefined;
  },
  fold: (x, { name, axis, keepdims }) => folded(x, name, { axis, keepdims }),
};

/** Does a step; nothing for those that change their array. */
export function perform({ op, x, args }: Step, arrays: readonly np.NDArray[]): np.NDArray | undefined {
  if (op === 'new') return made(args as Args);
  return OPERATIONS[op](arrays[x!], args as Args, arrays);
}
