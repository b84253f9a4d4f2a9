/**
 * The header of a .npy file, versions 1.0 to 3.0, checked as NumPy checks it. The header is a Python literal:
 * it is parsed and never evaluated, and never longer than NumPy's limit.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
import type { Abortable, ByteSource } from '../../bytes';
import type { DType } from '../../dtype/dtype';
import { parseLiteral } from '../../dtype/parse/literal';
import type { Literal } from '../../dtype/parse/literalValue';
import { literalRepr } from '../../dtype/parse/literalRepr';
import { dtypeSource } from '../../dtype/print';
import { bytesRepr, strRepr } from '../../dtype/repr';
import { InspectorError } from '../../errors';
import { checkShape } from '../../layout/layout';
import { dtypeOfNpyDescr, holdsObjects } from './descr';

/** The content of a `.npy` header. Source: numpy/lib/format.py. */
export interface NpyHeader {
  /** 1.0, 2.0 or 3.0. */
  readonly version: readonly [major: number, minor: number];
  /** The number of bytes before the first item: magic, version, length and text. */
  readonly headerLength: number;
  /** The dtype of the items. */
  readonly dtype: DType;
  /** The text that `parseDType` accepts for the dtype. */
  readonly dtypeText: string;
  /** Whether the first index varies fastest. */
  readonly fortranOrder: boolean;
  /** In items. */
  readonly shape: readonly number[];
}

/** NumPy's default `max_header_size`, in characters. */
const MAX_HEADER_CHARS = 10_000;
const MAGIC = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59);
const MAGIC_LENGTH = 8;
/** The maximum number of bytes before the header text: magic, version, a 4-byte length. */
const PREFIX_LENGTH = 12;
const SAVE_AGAIN =
  'Save the array again with np.save, or open the file as raw bytes with a dtype and shape of your own.';

function headerError(message: string, action = SAVE_AGAIN, cause?: unknown): InspectorError {
  return new InspectorError('invalid-header', message, { action, numpyName: 'ValueError', cause });
}

/** The position of the header text. */
interface Prefix {
  readonly version: readonly [number, number];
  readonly textStart: number;
  readonly textLength: number;
}

function parsePrefix(bytes: Uint8Array): Prefix {
  needBytes('magic string', MAGIC_LENGTH, bytes.length);
  const magic = bytes.subarray(0, MAGIC.length);
  if (MAGIC.some((byte, at) => byte !== magic[at])) {
    throw headerError(
      `the magic string is not correct; expected ${bytesRepr(MAGIC)}, got ${bytesRepr(magic)}`,
    );
  }
  const [major, minor] = bytes.subarray(MAGIC.length);
  if (major < 1 || major > 3 || minor !== 0) {
    throw headerError(`we only support format version (1,0), (2,0), and (3,0), not (${major}, ${minor})`);
  }
  const lengthBytes = major === 1 ? 2 : 4;
  const textStart = MAGIC_LENGTH + lengthBytes;
  needBytes('array header length', lengthBytes, bytes.length - MAGIC_LENGTH);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const textLength = major === 1 ? view.getUint16(MAGIC_LENGTH, true) : view.getUint32(MAGIC_LENGTH, true);
  return { version: [major, minor], textStart, textLength };
}

function needBytes(what: string, expected: number, there: number): void {
  if (there >= expected) return;
  throw headerError(
    `EOF: reading ${what}, expected ${expected} bytes got ${Math.max(0, there)}`,
    'The file is cut short: save the array again with np.save.',
  );
}

/** UTF-8 takes up to 4 bytes for a character, latin1 always one. */
const maxHeaderBytes = (version: Prefix['version']): number => MAX_HEADER_CHARS * (version[0] === 3 ? 4 : 1);

function checkLength(length: number, most: number): void {
  if (length <= most) return;
  throw headerError(
    `Header info length (${length}) is large and may not be safe to load securely.`,
    `At most ${MAX_HEADER_CHARS} characters are read, as NumPy does by default: open the file as raw bytes, ` +
      'with a dtype and shape of your own.',
  );
}

/**
 * Parses the header at the start of `bytes`, which may continue after it. `invalid-header` or `invalid-shape`
 * with NumPy's message, or `unsupported-dtype` for object arrays, which are pickles and never loaded.
 */
