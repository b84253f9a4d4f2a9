/**
 * Parses the text of a C or C++ type in the spelling of lldb and gdb, such as `double[3][4]` or `float [10]`. Invariant:
 * nothing is guessed; a type that is not understood is `opaque`, a run of bytes without meaning.
 */
import { scalarDType } from './scalars';

/** The array that a C or C++ type stands for. */
export interface NativeType {
  readonly kind: 'array' | 'sequence' | 'pointer' | 'scalar' | 'opaque';
  /** NumPy's dtype of the items; absent where they are opaque. For pointers and sequences, of what they point at. */
  readonly dtype?: string;
  /** The known axes; for pointers and sequences, those after the first one, which is unknown. */
  readonly shape: readonly number[];
  readonly isConst: boolean;
  /** A C++ reference: the value's text starts with its address. */
  readonly isReference: boolean;
  /** Whether it does not own its items: `std::span`. */
  readonly isView: boolean;
}

type Core = Pick<NativeType, 'kind' | 'dtype' | 'shape'>;

const MAX_LENGTH = 4096;
const OPAQUE: Core = { kind: 'opaque', shape: [] };
/** Contiguous items elsewhere; their number is in the value's text. */
const SEQUENCE = /^std::(?:vector|span|valarray)<(.*)>$/;

/** Parses a type name; never throws. */
export function parseType(text: string): NativeType {
  const plain = normalized(text.slice(0, MAX_LENGTH));
  const unqualified = plain.replace(/\b(?:const|volatile)\b ?/g, '').trim();
  const value = unqualified.replace(/ ?\(&{1,2}\) ?/, '').replace(/ ?&{1,2}$/, '');
  return {
    ...coreOf(value),
    // `T *const` is a constant pointer to what may change.
    isConst: /\bconst\b/.test(plain.replace(/\* ?const$/, '*')),
    isReference: value !== unqualified,
    isView: value.startsWith('std::span<'),
  };
}

/** Removes inline namespaces and `struct`, `class`, …, and normalizes spaces. */
function normalized(text: string): string {
  return text
    .replace(/\bstd::(?:__\w+::)+/g, 'std::')
    .replace(/\b(?:struct|class|union|enum) /g, '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[[>,])/g, '')
    .trim();
}

function coreOf(text: string): Core {
  const rows = /^(.*?) ?\(\*\)((?:\[\d+\])+)$/.exec(text);
  if (rows) return { ...itemsOf(rows[1], lengths(rows[2])), kind: 'pointer' };
  if (text.endsWith('*')) return { ...itemsOf(text.slice(0, -1).trim(), []), kind: 'pointer' };
  const sequence = SEQUENCE.exec(text);
  if (sequence) return { ...itemsOf(templateArguments(sequence[1])[0], []), kind: 'sequence' };
  const { dtype, shape } = itemsOf(text, []);
  if (shape.length > 0) return { kind: 'array', dtype, shape };
  return dtype === undefined ? OPAQUE : { kind: 'scalar', dtype, shape };
}

/** The items and axes of nested arrays of fixed length. */
function itemsOf(text: string, outer: readonly number[]): Omit<Core, 'kind'> {
  const array = /^(.*?)((?:\[\d+\])+)$/.exec(text);
  if (array) return itemsOf(array[1].trim(), [...outer, ...lengths(array[2])]);
  const fixed = /^std::array<(.*)>$/.exec(text);
  if (fixed) {
    const [item, length = ''] = templateArguments(fixed[1]);
    const count = /^(\d+)(?:u|l)*$/i.exec(length);
    return count ? itemsOf(item, [...outer, Number(count[1])]) : { shape: outer };
  }
  // An array of pointers holds addresses.
  const dtype = text.endsWith('*') ? 'uint64' : scalarDType(text);
  return { shape: outer, ...(dtype === undefined ? {} : { dtype }) };
}

const lengths = (brackets: string): number[] =>
  [...brackets.matchAll(/\d+/g)].map(([digits]) => Number(digits));

/** Splits `float, std::allocator<float>` at its outermost commas. */
function templateArguments(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at === text.length || (text[at] === ',' && depth === 0)) {
      found.push(text.slice(start, at).trim());
      start = at + 1;
    } else if ('<([{'.includes(text[at])) depth++;
    else if ('>)]}'.includes(text[at])) depth--;
  }
  return found;
}
