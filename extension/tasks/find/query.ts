/**
 * Parses a search for values: `0.5`, `nan`, `> 5`, `!= 0`, `0.5 ± 1e-6`.
 * Invariant: the text of the value is not interpreted here, since that depends on the dtype.
 */
import { InspectorError } from '../../../core/index';
import { t } from '../../l10n';

/** The comparisons of a query. */
export const OPERATORS = ['==', '!=', '>', '>=', '<', '<='] as const;
/** One of `OPERATORS`. */
export type Operator = (typeof OPERATORS)[number];

/** A parsed query. */
export interface Query {
  readonly operator: Operator;
  /** The value, as typed. */
  readonly text: string;
  /** The largest difference from the value, in its units; undefined for none. */
  readonly tolerance?: number;
}

const SPELLINGS: Readonly<Record<string, Operator>> = {
  '=': '==',
  '==': '==',
  '!=': '!=',
  '≠': '!=',
  '>': '>',
  '>=': '>=',
  '≥': '>=',
  '<': '<',
  '<=': '<=',
  '≤': '<=',
};
const QUERY = /^\s*(==?|!=|≠|>=?|≥|<=?|≤)?\s*(.*?)\s*$/s;
const WITHIN = /^(.*?)\s*(?:±|\+\/-)\s*(\S+)$/s;

/** Parses value and tolerance. Throws `invalid-input`, with the field `control` where the tolerance is invalid. */
export function parseQuery(typed: string, tolerance: string): Query {
  const [, sign = '==', rest] = QUERY.exec(typed)!;
  const operator = SPELLINGS[sign];
  const [, text = rest, within = tolerance] = WITHIN.exec(rest) ?? [];
  if (text === '') {
    throw new InspectorError('invalid-input', t('No value to find'), {
      action: t('Enter one: 0.5, nan, inf, > 5, != 0.'),
    });
  }
  if (within.trim() === '') return { operator, text };
  const isOrdered = operator !== '==' && operator !== '!=';
  if (isOrdered)
    throw toleranceError(t('A tolerance does not apply to {0}', operator), t('Leave the tolerance empty.'));
  return { operator, text, tolerance: parseTolerance(within.trim()) };
}

function parseTolerance(text: string): number {
  const tolerance = /^[\d.]/.test(text) ? Number(text.replaceAll('_', '')) : NaN;
  if (Number.isFinite(tolerance)) return tolerance;
  throw toleranceError(
    t('The tolerance {0} is not a number that is 0 or more', text),
    t('Enter the largest difference that still matches, such as 1e-6, or leave it empty.'),
  );
}

/** An error that is shown at the tolerance's input. */
export function toleranceError(message: string, action: string): InspectorError {
  return new InspectorError('invalid-input', message, { action, fields: { control: 'tolerance' } });
}
