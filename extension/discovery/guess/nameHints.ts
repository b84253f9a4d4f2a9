/**
 * What a file's name says of its contents: `volume_256x256x128_uint8.raw`, `x.f32`, `tokens.dat`. Invariant: a name
 * tips the balance between readings that the bytes allow, it never overrules them.
 */
import { isFormat } from '../../../core/dtype/formats';

export interface NameHints {
  /** How much cheaper each dtype of the name becomes: below 1, lower is surer. */
  readonly dtypes: ReadonlyMap<string, number>;
  /** Lengths written as `256x256x128`, in this order. */
  readonly shape?: readonly number[];
  /** Items that come one after another by nature: `tokens.dat`. */
  readonly sequence: boolean;
}

const NAMED = 0.8;
const IMPLIED = 0.97;

const SPELLINGS: Readonly<Record<string, string>> = {
  half: 'float16',
  fp16: 'float16',
  single: 'float32',
  fp32: 'float32',
  float: 'float32',
  double: 'float64',
  fp64: 'float64',
  bf16: 'bfloat16',
  byte: 'uint8',
  ubyte: 'uint8',
  short: 'int16',
  ushort: 'uint16',
  complex: 'complex64',
  cfile: 'complex64',
  fc32: 'complex64',
  cf32: 'complex64',
};

/** Words that go with a dtype more often than not. */
const IMPLICATIONS: Readonly<Record<string, readonly string[]>> = {
  tokens: ['uint16', 'uint32'],
  token: ['uint16', 'uint32'],
  mask: ['bool', 'uint8'],
  masks: ['bool', 'uint8'],
  image: ['uint8'],
  images: ['uint8'],
  labels: ['int64', 'int32'],
  audio: ['int16', 'float32'],
  pcm: ['int16'],
  iq: ['complex64'],
  weights: ['float32'],
  embeddings: ['float32'],
};

const SEQUENCES = new Set([
  'token',
  'tokens',
  'audio',
  'pcm',
  'wave',
  'samples',
  'times',
  'timestamps',
  'labels',
  'ids',
]);

/** Letters and size in bits or, as NumPy writes it, in bytes: `float32`, `f32`, `f4`, `u8`. */
const FAMILIES: Readonly<Record<string, string>> = {
  float: 'float',
  f: 'float',
  int: 'int',
  i: 'int',
  uint: 'uint',
  u: 'uint',
  complex: 'complex',
  c: 'complex',
};
export function nameHints(fileName: string): NameHints {
  const dtypes = new Map<string, number>();
  const words = fileName.toLowerCase().split(/[^a-z0-9]+/);
  for (const word of words) {
    const named = spelled(word) ?? sized(word);
    if (named !== undefined) dtypes.set(named, NAMED);
    if (!Object.hasOwn(IMPLICATIONS, word)) continue;
    for (const implied of IMPLICATIONS[word]) if (!dtypes.has(implied)) dtypes.set(implied, IMPLIED);
  }
  return { dtypes, shape: shapeIn(fileName), sequence: words.some(word => SEQUENCES.has(word)) };
}

/** A word that names a dtype, as NumPy or as other programs do. */
function spelled(word: string): string | undefined {
  if (Object.hasOwn(SPELLINGS, word)) return SPELLINGS[word];
  return isFormat(word) ? word : undefined;
}

/** `u8` is NumPy's uint64 and everybody else's byte; where both readings exist, bits are meant. */
function sized(word: string): string | undefined {
  const match = /^(float|uint|int|complex|[fiuc])(\d{1,3})$/.exec(word);
  if (!match) return undefined;
  const inBits = FAMILIES[match[1]] + match[2];
  const inBytes = FAMILIES[match[1]] + String(Number(match[2]) * 8);
  return [inBits, inBytes].find(isFormat);
}

function shapeIn(fileName: string): readonly number[] | undefined {
  const match = /(?<![\da-z])(\d{1,9}(?:x\d{1,9}){1,5})(?![\dx])/i.exec(fileName);
  const shape = match?.[1].toLowerCase().split('x').map(Number);
  return shape?.every(length => length > 0) ? shape : undefined;
}
