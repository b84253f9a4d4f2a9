/**
 * Dtypes as callers write them: a `DType`, NumPy's text, or the lists that `np.dtype` accepts, with
 * JavaScript lists in place of tuples: `[['x', '<f4'], ['y', '>i2', [2]]]`. Invariant: the result is that of
 * the same Python.
 * Spec: https://numpy.org/doc/stable/reference/arrays.dtypes.html#specifying-and-constructing-data-types
 */
import { dtypeFromDescr } from '../dtype/parse/descr';
import type { DType } from '../dtype/dtype';
import { parseLiteral } from '../dtype/parse/literal';
import type { Literal } from '../dtype/parse/literalValue';
import { invalidDType, numericDType, shortened } from '../dtype/make';
import { parseDType } from '../dtype/parse/parse';
import { dtypeSource } from '../dtype/print';
import { quoted, wrongType } from '../layout/arguments';
import type { DTypeLike } from './types';

const HOW = "Give a DType, NumPy's text of one, or a list of fields: [['x', '<f4'], ['y', '>i2', [2]]].";

const isDType = (value: object): value is DType => 'itemsize' in value && 'kind' in value;

/**
 * Returns an argument as a `DType`. `invalid-dtype` or `unsupported-dtype` with NumPy's message if it is not
 * one.
 */
export function toDType(like: DTypeLike): DType {
  if (typeof like === 'string') return parseDType(like);
  if (like === null) return numericDType('float64');
  if (!Array.isArray(like)) {
    if (typeof like === 'object' && isDType(like)) return like;
    throw wrongType(`Cannot interpret '${quoted(like)}' as a data type`, HOW);
  }
  return dtypeFromDescr(descrOf(like));
}

/** A list of fields is a Python list. Any other list, such as `['<f4', [2, 3]]`, is a tuple. */
function descrOf(value: unknown): Literal {
  if (typeof value === 'string') return { type: 'str', value };
  if (typeof value === 'object' && value !== null && isDType(value)) {
    return parseLiteral(dtypeLiteral(value), { names: true });
  }
  if (!Array.isArray(value)) return scalarLiteral(value);
  const list: readonly unknown[] = value;
  const [first] = list;
  if (list.length > 0 && typeof first !== 'string' && (typeof first !== 'object' || first === null)) {
    throw wrongType(
      `Field elements must be 2- or 3-tuples, got '${first === null ? 'None' : quoted(first)}'`,
      HOW,
    );
  }
  if (list.every(Array.isArray)) return { type: 'list', items: list.map(fieldOf) };
  return { type: 'tuple', items: list.map((item, k) => (k === 0 ? descrOf(item) : shapeOrDescr(item))) };
}

function dtypeLiteral(dtype: DType): string {
  const source = dtypeSource(dtype);
  return /^[[({'"]|^np\./.test(source) ? source : `'${source}'`;
}

/** `['x', '<f4']`, `['y', '>i2', [2]]`, `[['title', 'x'], '<f4']`. */
function fieldOf(field: unknown): Literal {
  const [name, dtype, ...rest] = field as readonly unknown[];
  const label: Literal = Array.isArray(name)
    ? { type: 'tuple', items: name.map(scalarLiteral) }
    : scalarLiteral(name);
  const type = dtype === undefined ? [] : [descrOf(dtype)];
  return { type: 'tuple', items: [label, ...type, ...rest.map(shapeOrDescr)] };
}

function shapeOrDescr(value: unknown): Literal {
  if (Array.isArray(value) && value.every(entry => typeof entry === 'number')) {
    return { type: 'tuple', items: value.map(scalarLiteral) };
  }
  return descrOf(value);
}

function scalarLiteral(value: unknown): Literal {
  if (typeof value === 'string') return { type: 'str', value };
  if (typeof value === 'number' && Number.isInteger(value)) return { type: 'int', value: BigInt(value) };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'boolean') return { type: 'bool', value };
  if (value === null) return { type: 'none' };
  throw invalidDType(
    `Cannot interpret '${shortened(JSON.stringify(value))}' as a data type`,
    'TypeError',
    HOW,
  );
}
