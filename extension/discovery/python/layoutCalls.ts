/**
 * The calls of a Python file that say how a file is laid out: `np.memmap`, `np.fromfile`, `x.tofile`, `open_memmap`,
 * `f.write(x.tobytes())`. Pure; nothing is evaluated. Invariant: what a call leaves to NumPy's defaults is filled in
 * from them, and what cannot be read off the source is absent.
 * https://numpy.org/doc/stable/reference/generated/numpy.memmap.html
 */
import { reshapedShape } from './arrayFunctions';
import type { Call } from './call';
import { ConstantFolder } from './constantFolder';
import { scopesOf } from './scope';
import { runToCompletion, type Steps } from './timeSlices';
import { firstOperand, parsePython, propertyOf, textOf, visitNodes, type SyntaxNode } from './syntaxTree';
import { UNKNOWN, dtypeOf, shapeOf, pathTail, safeInteger, type Value } from './value';

export interface LayoutCall {
  readonly kind: 'memmap' | 'fromfile' | 'tofile' | 'open_memmap';
  /** As much of the path's end as is known, with forward slashes. */
  readonly path: string;
  /** Absent when the source does not show it. */
  readonly dtype?: string;
  /** −1 where a length is not known; absent: one axis of all items. */
  readonly shape?: readonly number[];
  readonly order: 'C' | 'F';
  /** Where the items begin. */
  readonly offset: number;
  readonly mode?: string;
  /** From 0. */
  readonly line: number;
  /** An argument was there that could not be read off the source. */
  readonly incomplete: boolean;
}

const FUNCTIONS = {
  'np.memmap': memmap,
  'np.fromfile': fromFile,
  'np.lib.format.open_memmap': openMemmap,
} as const;
const METHODS = { tofile: toFile, write } as const;

/** All such calls of `source`, in its order. */
export function findLayoutCalls(source: string): LayoutCall[] {
  return runToCompletion(findLayoutCallsInSteps(source));
}

/** The same, for long sources: 15,000 lines take about a second. */
export function* findLayoutCallsInSteps(source: string): Steps<LayoutCall[]> {
  const root = yield* parsePython(source);
  const folder = new ConstantFolder(source, yield* scopesOf(root, source));
  const found: LayoutCall[] = [];
  yield* visitNodes(root, CALLS, node => {
    const call = readerOf(node, folder)?.(node, folder);
    if (call) found.push({ ...call, path: call.path.replaceAll('\\', '/'), line: lineOf(source, node.from) });
  });
  return found;
}

const CALLS = new Set(['CallExpression']);

type Found = Omit<LayoutCall, 'line'>;
type Read = (node: SyntaxNode, folder: ConstantFolder) => Found | undefined;

function readerOf(node: SyntaxNode, folder: ConstantFolder): Read | undefined {
  const callee = firstOperand(node);
  if (!callee) return undefined;
  const property = callee.name === 'MemberExpression' ? propertyOf(callee, folder.source) : undefined;
  const word = property ?? (callee.name === 'VariableName' ? textOf(callee, folder.source) : undefined);
  if (word === undefined) return undefined;
  if (property !== undefined && Object.hasOwn(METHODS, property))
    return METHODS[property as keyof typeof METHODS];
  const target = folder.fold(callee);
  if (target.type !== 'name' || !Object.hasOwn(FUNCTIONS, target.value)) return undefined;
  return FUNCTIONS[target.value as keyof typeof FUNCTIONS];
}

function lineOf(source: string, at: number): number {
  let line = 0;
  for (let k = source.indexOf('\n'); k >= 0 && k < at; k = source.indexOf('\n', k + 1)) line++;
  return line;
}

/** An argument that may be missing, be known, or be there without being known. */
interface Argument<T> {
  readonly value: T | undefined;
  readonly unread: boolean;
}

function argument<T>(
  call: Call,
  position: number,
  keyword: string,
  read: (value: Value) => T | undefined,
): Argument<T> {
  const given = call.argument(position, keyword);
  if (given === undefined) return { value: undefined, unread: call.hasUnpacking };
  if (given.type === 'none') return { value: undefined, unread: false };
  const value = read(given);
  return { value, unread: value === undefined };
}

const textArgument = (value: Value) => (value.type === 'str' ? value.value : undefined);

/** `memmap(filename, dtype=uint8, mode='r+', offset=0, shape=None, order='C')`. */
function memmap(node: SyntaxNode, folder: ConstantFolder): Found | undefined {
  const call = folder.call(node);
  const path = pathArgument(call.argument(0, 'filename'));
  if (path === undefined) return undefined;
  const dtype = argument(call, 1, 'dtype', dtypeOf);
  const mode = argument(call, 2, 'mode', textArgument);
  const offset = argument(call, 3, 'offset', safeInteger);
  const shape = argument(call, 4, 'shape', shapeOf);
  const order = argument(call, 5, 'order', textArgument);
  return withReshape(node, folder, {
    kind: 'memmap',
    path,
    dtype: dtype.value ?? (dtype.unread ? undefined : 'uint8'),
    shape: shape.value,
    order: order.value === 'F' ? 'F' : 'C',
    offset: Math.max(0, offset.value ?? 0),
    mode: mode.value ?? 'r+',
    incomplete: [dtype, mode, offset, shape, order].some(({ unread }) => unread),
  });
}

