/**
 * The dtype and shape of arrays that well-known NumPy calls make (defaults as in NumPy 2 on 64-bit machines).
 * Invariant: a dtype or a length that is not visible is left out, not assumed.
 * https://numpy.org/doc/stable/reference/routines.array-creation.html
 */
import type { Call } from './call';
import { UNKNOWN, dtypeOf, shapeOf, safeInteger, type ArrayValue, type Value } from './value';

type Make = (call: Call) => Value;

/** The dtype that was asked for; `usual` when none was; absent when it is not known. */
function dtypeArgument(call: Call, position: number, usual: string | undefined): string | undefined {
  const given = call.argument(position, 'dtype');
  if (given === undefined) return call.hasUnpacking ? undefined : usual;
  return given.type === 'none' ? usual : dtypeOf(given);
}

const shapeArgument = (call: Call, position: number, keyword = 'shape') =>
  shapeOf(call.argument(position, keyword) ?? UNKNOWN);

const filled =
  (dtypePosition: number): Make =>
  call => ({
    type: 'array',
    dtype: dtypeArgument(call, dtypePosition, 'float64'),
    shape: shapeArgument(call, 0),
  });

/** `np.random.normal(…, size)`: float64 unless `dtype` says otherwise. */
const drawn =
  (position: number, usual = 'float64', dtypePosition = -1): Make =>
  call => {
    const size = call.argument(position, 'size');
    return size === undefined
      ? UNKNOWN
      : { type: 'array', dtype: dtypeArgument(call, dtypePosition, usual), shape: shapeOf(size) };
  };

/** `np.random.rand(3, 4)`. */
const drawnByLengths: Make = call => ({
  type: 'array',
  dtype: 'float64',
  shape: call.hasUnpacking
    ? undefined
    : Array.from({ length: call.count }, (_, k) => lengthOf(call.argument(k, ''))),
});

const lengthOf = (value: Value | undefined) => Math.max(-1, (value && safeInteger(value)) ?? -1);

const converted: Make = call => {
  const given = call.argument(0, 'a') ?? call.argument(0, 'object') ?? UNKNOWN;
  const array = given.type === 'array' ? given : nested(given);
  return { ...array, dtype: dtypeArgument(call, 1, array.dtype) };
};

const MAKERS: Readonly<Record<string, Make | undefined>> = {
  'np.zeros': filled(1),
  'np.ones': filled(1),
  'np.empty': filled(1),
  'np.full': call => ({
    type: 'array',
    dtype: dtypeArgument(call, 2, scalarDType(call.argument(1, 'fill_value'))),
    shape: shapeArgument(call, 0),
  }),
  'np.zeros_like': likeness,
  'np.ones_like': likeness,
  'np.empty_like': likeness,
  'np.full_like': call => likeness(call, 2),
  'np.arange': arange,
  'np.linspace': call => ({
    type: 'array',
    dtype: dtypeArgument(call, 5, 'float64'),
    shape: [call.has(2, 'num') ? lengthOf(call.argument(2, 'num')) : 50],
  }),
  'np.eye': call => {
    const rows = lengthOf(call.argument(0, 'N'));
    const columns = call.has(1, 'M') ? lengthOf(call.argument(1, 'M')) : rows;
    return { type: 'array', dtype: dtypeArgument(call, 3, 'float64'), shape: [rows, columns] };
  },
  'np.array': converted,
  'np.asarray': converted,
  'np.ascontiguousarray': converted,
  'np.asfortranarray': converted,
  'np.random.rand': drawnByLengths,
  'np.random.randn': drawnByLengths,
  'np.random.random': drawn(0, 'float64', 1),
  'np.random.random_sample': drawn(0),
  'np.random.standard_normal': drawn(0, 'float64', 1),
  'np.random.normal': drawn(2),
  'np.random.uniform': drawn(2),
  'np.random.exponential': drawn(1),
  'np.random.poisson': drawn(1, 'int64'),
  'np.random.randint': drawn(2, 'int64', 3),
  'np.random.integers': drawn(2, 'int64', 3),
  'np.memmap': call => ({
    type: 'array',
    dtype: dtypeArgument(call, 1, 'uint8'),
    shape: shapeArgument(call, 4),
  }),
  'np.fromfile': call => ({ type: 'array', dtype: dtypeArgument(call, 1, 'float64') }),
  'np.load': () => ({ type: 'array' }),
};

export function arrayCall(target: string, call: Call): Value {
  return (Object.hasOwn(MAKERS, target) ? MAKERS[target]?.(call) : undefined) ?? UNKNOWN;
}

