/**
 * Arrays as text. Invariant: of an array that is summarised only the items shown are read.
 * Spec: `array2string`, `array_repr` and `array_str` of NumPy's `_core/arrayprint.py`.
 */
import type { DType } from '../dtype/dtype';
import { dtypeText } from '../dtype/print';
import { tupleRepr } from '../layout/errors';
import type { Layout } from '../layout/layout';
import { array } from '../ndarray/create/array';
import { NDArray } from '../ndarray/ndarray';
import type { Nested } from '../casting/nested';
import { type PrintOptions, withOptions } from './printOptions';
import { type Printer, printerOf } from './record';
import { scalarRepr, scalarStr } from './scalarRepr';

/** As the arguments of `numpy.array2string`; lengths in characters. */
export interface ArrayTextOptions extends Partial<PrintOptions> {
  /** Between items; a blank by default. */
  readonly separator?: string;
  /** Text to be put before: later lines are indented by its length. */
  readonly prefix?: string;
  /** Text to be put after: lines are shortened by its length. */
  readonly suffix?: string;
}

/** `[[1, 2], [3, 4]]` as NumPy lays it out. */
export function array2string(values: NDArray | Nested, options?: ArrayTextOptions): string {
  const x = values instanceof NDArray ? values : array(values);
  const { separator = ' ', prefix = '', suffix = '', ...own } = options ?? {};
  if (x.size === 0) return '[]';
  const style = withOptions(own);
  const edge = x.size > style.threshold ? style.edgeitems : undefined;
  const view = new DataView(x.buffer);
  const places = (): Iterable<number> => shownOffsets(x.layout, edge);
  const print = printerOf(x.dtype, { view, places, isSingle: x.ndim === 0, style, isPlain: false });
  const lines = new Lines(x.layout, print, separator, edge);
  return lines.text(0, x.byteOffset, ` ${' '.repeat(prefix.length)}`, style.linewidth - suffix.length);
}

type LayoutPart = Pick<Layout, 'shape' | 'strides' | 'offset'>;

/** Of the items that are printed: those at the corners where there is an `edge`. */
function* shownOffsets({ shape, strides, offset }: LayoutPart, edge: number | undefined): Generator<number> {
  if (shape.length === 0) {
    yield offset;
    return;
  }
  const [length, ...rest] = shape;
  const inner = { shape: rest, strides: strides.slice(1) };
  for (let k = 0; k < length; k++) {
    if (edge !== undefined && length > 2 * edge && k === edge) k = length - edge;
    if (k < length) yield* shownOffsets({ ...inner, offset: offset + k * strides[0] }, edge);
  }
}

/** The finished text and the current line. */
interface Written {
  readonly done: string;
  readonly line: string;
}

class Lines {
  constructor(
    private readonly layout: Layout,
    private readonly print: Printer,
    private readonly separator: string,
    private readonly edge: number | undefined,
  ) {}

  /** The part from `axis` on whose first item is at `offset`; its lines hang in by `indent`. */
  text(axis: number, offset: number, indent: string, width: number): string {
    const { shape } = this.layout;
    if (axis === shape.length) return this.print(offset);
    const parts = this.#partsOf(axis, offset, `${indent} `, width - 1);
    const body =
      axis === shape.length - 1 ? this.#row(parts, indent, width) : this.#rows(parts, indent, axis);
    return `[${body.slice(indent.length)}]`;
  }

