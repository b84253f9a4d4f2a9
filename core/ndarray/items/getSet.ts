/**
 * `x[index]` and `x[index] = value`. Invariant: the result is as if the index and the value were read before
 * the first item is written.
 * Follows `array_subscript` and `array_assign_subscript` (mapping.c).
 */
import { InspectorError } from '../../errors';
import { type DType, type Field, sameDType } from '../../dtype/dtype';
import { strRepr } from '../../dtype/repr';
import { withFields } from '../../dtype/parse/struct';
import { isCContiguous } from '../../layout/contiguity';
import { indexError, shapeError, tupleText } from '../../layout/errors';
import { contiguousLayout, Layout } from '../../layout/layout';
import { applyIndex, type IndexEntry } from '../../layout/indexing/slice';
import { transpose } from '../../layout/transpose';
import { allocateInOrder, byStride } from '../allocate';
import { itemAssign } from '../../casting/assignValue';
import { entriesOf, isIntegerScalar } from '../basicIndex';
import { fieldOf } from '../typedLayout';
import { broadcastInput } from '../broadcastInput';
import { checkCast } from '../../casting/rules';
import { isBytewise } from '../../casting/conversion';
import { itemLoop } from '../copy/itemLoop';
import { byteConversion, type ItemCopier, itemCopier, liesOnWords } from '../../casting/convertBytes';
import { copyInto, copyIfOverlapping } from '../copy/copyInto';
import { array, copied } from '../create/array';
import { selectionOf, type Selection } from './fancyIndex';
import { copyLine } from '../copy/copyLine';
import type { IndexLike, IndexPart } from '../indexLike';
import { tobytes } from './items';
import { copyItem, isWholeItem, itemAt, scalarOf } from '../create/scalar';
import type { Nested } from '../../casting/nested';
import { checkWriteable, NDArray, viewOf } from '../ndarray';
import { eachRun, byteOffsetsInC, walkOf } from '../../layout/walk';

/** A basic index, which selects a view. */
interface Basic {
  readonly entries: readonly IndexEntry[];
  /** Integers in 0-d arrays select a copy where plain integers select a view. */
  readonly isCopied: boolean;
}

const listOf = (index: IndexLike): readonly IndexPart[] =>
  (Array.isArray(index) ? index : [index]) as readonly IndexPart[];