export function parseNpyHeader(bytes: Uint8Array): NpyHeader {
  const prefix = parsePrefix(bytes);
  needBytes('array header', prefix.textLength, bytes.length - prefix.textStart);
  checkLength(prefix.textLength, maxHeaderBytes(prefix.version));
  const headerLength = prefix.textStart + prefix.textLength;
  const text = decode(bytes.subarray(prefix.textStart, headerLength), prefix);
  const { descr, fortranOrder, shape } = parseText(text, prefix.version[0]);
  const dtype = parseDescr(descr);
  checkShape(shape, dtype.itemsize);
  return { version: prefix.version, headerLength, dtype, dtypeText: dtypeSource(dtype), fortranOrder, shape };
}

/**
 * Reads the header of the .npy file in `source`: at most 12 bytes and the header itself. Errors as
 * `parseNpyHeader`.
 */
export async function readNpyHeader(source: ByteSource, signal?: Abortable): Promise<NpyHeader> {
  const start = await source.read(0, Math.min(PREFIX_LENGTH, source.byteLength), signal);
  const prefix = parsePrefix(start);
  needBytes('array header', prefix.textLength, source.byteLength - prefix.textStart);
  checkLength(prefix.textLength, maxHeaderBytes(prefix.version));
  return parseNpyHeader(await source.read(0, prefix.textStart + prefix.textLength, signal));
}

function decode(bytes: Uint8Array, prefix: Prefix): string {
  if (prefix.version[0] < 3) return Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    checkLength(Array.from(text).length, MAX_HEADER_CHARS);
    return text;
  } catch (cause) {
    if (cause instanceof InspectorError) throw cause;
    throw headerError("'utf-8' codec can't decode the header", SAVE_AGAIN, cause);
  }
}

interface Parsed {
  readonly descr: Literal;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

const KEYS = ['descr', 'fortran_order', 'shape'];

function parseText(text: string, major: number): Parsed {
  const header = literalOf(text, major);
  if (header.type !== 'dict') throw headerError(`Header is not a dictionary: ${literalRepr(header)}`);
  // As in Python, the last of equal keys wins.
  const values = new Map(header.entries.map(([key, value]) => [key.type === 'str' ? key.value : key, value]));
  if (values.size !== KEYS.length || !KEYS.every(key => values.has(key))) {
    const keys = [...values.keys()]
      .sort()
      .map(key => (typeof key === 'string' ? strRepr(key) : literalRepr(key)));
    const shown = keys.length > 10 ? [...keys.slice(0, 10), '…'] : keys;
    throw headerError(`Header does not contain the correct keys: [${shown.join(', ')}]`);
  }
  const fortran = values.get('fortran_order')!;
  const shape = shapeOf(values.get('shape')!);
  if (fortran.type !== 'bool')
    throw headerError(`fortran_order is not a valid bool: ${literalRepr(fortran)}`);
  return { descr: values.get('descr')!, fortranOrder: fortran.value, shape };
}

function literalOf(text: string, major: number): Literal {
  try {
    // Python rejects source that contains NUL.
    return parseLiteral(text.includes('\0') ? '' : text);
  } catch (cause) {
    const filtered = major < 3 ? withoutLongSuffix(text) : text;
    if (filtered !== text) return literalOf(filtered, 3);
    const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    throw headerError(`Cannot parse header: ${strRepr(shown)}`, SAVE_AGAIN, cause);
  }
}

/** Removes the suffix of Python 2's long integers (`10L`), except inside strings. */
function withoutLongSuffix(text: string): string {
  return text.replace(
    /('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|(\d)L\b/g,
    (_, string?: string, digit?: string) => string ?? digit!,
  );
}

/** Returns a literal as a shape. Booleans are integers in Python, and NumPy accepts them as lengths. */
function shapeOf(literal: Literal): number[] {
  const shape = literal.type === 'tuple' ? literal.items.map(lengthOf) : [undefined];
  if (shape.every(length => length !== undefined)) return shape;
  throw headerError(`shape is not valid: ${literalRepr(literal)}`);
}

function lengthOf(item: Literal): number | undefined {
  return item.type === 'int' || item.type === 'bool' ? Number(item.value) : undefined;
}

function parseDescr(descr: Literal): DType {
  if (holdsObjects(descr)) {
    throw new InspectorError('unsupported-dtype', 'Object arrays cannot be loaded when allow_pickle=False', {
      action:
        'The data of this file is a pickle, which could run code and is not loaded: convert the array to a fixed-size dtype and save it again.',
      numpyName: 'ValueError',
    });
  }
  try {
    return dtypeOfNpyDescr(descr);
  } catch (cause) {
    if (!(cause instanceof InspectorError) || cause.kind === 'unsupported-dtype') throw cause;
    throw headerError(`descr is not a valid dtype descriptor: ${literalRepr(descr)}`, SAVE_AGAIN, cause);
  }
}