function likeness(call: Call, dtypePosition = 1): Value {
  const model = call.argument(0, 'a');
  if (model?.type !== 'array') return { type: 'array', dtype: dtypeArgument(call, dtypePosition, undefined) };
  return { ...model, dtype: dtypeArgument(call, dtypePosition, model.dtype) };
}

/** What NumPy makes of a Python scalar. */
function scalarDType(value: Value | undefined): string | undefined {
  return value?.type === 'int'
    ? 'int64'
    : value?.type === 'float'
      ? 'float64'
      : value?.type === 'bool'
        ? 'bool'
        : undefined;
}

function arange(call: Call): Value {
  const bounds = ['start', 'stop', 'step'].map((keyword, k) => call.argument(k, keyword));
  const given = bounds.filter(value => value !== undefined);
  const usual = given.some(value => value.type === 'float')
    ? 'float64'
    : given.every(value => value.type === 'int')
      ? 'int64'
      : undefined;
  const numbers = bounds.map(value => (value?.type === 'float' ? value.value : value && safeInteger(value)));
  const [start, stop, step = 1] =
    call.count === 1 && !call.has(3, 'stop') ? [0, ...numbers.slice(0, 1)] : numbers;
  const known = given.every(value => value.type === 'float' || safeInteger(value) !== undefined);
  const length =
    known && start !== undefined && stop !== undefined ? Math.max(0, Math.ceil((stop - start) / step)) : -1;
  return {
    type: 'array',
    dtype: dtypeArgument(call, 3, usual),
    shape: [Number.isSafeInteger(length) ? length : -1],
  };
}

/** The array that nested lists make; ragged ones make none. */
function nested(value: Value): ArrayValue {
  if (value.type !== 'list' && value.type !== 'tuple') {
    const dtype = scalarDType(value);
    return dtype === undefined ? { type: 'array' } : { type: 'array', dtype, shape: [] };
  }
  if (value.items.length === 0) return { type: 'array', dtype: 'float64', shape: [0] };
  const items = value.items.map(nested);
  const { shape } = items[0];
  if (!shape || items.some(item => String(item.shape) !== String(shape))) return { type: 'array' };
  return {
    type: 'array',
    dtype: commonDType(items.map(item => item.dtype)),
    shape: [items.length, ...shape],
  };
}

/** Of Python scalars: the widest; True among numbers is one of them. */
function commonDType(dtypes: readonly (string | undefined)[]): string | undefined {
  if (dtypes.includes(undefined)) return undefined;
  return ['float64', 'int64', 'bool'].find(dtype => dtypes.includes(dtype));
}

const UNCHANGED = new Set(['.copy', '.clip', '.round', '.squeeze']);

/** A method of an array; what it gives is an array, of unknown dtype and shape where the method is not listed. */
export function arrayMethod(method: string, array: ArrayValue, call: Call): Value {
  const { shape } = array;
  switch (method) {
    case '.astype':
      return { ...array, dtype: dtypeArgument(call, 0, undefined) };
    case '.reshape':
      return { ...array, shape: reshapedShape(call, array) };
    case '.ravel':
    case '.flatten':
      return { ...array, shape: [sizeOf(shape) ?? -1] };
    case '.transpose':
      return { ...array, shape: call.count === 0 ? shape && [...shape].reverse() : undefined };
    default:
      return UNCHANGED.has(method)
        ? method === '.squeeze'
          ? { ...array, shape: shape?.filter(n => n !== 1) }
          : array
        : { type: 'array' };
  }
}

/** The shape that `reshape(3, 4)` or `reshape((3, 4))` asks for. */
export function reshapedShape(call: Call, array?: ArrayValue): number[] | undefined {
  const single = call.argument(0, 'shape') ?? call.argument(0, 'newshape') ?? UNKNOWN;
  const shape =
    call.count > 1
      ? Array.from({ length: call.count }, (_, k) => lengthOf(call.argument(k, '')))
      : shapeOf(single);
  const size = sizeOf(array?.shape);
  const rest = shape?.filter(length => length >= 0).reduce((product, length) => product * length, 1);
  if (!shape || size === undefined || !rest || shape.filter(length => length < 0).length !== 1) return shape;
  return shape.map(length => (length < 0 ? Math.floor(size / rest) : length));
}

function sizeOf(shape: readonly number[] | undefined): number | undefined {
  return shape?.every(length => length >= 0)
    ? shape.reduce((product, length) => product * length, 1)
    : undefined;
}
