/** Indices that select a view: basic indices and field names. */
import { InspectorError } from '../../errors';
import type { DType, Field } from '../../dtype/dtype';
import { strRepr } from '../../dtype/repr';
import { withFields } from '../../dtype/parse/struct';
import { indexError } from '../../layout/errors';
import type { IndexEntry } from '../../layout/indexing/slice';
import { entriesOf, isIntegerScalar } from '../basicIndex';
import { fieldOf } from '../typedLayout';
import type { IndexLike, IndexPart } from '../indexLike';
import { itemAt } from '../create/scalar';
import { NDArray, viewOf } from '../ndarray';

/** A basic index, which selects a view. */
interface Basic {
  readonly entries: readonly IndexEntry[];
  /** Integers in 0-d arrays select a copy where plain integers select a view. */
  readonly isCopied: boolean;
}

export const listOf = (index: IndexLike): readonly IndexPart[] =>
  (Array.isArray(index) ? index : [index]) as readonly IndexPart[];

/** Returns the entries of a basic index, or undefined for an advanced one. */
export function basicOf(index: IndexLike): Basic | undefined {
  const parts = listOf(index);
  const isFancy = parts.some(
    part =>
      typeof part === 'boolean' || Array.isArray(part) || (part instanceof NDArray && !isIntegerScalar(part)),
  );
  if (isFancy) return undefined;
  const entries = parts.flatMap(part =>
    isIntegerScalar(part) ? [{ kind: 'integer' as const, value: Number(itemAt(part)) }] : entriesOf(part),
  );
  return { entries, isCopied: parts.some(isIntegerScalar) };
}

/**
 * Returns the view of one or several fields (`x['a']`, `x[['a', 'b']]`), or undefined if the index names
 * none.
 */
export function fieldsOf(x: NDArray, index: IndexLike): NDArray | undefined {
  const { fields } = x.dtype;
  const names = fieldNames(index, fields);
  if (names === undefined) return undefined;
  if (typeof names === 'string') {
    const { layout, dtype } = fieldOf({ layout: x.layout, dtype: x.dtype }, names);
    return viewOf(x, layout, { dtype });
  }
  return viewOf(x, x.layout, { dtype: subset(x.dtype, names) });
}

function fieldNames(
  index: IndexLike,
  fields: readonly Field[] | undefined,
): string | readonly string[] | undefined {
  if (typeof index === 'string') {
    if (fields?.some(field => field.name === index || field.title === index)) return index;
    const entries = entriesOf(index);
    const first = entries.at(0);
    return entries.length === 1 && first?.kind === 'field' ? first.name : undefined;
  }
  const [only, ...rest] = listOf(index);
  const list = rest.length === 0 && Array.isArray(only) ? (only as readonly unknown[]) : listOf(index);
  const isNames = fields !== undefined && list.length > 0 && list.every(name => typeof name === 'string');
  return isNames && fields.some(field => list.includes(field.name)) ? list : undefined;
}

function subset(dtype: DType, names: readonly string[]): DType {
  const fields = names.map(name => {
    const field = dtype.fields!.find(one => one.name === name);
    if (field) return field;
    throw new InspectorError('invalid-index', `'${name}'`, {
      numpyName: 'KeyError',
      action: `Fields: ${dtype.fields!.map(one => one.name).join(', ')}.`,
    });
  });
  if (new Set(names).size < names.length) {
    const twice = names.find((name, at) => names.indexOf(name) < at);
    throw indexError(`duplicate field of name ${strRepr(twice!)}`, 'Name each field once.', 'ValueError');
  }
  return withFields(dtype, fields);
}

export const isItem = ({ ndim }: NDArray, entries: readonly IndexEntry[]): boolean =>
  entries.length === ndim && entries.every(entry => entry.kind === 'integer');
