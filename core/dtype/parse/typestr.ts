/**
 * The strings `np.dtype` takes: names and codes (`float32`, `<f4`, `datetime64[ns]`) and comma strings
 * (`i4, (2,3)f8`). Invariant: time is linear in the text.
 * Spec: `_convert_from_str` of NumPy's descriptor.c and `_commastring` of `_core/_internal.py`, whose messages these are.
 */
import { InspectorError } from '../../errors';
import { parseTimeUnit } from '../datetimeUnit';
import type { ByteOrder, DType } from '../dtype';
import { parseLiteral } from './literal';
import type { Literal } from './literalValue';
import { bytesDType, invalidDType, shortened, subarrayDType, textDType, timeDType, voidDType } from '../make';
import { namedCode, namedWord, scalarDType, type Named } from '../names';
import { strRepr } from '../repr';
import { packedStruct } from './struct';

/** NumPy's `TypeError` for a name that is no dtype. */
export const notUnderstood = (text: string): InspectorError =>
  invalidDType(`data type ${strRepr(shortened(text))} not understood`, 'TypeError');

/** Why an item of pointers cannot be shown; `named` is what was asked for. */
function pointersRefused(named: 'object' | 'string'): InspectorError {
  const [what, why] =
    named === 'object'
      ? ['object', 'its items are pointers to Python objects, which mean nothing outside their process']
      : ['StringDType', 'its items refer to text that is stored elsewhere, not in the array'];
  return new InspectorError('unsupported-dtype', `dtype ${what} has no fixed layout: ${why}`, {
    action: 'Convert the array to a fixed-size dtype first, such as float64 or U20.',
    fields: { dtype: named },
  });
}

/** The dtype of a name; `unsupported-dtype` for object and StringDType. */
export function dtypeOfName(named: Named, order: ByteOrder, length = 0): DType {
  if (named === 'object' || named === 'string') throw pointersRefused(named);
  return scalarDType(named, order, length);
}

const REMOVED = /^[<>=|]?(?:(?:int|uint|void|object|str|bytes)0|bool8)$/;
const DATETIME = /^(?:([Mm])8|(datetime64|timedelta64))/;

/** A single dtype: byte order, then a code, a datetime with its unit, or (without byte order) a name. */
function parseSimple(text: string): DType {
  const hasOrder = /^[<>=|]/.test(text);
  const order: ByteOrder = text.startsWith('>') ? '>' : '<';
  const code = hasOrder ? text.slice(1) : text;
  const time = DATETIME.exec(code);
  if (time) {
    const kind = (time[1] || (time[2] === 'datetime64' ? 'M' : 'm')) as 'M' | 'm';
    return timeDType(kind, parseTimeUnit(code.slice(time[0].length)), order);
  }
  const sized = namedCode(code);
  if (sized) return dtypeOfName(sized.named, order, sized.size);
  const named = namedWord(text);
  if (named) return dtypeOfName(named, '<');
  if (text === 'StringDType()') throw pointersRefused('string');
  if (REMOVED.test(text)) {
    const alias = `Alias ${strRepr(text)} was removed in NumPy 2.0. Use a name without a digit at the end.`;
    throw invalidDType(alias, 'TypeError');
  }
  throw notUnderstood(text);
}

const FORMAT = /([<>|=]?)( *[(]?[ ,0-9]*[)]? *)([<>|=]?)([A-Za-z0-9.?_]*(?:\[[a-zA-Z0-9,.]+\])?)/y;
const SEPARATOR = /\s*,\s*/y;
const TRAILING = /\s+$/y;

interface Part {
  readonly type: string;
  readonly repeats: Literal | undefined;
}

const unrecognized = (text: string, k: number): InspectorError =>
  invalidDType(`format number ${k} of "${shortened(text)}" is not recognized`);

function parseRepeats(text: string, whole: string, k: number): Literal | undefined {
  if (text === '') return undefined;
  try {
    // `2,3` is a tuple to Python, with or without its parentheses.
    return parseLiteral(text.includes(',') && !text.includes('(') ? `(${text})` : text.trim());
  } catch {
    throw unrecognized(whole, k);
  }
}

