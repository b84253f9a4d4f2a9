/**
 * Dtypes from Python literals: the lists, tuples and dicts that `np.dtype` takes, which is also the `descr` of a `.npy`
 * header. Invariant: recursion is as deep as the literal, which its reader bounds.
 * Spec: https://numpy.org/doc/stable/reference/arrays.dtypes.html#specifying-and-constructing-data-types and
 * `_convert_from_any` of NumPy's descriptor.c, whose messages these are.
 */
import { InspectorError } from '../../errors';
import type { DType } from '../dtype';
import type { Literal } from './literalValue';
import { literalRepr } from './literalRepr';
import { invalidDType, numericDType } from '../make';
import { namedWord } from '../names';
import { packedStruct, placedStruct, type FieldSpec } from './struct';
import { dtypeOfName, notUnderstood, parseTypeString, repeatedDType, shapeOf } from './typestr';

const MODULES = /^(?:np|numpy|ml_dtypes|jnp|jax\.numpy|builtins)\.(?:dtypes\.)?/;

/** `np.float32`, `float`, `ml_dtypes.bfloat16`: a type by its Python name. */
function fromName(name: string): DType {
  const word = name.replace(MODULES, '');
  const named =
    word === 'record' ? 'V' : word === 'datetime64' ? 'M' : word === 'timedelta64' ? 'm' : namedWord(word);
  if (!named) throw notUnderstood(name);
  return dtypeOfName(named, '<');
}

/** `np.dtype(spec, align=…)`; other keywords (copy, metadata) say nothing about the bytes. */
function fromCall(call: Literal & { type: 'call' }): DType {
  const [spec, positional] = [call.args.at(0), call.args.at(1)];
  if (!/^(?:(?:np|numpy)\.)?dtype$/.test(call.name) || !spec) {
    if (/(?:^|\.)StringDType$/.test(call.name)) return parseTypeString('T');
    throw notUnderstood(literalRepr(call));
  }
  const align = call.keywords.find(([keyword]) => keyword === 'align')?.[1] ?? positional;
  return convert(spec, isTrue(align));
}

const isTrue = (literal: Literal | undefined): boolean =>
  (literal?.type === 'bool' && literal.value) || (literal?.type === 'int' && literal.value !== 0n);

/** `(base, shape)`, `(base, length)`, `(base, metadata)` or `(np.record, fields)`. */
function fromTuple(items: readonly Literal[], aligned: boolean): DType {
  if (items.length !== 2) {
    throw invalidDType(`Tuple must have size 2, but has size ${items.length}`, 'TypeError');
  }
  const base = convert(items[0], aligned);
  const second = items[1];
  if (shapeOf(second) || (base.itemsize === 0 && second.type === 'tuple')) return repeatedDType(base, second);
  const other = second.type === 'bool' ? undefined : overlay(base, second);
  if (other) return other;
  if (second.type === 'dict') return base;
  return repeatedDType(base, second);
}

/** `(base, other)`: the same bytes under another name. Undefined where `second` is no dtype. */
function overlay(base: DType, second: Literal): DType | undefined {
  let other: DType;
  try {
    other = convert(second, false);
  } catch {
    return undefined;
  }
  if (base.itemsize === 0) return other;
  if (base.itemsize !== other.itemsize) throw invalidDType('mismatch in size of old and new data-descriptor');
  if (base.kind === 'V' && !base.subarray) return other;
  if (!other.fields) return base;
  throw new InspectorError('unsupported-dtype', `a ${base.name} that has fields as well is not supported`, {
    action: 'Use either the fields or the plain type.',
  });
}

function titleOf(title: Literal): string | undefined {
  if (title.type === 'none') return undefined;
  if (title.type === 'str') return title.value;
  throw new InspectorError(
    'unsupported-dtype',
    `the field title ${literalRepr(title)} is not supported: it is not a str`,
    { action: 'Give the field a str as its title, or none.' },
  );
}

/** A field's name, as it is or as `(title, name)`. */
function nameOf(literal: Literal, k: number): { name: string; title?: string } {
  if (literal.type === 'str') return { name: literal.value || `f${k}` };
  if (literal.type !== 'tuple') {
    throw invalidDType('First element of field tuple is neither a tuple nor str', 'TypeError');
  }
  if (literal.items.length !== 2) {
    throw invalidDType(
      `If a tuple, the first element of a field tuple must have two elements, not ${literal.items.length}`,
      'TypeError',
    );
  }
  const [title, name] = literal.items;
  if (name.type !== 'str') throw invalidDType('Field name must be a str', 'TypeError');
  return withTitle(name.value || `f${k}`, titleOf(title));
}

const withTitle = (name: string, title: string | undefined): { name: string; title?: string } =>
  title === undefined ? { name } : { name, title };