  /** The texts of the parts along an axis, undefined where some are left out. */
  #partsOf(axis: number, offset: number, indent: string, width: number): (string | undefined)[] {
    const length = this.layout.shape[axis];
    const stride = this.layout.strides[axis];
    const part = (k: number): string => this.text(axis + 1, offset + k * stride, indent, width);
    const { edge } = this;
    if (edge === undefined || 2 * edge >= length) return Array.from({ length }, (_, k) => part(k));
    const first = Array.from({ length: edge }, (_, k) => part(k));
    const last = Array.from({ length: Math.max(edge, 1) }, (_, k) => part(length - Math.max(edge, 1) + k));
    return [...first, undefined, ...last];
  }

  /** Items of the last axis, wrapped. */
  #row(parts: readonly (string | undefined)[], indent: string, width: number): string {
    const room = width - Math.max(this.separator.trimEnd().length, 1);
    let written: Written = { done: '', line: indent };
    parts.forEach((part, k) => {
      written = extended(written, part ?? '...', room, indent);
      if (k < parts.length - 1) written = { ...written, line: written.line + this.separator };
    });
    return written.done + written.line;
  }

  #rows(parts: readonly (string | undefined)[], indent: string, axis: number): string {
    const end = this.separator.trimEnd() + '\n'.repeat(this.layout.shape.length - axis - 1);
    return parts.map(part => indent + (part ?? '...')).join(end);
  }
}

/** With one more word, which may have several lines; on a new line where it does not fit and that helps. */
function extended({ done, line }: Written, word: string, width: number, indent: string): Written {
  const words = word.split('\n');
  const longest = Math.max(...words.map(one => one.length));
  const isNew = line.length + longest > width && line.length > indent.length;
  const before = isNew ? `${done}${line.trimEnd()}\n` : done;
  const start = isNew ? indent : line;
  if (words.length === 1) return { done: before, line: start + word };
  const hang = isNew ? indent : ' '.repeat(line.length);
  let written: Written = { done: before, line: start + words[0] };
  for (const next of words.slice(1)) {
    written = { done: `${written.done}${written.line.trimEnd()}\n`, line: hang + next };
  }
  return { ...written, line: written.line + ' '.repeat(longest - words[words.length - 1].length) };
}

/** Options of `arrayRepr` and `arrayStr`. */
export type ReprOptions = Partial<PrintOptions> & {
  /** The name before the bracket; `array` by default. */
  readonly className?: string;
};

/** `array([1, 2, 3], dtype=int8)`. */
export function arrayRepr(values: NDArray | Nested, options?: ReprOptions): string {
  const { className = 'array', ...own } = options ?? {};
  const x = values instanceof NDArray ? values : array(values);
  const style = withOptions(own);
  const prefix = `${className}(`;
  const text = prefix + array2string(x, { ...own, separator: ', ', prefix, suffix: ')' });
  const extras: string[] = [];
  const isBare = x.size === 0 && !(x.ndim === 1);
  if (isBare || x.size > withOptions({}).threshold) extras.push(`shape=${tupleRepr(x.shape)}`);
  if (!isImplied(x.dtype) || x.size === 0) extras.push(`dtype=${shortRepr(x.dtype)}`);
  if (extras.length === 0) return `${text})`;
  const last = `${text},`;
  const extra = `${extras.join(', ')})`;
  const isLong = last.length - (last.lastIndexOf('\n') + 1) + extra.length + 1 > style.linewidth;
  return last + (isLong ? `\n${' '.repeat(prefix.length)}` : ' ') + extra;
}

/** Whether the items tell the dtype. */
const isImplied = ({ format, byteOrder }: DType): boolean =>
  byteOrder !== '>' && ['bool', 'int64', 'float64', 'complex128'].includes(format ?? '');

/** The dtype as it stands behind `dtype=`. */
function shortRepr(dtype: DType): string {
  if (dtype.fields || dtype.subarray) return dtypeText(dtype);
  const isQuoted = 'SUV'.includes(dtype.kind) || dtype.byteOrder === '>';
  if (isQuoted) return `'${dtype.str}'`;
  return /^[A-Za-z][A-Za-z0-9]*$/.test(dtype.name) ? dtype.name : `'${dtype.name}'`;
}

/** `[1 2 3]`; the item itself for a 0-d array. */
export function arrayStr(values: NDArray | Nested, options?: Partial<PrintOptions>): string {
  const x = values instanceof NDArray ? values : array(values);
  if (x.ndim === 0) return x.dtype.kind === 'S' ? scalarRepr(x) : scalarStr(x);
  return array2string(x, options);
}