function jointOrder(before: string, after: string): string {
  const [a, b] = [before, after].map(order => (order === '=' ? '<' : order));
  if (a && b && a !== b) throw invalidDType(`inconsistent byte-order specification ${a} and ${b}`);
  return (a || b) === '>' ? '>' : '';
}

/** The parts of a comma string, and whether it has a comma that parts them. */
function splitCommas(text: string): { parts: readonly Part[]; isList: boolean } {
  const parts: Part[] = [];
  let isList = false;
  for (let at = 0; at < text.length;) {
    FORMAT.lastIndex = at;
    const [, before, repeats, after, code] = FORMAT.exec(text)!;
    at = FORMAT.lastIndex;
    TRAILING.lastIndex = at;
    if (at < text.length && TRAILING.test(text)) at = text.length;
    else if (at < text.length) {
      SEPARATOR.lastIndex = at;
      if (!SEPARATOR.test(text)) throw unrecognized(text, parts.length + 1);
      at = SEPARATOR.lastIndex;
      isList = true;
    }
    const k = parts.length + 1;
    parts.push({ type: jointOrder(before, after) + code, repeats: parseRepeats(repeats, text, k) });
  }
  return { parts, isList };
}

/** One part of a comma string. Its type may have a count again (`1<2f4`), no deeper. */
function parsePart({ type, repeats }: Part): DType {
  const base = parseTypeString(type);
  return repeats === undefined ? base : repeatedDType(base, repeats);
}

/** The shape that `literal` spells, an int or a tuple or list of ints. */
export function shapeOf(literal: Literal): readonly number[] | undefined {
  if (literal.type === 'int') return [Number(literal.value)];
  if (literal.type !== 'tuple' && literal.type !== 'list') return undefined;
  const shape = literal.items.map(item => (item.type === 'int' ? Number(item.value) : NaN));
  return shape.some(Number.isNaN) ? undefined : shape;
}

/** `(base, repeats)`: NumPy's `('f4', (2, 3))`, and `('S', 5)`, which is a length. */
export function repeatedDType(base: DType, repeats: Literal): DType {
  const isUnsized = base.itemsize === 0 && !base.fields;
  if (!isUnsized) {
    const shape = shapeOf(repeats);
    if (!shape) throw invalidDType('invalid shape in fixed-type tuple.');
    return subarrayDType(base, shape);
  }
  const length = repeats.type === 'int' ? Number(repeats.value) : NaN;
  if (!(length >= 0 && length <= 2 ** 31 - 1)) throw invalidDType('invalid itemsize in generic type tuple');
  if (base.subarray) return subarrayDType(base, [length]);
  if (base.kind === 'S') return bytesDType(length);
  return base.kind === 'U' ? textDType(length, base.byteOrder) : voidDType(length);
}

const START = /^(?:[<>=|]?\d|\(\)|[<>=|]\(\).)/s;

/** Whether there is a repeat count in front, or a comma outside square brackets. */
function isCommaString(text: string): boolean {
  if (START.test(text)) return true;
  let depth = 0;
  for (const char of text) {
    if (char === ',' && depth === 0) return true;
    if (char === '[') depth++;
    if (char === ']') depth--;
  }
  return false;
}

/** The dtype that `np.dtype(text)` is; `aligned` lays the fields of a comma string out as C does. */
export function parseTypeString(text: string, aligned = false): DType {
  if (!isCommaString(text)) return parseSimple(text);
  const { parts, isList } = splitCommas(text);
  if (!isList) return parsePart(parts[0]);
  const last = parts[parts.length - 1];
  const isEmptyLast = last.type === '' && last.repeats === undefined;
  if (isEmptyLast && parts.length === 1) throw invalidDType('Expected at least one field name');
  return packedStruct(
    (isEmptyLast ? parts.slice(0, -1) : parts).map((part, k) => ({ name: `f${k}`, dtype: parsePart(part) })),
    aligned,
  );
}
