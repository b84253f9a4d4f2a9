/** The caller's functions for printing items, by NumPy's names of kinds. Follows `_get_formatdict` (arrayprint.py). */
import type { DType } from '../dtype/dtype';
import { isExtendedFormat } from '../dtype/formats';
import type { Item } from '../dtype/items/read';

/** Prints one item. */
export type ItemFormatter = (item: Item) => string;

type Kind =
  | 'bool'
  | 'int'
  | 'timedelta'
  | 'datetime'
  | 'float'
  | 'longfloat'
  | 'complexfloat'
  | 'longcomplexfloat'
  | 'numpystr'
  | 'void';

/** Groups of kinds; a kind's own name goes before its group, and `all` comes last. */
type Group = 'int_kind' | 'float_kind' | 'complex_kind' | 'str_kind' | 'all';

/** Functions that print items, by NumPy's names of kinds: `{ float_kind: x => x.toFixed(2) }`. */
export type Formatters = Readonly<Partial<Record<Kind | Group, ItemFormatter | null>>>;

function kindOf({ kind, format }: DType): readonly [own: Kind, group?: Group] {
  switch (kind) {
    case 'b':
      return ['bool'];
    case 'i':
    case 'u':
      return ['int', 'int_kind'];
    case 'm':
      return ['timedelta'];
    case 'M':
      return ['datetime'];
    case 'f':
      return [isExtendedFormat(format) ? 'longfloat' : 'float', 'float_kind'];
    case 'c':
      return [isExtendedFormat(format) ? 'longcomplexfloat' : 'complexfloat', 'complex_kind'];
    case 'V':
      return ['void'];
    default:
      return ['numpystr', 'str_kind'];
  }
}

/** The caller's function for items of this dtype; undefined where there is none. */
export function formatterFor(dtype: DType, formatters: Formatters | null): ItemFormatter | undefined {
  if (formatters === null) return undefined;
  const [own, group] = kindOf(dtype);
  return formatters[own] ?? (group && formatters[group]) ?? formatters.all ?? undefined;
}
