/**
 * Each recorded operation as a call of the core's public face: arguments that stand in their place, the others as options
 * under their names in camel case.
 */
import * as core from '../../../../core/index';
import type { Call, Encoded } from './recording';
import type { World } from './world';

type Callable = (...args: unknown[]) => unknown;

/** The operation is not there (yet). */
export class Missing extends Error {}

/** Arguments of functions that stand in their place; of ufuncs: `x1`, `x2`, or `x`. */
const PLACED: Readonly<Record<string, readonly string[]>> = {
  array: ['object'],
  asarray: ['a'],
  ascontiguousarray: ['a'],
  asfortranarray: ['a'],
  zeros: ['shape'],
  ones: ['shape'],
  empty: ['shape'],
  full: ['shape', 'fill_value'],
  zeros_like: ['a'],
  ones_like: ['a'],
  empty_like: ['prototype'],
  full_like: ['a', 'fill_value'],
  arange: ['start_or_stop', 'stop', 'step'],
  linspace: ['start', 'stop', 'num'],
  eye: ['N', 'M', 'k'],
  frombuffer: ['buffer'],
  moveaxis: ['a', 'source', 'destination'],
  expand_dims: ['a', 'axis'],
  flip: ['m', 'axis'],
  broadcast_to: ['array', 'shape'],
  as_strided: ['x'],
  sliding_window_view: ['x', 'window_shape'],
  reshape: ['a', 'shape'],
  transpose: ['a', 'axes'],
  swapaxes: ['a', 'axis1', 'axis2'],
  squeeze: ['a', 'axis'],
  ravel: ['a'],
  copy: ['a'],
  may_share_memory: ['a', 'b'],
  shares_memory: ['a', 'b'],
  byte_bounds: ['a'],
  where: ['condition', 'x', 'y'],
  promote_types: ['type1', 'type2'],
  can_cast: ['from_', 'to', 'casting'],
  histogram: ['a'],
  array2string: ['a'],
  array_repr: ['arr'],
  array_str: ['a'],
  format_float_positional: ['x'],
  format_float_scientific: ['x'],
  'x.swapaxes': ['axis1', 'axis2'],
  'x.squeeze': ['axis'],
  'x.astype': ['dtype'],
  'x.fill': ['value'],
  'x.view': ['dtype'],
};
/** Arguments that are numbers of axes, lengths and the like. */
const WHOLE = new Set([
  'shape',
  'strides',
  'axis',
  'axes',
  'window_shape',
  'start_or_stop',
  'stop',
  'step',
  'N',
  'M',
  'k',
  'axis1',
  'axis2',
]);
const FIRST = ['x1', 'x2', 'x', 'a'];
/** Methods whose arguments of a variable number are one list. */
const LISTED = new Set(['x.reshape', 'x.transpose']);
/** Options that have another name here. */
const RENAMED: Readonly<Record<string, string>> = { max_line_width: 'linewidth', suppress_small: 'suppress' };

const camelCase = (name: string): string => name.replace(/_[a-z]/g, two => two[1].toUpperCase());

function functionOf(of: object, name: string): Callable {
  const found = (of as Readonly<Record<string, unknown>>)[camelCase(name)];
  if (typeof found === 'function') return found as Callable;
  throw new Missing(`no ${name}`);
}

/** [2, 3] for `reshape(2, 3)` and for `reshape((2, 3))`. */
function listed(world: World, star: readonly Encoded[]): unknown {
  const values = star.map(value => world.whole(value));
  const isList = values.length === 1 && (Array.isArray(values[0]) || values[0] === null);
  return isList ? (values[0] ?? undefined) : values;
}

function argumentsOf(world: World, call: Call): unknown[] {
  const rest = { ...call.args };
  const placed: unknown[] = [];
  for (const name of PLACED[call.op] ?? FIRST) {
    if (!(name in rest)) continue;
    placed.push(WHOLE.has(name) ? world.whole(rest[name]) : world.value(rest[name]));
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a copy of its own
    delete rest[name];
  }
  const star = call.star ?? [];
  if (LISTED.has(call.op)) placed.push(...(star.length > 0 ? [listed(world, star)] : []));
  else placed.push(...star.map(value => world.value(value)));
  const options = Object.entries(rest).filter(([, value]) => value !== null);
  const named = options.map(
    ([name, value]) =>
      [RENAMED[name] ?? camelCase(name), WHOLE.has(name) ? world.whole(value) : world.value(value)] as const,
  );
  return named.length > 0 ? [...placed, Object.fromEntries(named)] : placed;
}

/** What NumPy's `repr` and `str` are here. */
function printed(world: World, { op, args, options }: Call): unknown {
  const { x } = args;
  const isScalar = typeof x === 'object' && x !== null && 'g' in x;
  const name = isScalar
    ? op === 'repr'
      ? 'scalar_repr'
      : 'scalar_str'
    : op === 'repr'
      ? 'array_repr'
      : 'array_str';
  return withOptions(world, options, () => functionOf(core, name)(world.value(x)));
}

function withOptions(world: World, options: Call['options'], run: () => unknown): unknown {
  if (!options) return run();
  const set = functionOf(core, 'set_printoptions');
  const before = functionOf(core, 'get_printoptions')();
  const named = Object.entries(options).map(([name, value]) => [camelCase(name), world.value(value)]);
  set(Object.fromEntries(named));
  try {
    return run();
  } finally {
    set(before);
  }
}

/** Does the call. Throws `Missing` where the core has no such operation. */
export function perform(world: World, call: Call): unknown {
  const { op, args, options } = call;
  const self = call.self === undefined ? undefined : (world.value(call.self) as object);
  if (op === 'repr' || op === 'str') return printed(world, call);
  if (self === undefined) {
    return withOptions(world, options, () => functionOf(core, op)(...argumentsOf(world, call)));
  }
  if (op === 'get') return functionOf(self, 'get').call(self, world.index(args.index));
  if (op === 'set')
    return functionOf(self, 'set').call(self, world.index(args.index), world.value(args.value));
  if (op.startsWith('attribute.')) return (self as Readonly<Record<string, unknown>>)[op.slice(10)];
  if (op.startsWith('assign.')) {
    (self as Record<string, unknown>)[op.slice(7)] = world.whole(args.value);
    return null;
  }
  return functionOf(self, op.slice(2)).apply(self, argumentsOf(world, call));
}