/** Returns the entries of a basic index, or undefined for an advanced one. */
function basicOf(index: IndexLike): Basic | undefined {
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
function fieldsOf(x: NDArray, index: IndexLike): NDArray | undefined {
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

/**
 * Returns a view for basic indices and fields, a copy for advanced indices, and a 0-d copy for a single item.
 * `IndexError` as NumPy. Source: `numpy.ndarray.__getitem__`.
 */
export function get(x: NDArray, index: IndexLike): NDArray {
  const fields = fieldsOf(x, index);
  if (fields) return fields;
  const basic = basicOf(index);
  if (!basic) return fancyGet(x, selectionOf(x.layout, index));
  const view = viewOf(x, applyIndex(x.layout, basic.entries));
  if (isItem(x, basic.entries)) return scalarOf(view);
  return basic.isCopied ? copied(view) : view;
}

const isItem = ({ ndim }: NDArray, entries: readonly IndexEntry[]): boolean =>
  entries.length === ndim && entries.every(entry => entry.kind === 'integer');

function fancyGet(x: NDArray, selection: Selection): NDArray {
  const { rest, offsets } = selection;
  const result = allocateSelected(selection, x.dtype);
  const places = placesOf(result, selection);
  if (rest.ndim === 0) {
    const copy = itemCopier(result.buffer, x.buffer, x.itemsize, liesOnWords(x.layout));
    for (let k = 0; k < offsets.length; k++) copy(places(k), offsets[k]);
    return placed(result, selection);
  }
  const convert = byteConversion(result.buffer, x.buffer, x.itemsize);
  const inner = walkOf([innerLayout(result, rest), rest]);
  offsets.forEach((offset, k) => {
    eachRun({ ...inner, offsets: [places(k), offset] }, ([to, from], [toStep, fromStep], count) =>
      convert(to, toStep, from, fromStep, count),
    );
  });
  return placed(result, selection);
}

/** Returns the byte offset in the result of the `k`-th item of the index. */
function placesOf(
  { layout, itemsize }: NDArray,
  { shape, rest, orderWith }: Selection,
): (k: number) => number {
  const step = rest.size * itemsize;
  if (orderWith().every((axis, at) => axis === at)) return k => k * step;
  const outer = Layout.of({ ...layout.toFields(), shape, strides: layout.strides.slice(0, shape.length) });
  const places = byteOffsetsInC(outer);
  return k => places[k];
}

/**
 * Allocates the result: the axes of the index are outermost, and the axes that slices leave keep their memory
 * order.
 */
function allocateSelected({ shape, rest, orderWith }: Selection, dtype: DType): NDArray {
  const inner = allocateInOrder(rest.shape, dtype, byStride(rest.strides));
  const axes = [...orderWith(), ...rest.shape.map((_, axis) => shape.length + axis)];
  const fresh = allocateInOrder([...shape, ...rest.shape], dtype, axes);
  if (fresh.size === 0) return fresh;
  const strides = [...fresh.strides.slice(0, shape.length), ...inner.strides];
  const layout = Layout.of({ shape: fresh.shape, strides, offset: 0, itemsize: dtype.itemsize });
  return new NDArray({ buffer: fresh.buffer, dtype, layout });
}

/** Returns the layout in the result of what the first item of the index selects. */
function innerLayout(result: NDArray, rest: Layout): Layout {
  const strides = result.strides.slice(result.ndim - rest.ndim);
  return Layout.of({ shape: rest.shape, strides, offset: 0, itemsize: rest.itemsize });
}

/** Moves the axes of the index to their final position. */
function placed(result: NDArray, { shape, place }: Selection): NDArray {
  if (place === 0) return result;
  const axes = result.shape.map((_, axis) => axis);
  axes.splice(place, 0, ...axes.splice(0, shape.length));
  return viewOf(result, transpose(result.layout, axes));
}

/**
 * Assigns `value`, broadcast and converted. `ValueError` for a read-only array or for shapes that do not
 * match. Source: `numpy.ndarray.__setitem__`.
 */
export function set(x: NDArray, index: IndexLike, value: NDArray | Nested): void {
  checkWriteable(x);
  const fields = fieldsOf(x, index);
  const basic = fields ? undefined : basicOf(index);
  if (fields) assign(fields, value);
  else if (basic) assign(viewOf(x, applyIndex(x.layout, basic.entries)), value, isItem(x, basic.entries));
  else fancySet(x, index, value);
}

/** Assigns to all items, as `x[...] = value`. `isItem`: `x` is a single item. */
export function assign(x: NDArray, value: NDArray | Nested, isItem = false): void {
  if (isItem && Array.isArray(value)) {
    itemAssign(x.dtype)(new DataView(x.buffer), x.byteOffset, value as Nested);
    return;
  }
  if (isItem && isWholeItem(value, x.dtype)) {
    copyItem(x, x.byteOffset, value);
    return;
  }
  const given = valueFor(x, value, x.ndim);
  const source = isReadFirst(x, given) ? copyIfOverlapping(x, given) : given;
  if (isItem && source.ndim > 0 && x.dtype.kind === 'V' && !x.dtype.fields) {
    if (!isCContiguous(source.layout)) throw notContiguous();
    itemAssign(x.dtype)(new DataView(x.buffer), x.byteOffset, tobytes(source));
    return;
  }
  // An array of one item is a boolean or a record.
  const isOne =
    source.size === 1 && (x.dtype.kind === 'b' || (x.dtype.fields && sameDType(source.dtype, x.dtype)));
  const isFine = source.ndim === 0 || isOne;
  if (isItem && !isFine) throw sequenceForItem(x.dtype);
  if (x.dtype.fields ?? source.dtype.fields)
    checkCast(source.dtype, x.dtype, 'unsafe', source.ndim === 0 ? 'scalar' : 'array data');
  const layout = broadcastInput(source.layout, x.shape);
  copyInto(x, viewOf(source, layout));
}

/**
 * Whether NumPy first copies a value that overlaps the array: a single value, or one with a stride of the
 * opposite sign, even if it has a single item.
 */
const isReadFirst = ({ ndim, strides }: NDArray, value: NDArray): boolean =>
  value.ndim === 0 || (ndim === 1 && value.strides.at(-1)! * strides[0] < 0);

const notContiguous = (): InspectorError =>
  new InspectorError('invalid-input', 'ndarray is not C-contiguous', {
    numpyName: 'ValueError',
    action: 'Copy the array first.',
  });

function sequenceForItem({ kind, itemsize, unit }: DType): InspectorError {
  const isOdd = kind === 'c' || (kind === 'f' && itemsize === 16);
  const noun = kind === 'M' ? 'datetime' : 'timedelta';
  const message = isOdd
    ? 'only 0-dimensional arrays can be converted to Python scalars'
    : `setting an array element with a sequence${kind === 'S' || kind === 'U' ? '' : '.'}`;
  return new InspectorError('invalid-input', unit ? `Could not convert object to NumPy ${noun}` : message, {
    numpyName: isOdd ? 'TypeError' : 'ValueError',
    action: 'Give one value, or index a slice.',
  });
}

const valueFor = (x: NDArray, value: NDArray | Nested, ndmax?: number): NDArray =>
  value instanceof NDArray ? value : array(value, { dtype: x.dtype, ndmax });

function fancySet(x: NDArray, index: IndexLike, value: NDArray | Nested): void {
  let source: NDArray = x;
  const isMask = isWholeMask(x, index);
  // NumPy does not check overlap for a mask over all axes.
  const selection = selectionOf(x.layout, index, () => {
    source = valueFor(x, value);
    if (!isMask) source = copyIfOverlapping(x, source);
  });
  const values = arranged(source, selection, isMask);
  if (isMask && values.buffer === x.buffer) setRuns(x, selection.offsets, values);
  else if (selection.rest.ndim === 0) setItems(x, selection, values, isMask);
  else setParts(x, selection, values);
}

/** Stores one item for each item of the index. */
function setItems(x: NDArray, selection: Selection, values: NDArray, isMask: boolean): void {
  const { shape, offsets } = selection;
  const items = sameDType(values.dtype, x.dtype) ? values : copied(values, 'C', x.dtype);
  const copy = copierFor(x, items, isMask);
  const order = selection.orderWith(Layout.of({ ...values.layout.toFields(), shape }));
  const outer = Layout.of({ ...items.layout.toFields(), shape });
  eachPlace(order, outer, (k, at) => copy(offsets[k], at));
}

/**
 * Visits the items of the index in the order in which NumPy stores. The last one wins if an item is selected
 * twice.
 */
function eachPlace(order: readonly number[], values: Layout, visit: (k: number, at: number) => void): void {
  const layouts = [values, contiguousLayout(values.shape, 1)].map(layout => transpose(layout, order));
  const walk = walkOf(layouts, 'C');
  eachRun(walk, ([at, k], [step, ranks], count) => {
    for (let n = 0; n < count; n++) visit(k + n * ranks, at + n * step);
  });
}

/**
 * Returns the function that stores a single item. Padding between fields is copied only by integer arrays,
 * which copy whole words.
 */
function copierFor(x: NDArray, items: NDArray, isMask: boolean): ItemCopier {
  const isWord = !isMask && [1, 2, 4, 8].includes(x.itemsize);
  if (isWord || isBytewise(x.dtype, items.dtype))
    return itemCopier(x.buffer, items.buffer, x.itemsize, liesOnWords(x.layout) && liesOnWords(items.layout));
  const convert = itemLoop(x, items);
  return (to, from) => convert(to, 0, from, 0, 1);
}

/**
 * Stores items that overlap the array through a mask: each run of adjacent items at once, one run after the
 * other.
 */
function setRuns(x: NDArray, offsets: Float64Array, values: NDArray): void {
  const step = x.strides[x.shape.findLastIndex(length => length > 1)] ?? x.itemsize;
  for (let first = 0, end = 1; first < offsets.length; first = end++) {
    while (end < offsets.length && offsets[end] === offsets[end - 1] + step) end++;
    const from = values.byteOffset + first * values.strides[0];
    copyLine(
      lineOf(x, end - first, step, offsets[first]),
      lineOf(values, end - first, values.strides[0], from),
    );
  }
}

function lineOf(x: NDArray, length: number, stride: number, offset: number): NDArray {
  return viewOf(x, Layout.of({ shape: [length], strides: [stride], offset, itemsize: x.itemsize }));
}

/** Stores what slices leave, for each item of the index. */
function setParts(x: NDArray, selection: Selection, values: NDArray): void {
  const { rest, shape, offsets } = selection;
  const convert = itemLoop(x, values);
  const outer = Layout.of({
    ...values.layout.toFields(),
    shape,
    strides: values.strides.slice(0, shape.length),
  });
  const inner = Layout.of({
    shape: rest.shape,
    strides: values.strides.slice(shape.length),
    offset: 0,
    itemsize: values.itemsize,
  });
  const walk = walkOf([rest, inner]);
  eachPlace(selection.orderWith(outer), outer, (k, at) => {
    eachRun({ ...walk, offsets: [offsets[k], at] }, ([to, from], [toStep, fromStep], items) =>
      convert(to, toStep, from, fromStep, items),
    );
  });
}

/** Whether the index is a single mask over all axes, for which NumPy has special rules. */
const isWholeMask = (x: NDArray, index: IndexLike): boolean => {
  const parts = listOf(index);
  const [only] = parts;
  if (parts.length !== 1) return false;
  if (typeof only === 'boolean') return x.ndim === 0;
  return only instanceof NDArray && only.dtype.kind === 'b' && only.ndim === x.ndim;
};

/** Returns the value broadcast to the shape of the selection, with the axes of the index first. */
function arranged(value: NDArray, selection: Selection, isMask: boolean): NDArray {
  const { shape, rest, place } = selection;
  const axes = [...rest.shape];
  axes.splice(place, 0, ...shape);
  if (isMask) checkMaskValue(value, axes[0]);
  let layout: Layout;
  try {
    layout = broadcastInput(withoutEmpty(value.layout, axes.length), axes);
  } catch {
    throw shapeError(
      `shape mismatch: value array of shape ${tupleText(value.shape)} could not be broadcast to indexing result ` +
        `of shape ${tupleText(axes)}`,
      'Give one value, or as many as are selected.',
    );
  }
  const order = axes.map((_, axis) => axis);
  order.unshift(...order.splice(place, shape.length));
  return viewOf(value, transpose(layout, order));
}

/** Drops extra leading axes of length 0: an assignment of no items to no items is allowed. */
function withoutEmpty(layout: Layout, ndim: number): Layout {
  const { shape, strides, offset, itemsize, size } = layout;
  const extra = shape.length - ndim;
  const rest = shape.slice(extra);
  if (extra <= 0 || size > 0 || !rest.includes(0)) return layout;
  return Layout.of({ shape: rest, strides: strides.slice(extra), offset, itemsize });
}

function checkMaskValue(value: NDArray, selected: number): void {
  if (value.ndim > 1) {
    throw indexError(
      'NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has ' +
        `${value.ndim} dimensions`,
      'Give one value, or a list of them.',
      'TypeError',
    );
  }
  if (value.ndim === 0 || value.size === selected || value.size === 1) return;
  throw shapeError(
    `NumPy boolean array indexing assignment cannot assign ${value.size} input values to the ${selected} output ` +
      'values where the mask is true',
    'Give one value, or one for each True.',
  );
}
