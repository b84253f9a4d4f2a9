/**
 * The states of a value cell, for the style sheet: `data-state` on the cell. A cell has one state; the marks `data-changed`,
 * `data-conflict`, `data-editing`, `data-linked` and `data-cursor` may be added to any of them.
 */
import type { DType } from '../../core/dtype/dtype';
import type { CellText } from '../state/cellReader';

type Applies = (cell: CellText, dtype: DType) => boolean;

/** The first state that applies wins. A value of none of them is `value`. */
const STATES = {
  loading: ({ state }) => state === 'loading',
  outside: ({ state }) => state === 'outside',
  large: ({ state }) => state === 'large',
  nan: ({ text }, { kind }) => isFloating(kind) && text.includes('nan'),
  inf: ({ text }, { kind }) => isFloating(kind) && text.includes('inf'),
  nat: ({ text }, { kind }) => (kind === 'm' || kind === 'M') && text === 'NaT',
} satisfies Record<string, Applies>;

export type CellState = keyof typeof STATES | 'value';

const entries = Object.entries(STATES) as [CellState, Applies][];

/** Returns the state of a cell of `dtype`, by its text as NumPy prints it. */
export function cellState(cell: CellText, dtype: DType): CellState {
  return entries.find(([, applies]) => applies(cell, dtype))?.[0] ?? 'value';
}

function isFloating(kind: DType['kind']): boolean {
  return kind === 'f' || kind === 'c';
}
