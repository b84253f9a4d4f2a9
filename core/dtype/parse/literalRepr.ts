/**
 * A literal written back as Python writes it. Invariant: the length of the text is bounded, for use in messages.
 */
import type { Literal } from './literalValue';
import { bytesRepr, strRepr } from '../repr';

const MAX_LENGTH = 200;

const shortened = (text: string): string =>
  text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;

function tupleRepr(items: readonly Literal[]): string {
  const inside = items.slice(0, MAX_LENGTH).map(literalRepr).join(', ');
  return items.length === 1 ? `(${inside},)` : `(${inside})`;
}

function floatRepr(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0.0';
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function fullRepr(literal: Literal): string {
  switch (literal.type) {
    case 'str':
      return strRepr(literal.value.slice(0, MAX_LENGTH + 1));
    case 'bytes':
      return bytesRepr(literal.value.subarray(0, MAX_LENGTH + 1));
    case 'int':
      return String(literal.value);
    case 'float':
      return floatRepr(literal.value);
    case 'bool':
      return literal.value ? 'True' : 'False';
    case 'none':
      return 'None';
    case 'tuple':
      return tupleRepr(literal.items);
    case 'list':
      return `[${literal.items.slice(0, MAX_LENGTH).map(literalRepr).join(', ')}]`;
    case 'dict':
      return `{${literal.entries
        .slice(0, MAX_LENGTH)
        .map(([key, value]) => `${literalRepr(key)}: ${literalRepr(value)}`)
        .join(', ')}}`;
    case 'name':
      return literal.value;
    case 'call':
      return `${literal.name}${tupleRepr(literal.args)}`;
  }
}

/** Python's `repr` of the literal, cut after 200 characters. */
export const literalRepr = (literal: Literal): string => shortened(fullRepr(literal));
