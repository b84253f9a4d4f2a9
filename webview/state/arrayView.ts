/**
 * The array that is drawn: that of the facts, or the view of it that the slice box selects. Immutable and pure.
 * Invariant: `leaves` is not empty unless items have no columns at all (a structured dtype without fields).
 */
import type { ArrayFacts } from '../../core/bytes';
import type { DType, Leaf } from '../../core/dtype/dtype';
import { leafFields } from '../../core/dtype/dtype';
import { partDType } from '../../core/dtype/make';
import { parseDType } from '../../core/dtype/parse/parse';
import { InspectorError } from '../../core/errors';
import { complexPart } from '../../core/layout/complexPart';
import { Layout, contiguousStrides } from '../../core/layout/layout';
import { parseIndex } from '../../core/layout/indexing/parseIndex';
import { applyIndex } from '../../core/layout/indexing/slice';
import { reversed } from '../../core/layout/transpose';
import { strings } from '../strings';

/** The largest number of columns of a structured item that are drawn. */
export const MAX_LEAVES = 4096;

export interface ArrayView {
  readonly facts: ArrayFacts;
  readonly layout: Layout;
  readonly dtype: DType;
  /** The columns of one item; a single one with an empty path unless the dtype is structured. */
  readonly leaves: readonly Leaf[];
  /** The number of columns of an item, of which not all may be drawn. */
  readonly leafCount: number;
  /** The index text that made the view; empty for the whole array. */
  readonly slice: string;
}

/** The whole array. Throws the `InspectorError` of an invalid dtype or layout. */
export function wholeView(facts: ArrayFacts): ArrayView {
  return viewOf(facts, Layout.of(facts.layout), parseDType(facts.dtype), '');
}

/**
 * The view `x[slice]`, where `slice` is one index or several in brackets, and attributes that are views: `::2, 3`,
 * `['x'][5:]`, `.T`, `[0].real`. Throws NumPy's error for an index that does not fit.
 */
export function slicedView(facts: ArrayFacts, slice: string): ArrayView {
  const whole = wholeView(facts);
  let { layout, dtype } = whole;
  for (const part of indexChain(slice)) {
    const attribute = /^\s*\.\s*(T|real|imag)\s*$/.exec(part)?.[1];
    if (attribute !== undefined) {
      ({ layout, dtype } = attributeView(layout, dtype, attribute));
      continue;
    }
    const entries = parseIndex(part);
    const [first] = entries;
    if (entries.length === 1 && first.kind === 'field')
      ({ layout, dtype } = fieldView(layout, dtype, first.name));
    else layout = applyIndex(layout, entries);
  }
  return viewOf(facts, layout, dtype, slice.trim());
}

function viewOf(facts: ArrayFacts, layout: Layout, dtype: DType, slice: string): ArrayView {
  const { leaves, total } = leafFields(dtype, MAX_LEAVES);
  return { facts, layout, dtype, leaves, leafCount: total, slice };
}

/** `x.T`, or a part of every complex number: views of the same bytes, as NumPy's are. */
function attributeView(layout: Layout, dtype: DType, name: string): { layout: Layout; dtype: DType } {
  if (name === 'T') return { layout: reversed(layout), dtype };
  if (dtype.kind === 'c')
    return { layout: complexPart(layout, name === 'imag' ? 1 : 0), dtype: partDType(dtype) };
  if (name === 'real') return { layout, dtype };
  throw new InspectorError('invalid-index', strings.onlyComplex(name));
}

/** The view of one field of every item; the axes of a field that is an array come last, as in NumPy. */
function fieldView(layout: Layout, dtype: DType, name: string): { layout: Layout; dtype: DType } {
  const field = dtype.fields?.find(one => one.name === name || one.title === name);
  if (!field) throw noField(dtype, name);
  const base = field.dtype.subarray?.base ?? field.dtype;
  const inner = field.dtype.subarray?.shape ?? [];
  return {
    dtype: base,
    layout: Layout.of({
      shape: [...layout.shape, ...inner],
      strides: [...layout.strides, ...contiguousStrides(inner, base.itemsize, 'C')],
      offset: layout.offset + field.offset,
      itemsize: base.itemsize,
    }),
  };
}

function noField(dtype: DType, name: string): InspectorError {
  if (!dtype.fields) {
    return new InspectorError(
      'invalid-index',
      'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are valid indices',
      { action: strings.onlyStructured, numpyName: 'IndexError' },
    );
  }
  return new InspectorError('invalid-index', `no field of name ${name}`, {
    action: strings.theFields(dtype.fields.map(field => field.name).join(', ')),
    numpyName: 'ValueError',
  });
}

const WORDS = /'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|[[\]]|\.\s*(?:T|real|imag)\b/gs;
/** What another part may follow: an attribute, or what ends in a bracket. */
const ENDED = /^\s*\.|\]\s*$/;

/** `[a].T[b]` as its parts; a text without outer brackets is one part. Brackets inside quotes do not count. */
export function indexChain(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: word, index } of text.matchAll(WORDS)) {
    if (word === ']') depth--;
    const part = text.slice(start, index);
    if ((word === '[' || word[0] === '.') && depth === 0 && ENDED.test(part)) {
      parts.push(part);
      start = index;
    }
    if (word === '[') depth++;
  }
  return [...parts, text.slice(start)];
}