/** `fromfile(file, dtype=float, count=-1, sep='', offset=0)`; with a separator the file is text. */
function fromFile(node: SyntaxNode, folder: ConstantFolder): Found | undefined {
  const call = folder.call(node);
  const path = pathArgument(call.argument(0, 'file'));
  const separator = argument(call, 3, 'sep', textArgument);
  if (path === undefined || separator.unread || (separator.value ?? '') !== '') return undefined;
  const dtype = argument(call, 1, 'dtype', dtypeOf);
  const count = argument(call, 2, 'count', safeInteger);
  const offset = argument(call, 4, 'offset', safeInteger);
  return withReshape(node, folder, {
    kind: 'fromfile',
    path,
    dtype: dtype.value ?? (dtype.unread ? undefined : 'float64'),
    shape: count.value === undefined || count.value < 0 ? undefined : [count.value],
    order: 'C',
    offset: Math.max(0, offset.value ?? 0),
    mode: 'r',
    incomplete: [dtype, count, offset].some(({ unread }) => unread),
  });
}

/** `open_memmap(filename, mode='r+', dtype=None, shape=None, fortran_order=False, …)`: an `.npy` file with a header. */
function openMemmap(node: SyntaxNode, folder: ConstantFolder): Found | undefined {
  const call = folder.call(node);
  const path = pathArgument(call.argument(0, 'filename'));
  if (path === undefined) return undefined;
  const mode = argument(call, 1, 'mode', textArgument);
  const dtype = argument(call, 2, 'dtype', dtypeOf);
  const shape = argument(call, 3, 'shape', shapeOf);
  const fortran = call.argument(4, 'fortran_order');
  return {
    kind: 'open_memmap',
    path,
    dtype: dtype.value,
    shape: shape.value,
    order: fortran?.type === 'bool' && fortran.value ? 'F' : 'C',
    offset: 0,
    mode: mode.value ?? 'r+',
    incomplete: [mode, dtype, shape].some(({ unread }) => unread),
  };
}

/** `x.tofile(fid, sep='')`: the items of `x` in C order, whatever its own. */
function toFile(node: SyntaxNode, folder: ConstantFolder): Found | undefined {
  const call = folder.call(node);
  const separator = argument(call, 1, 'sep', textArgument);
  if (separator.unread || (separator.value ?? '') !== '') return undefined;
  return written(node.firstChild?.firstChild, call.argument(0, 'fid'), folder);
}

/** `f.write(x.tobytes())` and `f.write_bytes(x.tobytes())`. */
function write(node: SyntaxNode, folder: ConstantFolder): Found | undefined {
  const list = node.getChild('ArgList');
  const passed = list ? firstOperand(list) : undefined;
  const method = passed?.name === 'CallExpression' ? passed.firstChild : undefined;
  if (method?.name !== 'MemberExpression' || propertyOf(method, folder.source) !== 'tobytes')
    return undefined;
  const file = node.firstChild?.firstChild;
  return written(method.firstChild, file ? folder.fold(file) : undefined, folder);
}

function written(
  array: SyntaxNode | null | undefined,
  file: Value | undefined,
  folder: ConstantFolder,
): Found | undefined {
  const path = pathArgument(file);
  if (path === undefined || !array) return undefined;
  const value = folder.fold(array);
  const { dtype, shape } = value.type === 'array' ? value : {};
  return {
    kind: 'tofile',
    path,
    dtype,
    shape,
    order: 'C',
    offset: 0,
    mode: 'w',
    incomplete: dtype === undefined || shape === undefined,
  };
}

function pathArgument(value: Value | undefined): string | undefined {
  const tail = pathTail(value ?? UNKNOWN);
  return tail === '' ? undefined : tail;
}

/** `np.fromfile(…).reshape(3, 4)` says more than the call alone. */
function withReshape(node: SyntaxNode, folder: ConstantFolder, found: Found): Found {
  const member = node.parent;
  const call = member?.parent;
  if (member?.name !== 'MemberExpression' || call?.name !== 'CallExpression') return found;
  if (propertyOf(member, folder.source) !== 'reshape' || call.firstChild?.from !== member.from) return found;
  const given = folder.call(call);
  const shape = reshapedShape(given, { type: 'array', shape: found.shape });
  const order = given.argument(-1, 'order');
  return {
    ...found,
    shape: shape ?? found.shape,
    order: order?.type === 'str' && order.value === 'F' ? 'F' : found.order,
  };
}
