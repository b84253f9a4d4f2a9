/** The address formula as data: `byte = offset + Σ strides[k] · index[k]`, with the numbers of one item. */
import type { ArrayView } from '../state/arrayView';
import { strings } from '../strings';

export interface Term {
  readonly sign: '+' | '−';
  /** Absolute value. */
  readonly value: number;
  /** The factor of the value; absent for the offset and for a field's offset in its item. */
  readonly index?: number;
  /** For a field, its path. */
  readonly label: string;
}

/** Returns the terms whose sum is the byte offset of an item, or of one of its leaf columns. */
export function formulaTerms(view: ArrayView, index: readonly number[], leaf: number | undefined): Term[] {
  const { offset, strides } = view.layout;
  const column = leaf === undefined ? undefined : view.leaves[leaf];
  return [
    { ...signed(offset), label: strings.termOffset },
    ...strides.map((stride, axis) => ({
      ...signed(stride),
      index: index[axis],
      label: strings.axisLabel(axis),
    })),
    ...(column && column.path !== '' ? [{ ...signed(column.offset), label: column.path }] : []),
  ];
}

function signed(value: number): Pick<Term, 'sign' | 'value'> {
  return value < 0 ? { sign: '−', value: -value } : { sign: '+', value };
}

/** `0 + 40000 · 3 + 4 · 17`. */
export function termsText(terms: readonly Term[]): string {
  return terms
    .map(({ sign, value, index }, k) => {
      const product = index === undefined ? String(value) : `${value} · ${index}`;
      if (k === 0) return sign === '−' ? `−${product}` : product;
      return `${sign} ${product}`;
    })
    .join(' ');
}
