/**
 * What the text of a C or C++ type says of an array: lldb's and gdb's spelling, `double[3][4]` or `float [10]`. Invariant:
 * a type is never guessed: what is not understood is `opaque`, its bytes have no meaning of their own here.
 */
import { scalarDType } from './scalars';

export interface NativeType {
  readonly kind: 'array' | 'sequence' | 'pointer' | 'scalar' | 'opaque';
  /** Of one item; absent where that is opaque. A pointer's or a sequence's is that of what it points at. */
  readonly dtype?: string;
  /** Known axes: of a sequence and of what a pointer points at those that follow the unknown first one. */
  readonly shape: readonly number[];
  readonly isConst: boolean;
  /** The text of the address comes before that of the value. */
  readonly isReference: boolean;
  /** Does not own what it holds: `std::span`. */
  readonly isView: boolean;
}

type Core = Pick<NativeType, 'kind' | 'dtype' | 'shape'>;

const MAX_LENGTH = 4096;
const OPAQUE: Core = { kind: 'opaque', shape: [] };
/** Contiguous items elsewhere, of a count that the value's text says. */
const SEQUENCE = /^std::(?:vector|span|valarray)<(.*)>$/;

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

/** One spelling for all: no inline namespaces, no elaborated names, single spaces, none before brackets. */
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

/** Items and axes of nested arrays of fixed lengths. */
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

/** `float, std::allocator<float>` at its outermost commas. */
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
