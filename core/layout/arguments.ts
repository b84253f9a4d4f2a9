/**
 * Checks the arguments of public functions, for callers in plain JavaScript: a wrong argument is an error that explains
 * itself, and none is ignored. The messages are NumPy's where it has one.
 */
import { InspectorError } from '../errors';

/** The name of a value's type in Python. */
export function pythonType(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType';
  if (Array.isArray(value)) return 'list';
  if (value instanceof Uint8Array) return 'bytes';
  if (typeof value === 'object' && 're' in value) return 'complex';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  return TYPES[typeof value] ?? 'dict';
}

const TYPES: Readonly<Record<string, string | undefined>> = {
  bigint: 'int',
  boolean: 'bool',
  string: 'str',
  function: 'function',
  symbol: 'object',
};

/** A value quoted for a message, in at most 60 characters. */
export function quoted(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? Object.prototype.toString.call(value) : value;
  const all = typeof value === 'string' ? `'${value}'` : String(text);
  return all.length > 60 ? `${all.slice(0, 60)}…` : all;
}

/** An `invalid-input` error: `TypeError` in Python. */
export function wrongType(message: string, action: string): InspectorError {
  return new InspectorError('invalid-input', message, { numpyName: 'TypeError', action });
}

/** The `TypeError` for a length, axis or the like that is not an integer. */
export const notAnInteger = (what: string, value: unknown = 0.5): InspectorError =>
  new InspectorError('invalid-index', noIntegerText(what, value), {
    numpyName: 'TypeError',
    action: `Give whole numbers for ${what}.`,
  });

function noIntegerText(what: string, value: unknown): string {
  const isTruth = typeof value === 'boolean' || (isArray(value) && value.dtype.kind === 'b');
  if (isTruth && what === LENGTHS) return 'an integer is required';
  if (isArray(value)) return 'only integer scalar arrays can be converted to a scalar index';
  return `'${pythonType(value)}' object cannot be interpreted as an integer`;
}

const LENGTHS = 'lengths';

/** The part of an NDArray that is used here. */
interface ArrayOfNumbers {
  readonly layout: unknown;
  readonly dtype: { readonly kind: string };
  readonly flat: Iterable<unknown>;
}

const isArray = (value: unknown): value is ArrayOfNumbers =>
  typeof value === 'object' && value !== null && 'layout' in value && 'flat' in value;

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value);

/** One number or a list of them, as a list. `TypeError` for anything else. */
export function numberList(given: unknown, what: string): readonly number[] {
  if (typeof given === 'number') return [given];
  if (isArray(given) && 'iu'.includes(given.dtype.kind)) return Array.from(given.flat, Number);
  if (!isList(given)) throw notAnInteger(what, given);
  const list = Array.isArray(given) ? (given as readonly unknown[]) : Array.from(given);
  const wrong = list.findIndex(one => typeof one !== 'number');
  if (wrong >= 0) throw notAnInteger(what, list[wrong]);
  return list as readonly number[];
}

/** A shape as a list of lengths. `TypeError` for anything else. */
export function shapeList(shape: unknown): readonly number[] {
  const action = 'Give a whole number, or a list of them: [2, 3].';
  if (shape === null || shape === undefined) throw wrongType('Use () not None as shape arguments', action);
  if (typeof shape !== 'number' && typeof shape !== 'string' && !isList(shape) && !isArray(shape)) {
    throw wrongType(`expected a sequence of integers or a single integer, got '${quoted(shape)}'`, action);
  }
  return numberList(shape, LENGTHS);
}

/** Checks the options that many functions have. */
function checkValues({ out, order }: { readonly out?: unknown; readonly order?: unknown }): void {
  const isArray = typeof out === 'object' && (out === null || 'layout' in out);
  if (out !== undefined && !isArray)
    throw wrongType('return arrays must be of ArrayType', 'Give an array as out.');
  if (order === undefined || ['C', 'F', 'A', 'K'].includes(order as string)) return;
  const message = `order must be one of 'C', 'F', 'A', or 'K' (got ${quoted(order)})`;
  throw new InspectorError('invalid-input', message, {
    numpyName: 'ValueError',
    action: 'Give one of these.',
  });
}

const isPlain = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Object]';

/**
 * Checks an options object, the last argument of many functions. `TypeError` for a value that NumPy takes by position
 * (`x.sum(0)`) and for unknown names: both would be ignored otherwise.
 */
export function optionsOf<T extends object>(
  options: T | null | undefined,
  names: readonly (keyof T & string)[],
): Partial<T> {
  if (options === undefined || options === null) return {};
  const all = names.join(', ');
  if (!isPlain(options) || 'itemsize' in options) {
    throw wrongType(
      `options are one object, not ${quoted(options)}`,
      `Write { ${names[0]}: … }; there are ${all}.`,
    );
  }
  checkValues(options);
  const given = Object.entries(options).filter(([, value]) => value !== undefined && value !== null);
  const unknown = given.find(([name]) => !(names as readonly string[]).includes(name))?.[0];
  if (unknown === undefined) return options;
  throw wrongType(`got an unexpected keyword argument '${unknown}'`, `Use some of ${all}.`);
}

/**
 * Splits arguments into positional ones and options, for functions that accept fewer positional ones too.
 * `TypeError` as of `optionsOf`.
 */
export function placed<T extends object>(
  given: readonly unknown[],
  names: readonly (keyof T & string)[],
): { readonly values: readonly unknown[]; readonly options: Partial<T> } {
  const at = given.findIndex(one => isPlain(one) && !('layout' in (one as object)));
  if (at < 0) return { values: given, options: {} };
  return { values: given.slice(0, at), options: optionsOf(given[at] as T, names) };
}