function fromField(literal: Literal, k: number, aligned: boolean): FieldSpec {
  if (literal.type !== 'tuple' || literal.items.length < 2) {
    throw invalidDType(
      `Field elements must be 2- or 3-tuples, got '${literalRepr(literal)}'`,
      'TypeError',
      "Write each field as a tuple: ('x', '<f4') or ('y', '>i2', (2,)).",
    );
  }
  const [name, ...rest] = literal.items;
  const named = nameOf(name, k);
  if (rest.length > 2) {
    throw invalidDType(
      `Field elements must be tuples with at most 3 elements, got '${literalRepr(literal)}'`,
      'TypeError',
    );
  }
  return { ...named, dtype: rest.length === 1 ? convert(rest[0], aligned) : fromTuple(rest, aligned) };
}

const itemsOf = (literal: Literal | undefined): readonly Literal[] | undefined => {
  if (literal?.type === 'str') return Array.from(literal.value, value => ({ type: 'str', value }));
  return literal && (literal.type === 'list' || literal.type === 'tuple') ? literal.items : undefined;
};

function intOf(literal: Literal): number {
  if (literal.type === 'int') return Number(literal.value);
  throw invalidDType(`${literalRepr(literal)} cannot be interpreted as an integer`, 'TypeError');
}

const NOT_AN_ENTRY = 'entry not a 2- or 3- tuple';

/** `{'x': ('<f4', 0), 'y': ('<i2', 4, 'title')}`: fields by name, ordered by offset. */
function fromFieldsDict(entries: readonly (readonly [Literal, Literal])[], aligned: boolean): DType {
  const placed = entries.flatMap(([key, value]) => {
    if (value.type !== 'tuple' || value.items.length < 2 || value.items.length > 3) {
      throw invalidDType(NOT_AN_ENTRY);
    }
    const [format, offset, title] = value.items as [Literal, Literal, Literal?];
    if (key.type !== 'str') throw invalidDType('field names must be strings');
    if (title?.type === 'str' && title.value === key.value) return [];
    if (intOf(offset) < 0) throw invalidDType('invalid offset.');
    const named = withTitle(key.value, title && titleOf(title));
    return [{ spec: { ...named, dtype: convert(format, aligned) }, offset: intOf(offset) }];
  });
  placed.sort((a, b) => a.offset - b.offset);
  return placedStruct(
    placed.map(({ spec }) => spec),
    placed.map(({ offset }) => offset),
    undefined,
    aligned,
  );
}

const UNEQUAL = "'names', 'formats', 'offsets', and 'titles' dict entries must have the same length";

/** `{'names': […], 'formats': […], 'offsets': […], 'titles': […], 'itemsize': n, 'aligned': True}`. */
function fromDict(entries: readonly (readonly [Literal, Literal])[], isAligned: boolean): DType {
  const key = (name: string) => entries.findLast(([k]) => k.type === 'str' && k.value === name)?.[1];
  if (!key('names') || !key('formats')) return fromFieldsDict(entries, isAligned);
  const [names, formats] = [itemsOf(key('names')), itemsOf(key('formats'))];
  const offsets = key('offsets') && itemsOf(key('offsets'));
  const titles = key('titles') && itemsOf(key('titles'));
  const lengths = [formats, offsets ?? names, titles ?? names].map(list => list?.length);
  if (!names || lengths.some(length => length !== names.length)) throw invalidDType(UNEQUAL);
  const aligned = isAligned || isTrue(key('aligned'));
  const specs = names.map((name, k) => {
    if (name.type !== 'str') throw invalidDType('field names must be strings');
    const title = titles && titleOf(titles[k]);
    return { ...withTitle(name.value, title), dtype: convert(formats![k], aligned) };
  });
  const itemsize = key('itemsize');
  return placedStruct(specs, offsets?.map(intOf), itemsize && intOf(itemsize), aligned);
}

function convert(literal: Literal, aligned: boolean): DType {
  switch (literal.type) {
    case 'str':
      return parseTypeString(literal.value, aligned);
    case 'bytes':
      return parseTypeString(String.fromCharCode(...literal.value.subarray(0, 1 << 12)), aligned);
    case 'none':
      return numericDType('float64');
    case 'name':
      return fromName(literal.value);
    case 'call':
      return fromCall(literal);
    case 'tuple':
      return fromTuple(literal.items, aligned);
    case 'list':
      return packedStruct(
        literal.items.map((item, k) => fromField(item, k, aligned)),
        aligned,
      );
    case 'dict':
      return fromDict(literal.entries, aligned);
    default:
      throw invalidDType(`Cannot interpret '${literalRepr(literal)}' as a data type`, 'TypeError');
  }
}

/**
 * The dtype that `np.dtype(descr)` is, as a `.npy` header writes it.
 * Throws `invalid-dtype` with NumPy's message, or `unsupported-dtype` for object, StringDType and the like.
 */
export const dtypeFromDescr = (descr: Literal): DType => convert(descr, false);
