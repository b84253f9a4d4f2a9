/**
 * What well-known calls give: paths put together, dtypes, sizes; arrays are in arrays.ts. Invariant: a function that
 * is not listed gives `unknown`.
 */
import { arrayCall, arrayMethod } from './arrayFunctions';
import { Call } from './call';
import {
  UNKNOWN,
  intValue,
  joinPaths,
  literalsOf,
  nameValue,
  shapeOf,
  pathTail,
  textValue,
  type Value,
} from './value';

/** `target`: a dotted name, or `.method` of `object`. */
export function callValue(target: string, object: Value | undefined, call: Call): Value {
  if (object?.type === 'array') return arrayMethod(target, object, call);
  if (object !== undefined) return methodValue(target, object, call);
  const known = Object.hasOwn(FUNCTIONS, target) ? FUNCTIONS[target] : undefined;
  return known ? known(call) : arrayCall(target, call);
}

const first = (call: Call): Value => call.argument(0, '') ?? UNKNOWN;

function all(call: Call): Value[] {
  return Array.from({ length: call.count }, (_, k) => call.argument(k, '') ?? UNKNOWN);
}

const path = (call: Call): Value => (call.count === 0 ? textValue('') : all(call).reduce(joinPaths));

const FUNCTIONS: Readonly<Record<string, (call: Call) => Value>> = {
  ...Object.fromEntries(
    ['Path', 'PurePath', 'PosixPath', 'PurePosixPath', 'WindowsPath'].map(kind => [`pathlib.${kind}`, path]),
  ),
  'os.path.join': path,
  join: path,
  ...Object.fromEntries(
    [
      'str',
      'os.fspath',
      'os.path.abspath',
      'os.path.expanduser',
      'os.path.expandvars',
      'os.path.normpath',
      'os.path.realpath',
    ].map(kind => [kind, first]),
  ),
  open: call => call.argument(0, 'file') ?? UNKNOWN,
  'np.dtype': dtypeCall,
  int: call => {
    const value = first(call);
    return value.type === 'float' && Number.isFinite(value.value)
      ? intValue(BigInt(Math.trunc(value.value)))
      : value;
  },
  len: call => {
    const value = first(call);
    return value.type === 'tuple' || value.type === 'list' ? intValue(BigInt(value.items.length)) : UNKNOWN;
  },
  'math.prod': product,
  'np.prod': product,
  'np.random.default_rng': () => nameValue('np.random'),
  'np.random.RandomState': () => nameValue('np.random'),
};

function product(call: Call): Value {
  const shape = shapeOf(first(call));
  return shape?.every(length => length >= 0)
    ? intValue(shape.map(BigInt).reduce((a, b) => a * b, 1n))
    : UNKNOWN;
}

/** Kept as a call: `align=True` changes where the fields are. */
function dtypeCall(call: Call): Value {
  const args = literalsOf([call.argument(0, 'dtype') ?? UNKNOWN]);
  const align = literalsOf([call.argument(1, 'align') ?? { type: 'bool', value: false }]);
  return args && align ? { type: 'call', name: 'np.dtype', args, keywords: [['align', align[0]]] } : UNKNOWN;
}

const SAME_PATH = new Set(['.resolve', '.absolute', '.expanduser', '.as_posix', '.__str__', '.open']);

function methodValue(method: string, object: Value, call: Call): Value {
  if (method === '.newbyteorder') return swapped(object, call.argument(0, 'new_order'));
  if (SAME_PATH.has(method)) return pathTail(object) === undefined ? UNKNOWN : object;
  if (method === '.joinpath') return [object, ...all(call)].reduce(joinPaths);
  return UNKNOWN;
}

const BYTE_ORDERS: ReadonlyMap<string, string> = new Map([
  ...['>', 'B', 'big'].map(word => [word, '>'] as const),
  ...['<', 'L', 'little'].map(word => [word, '<'] as const),
]);

/** A dtype in the byte order given: `>` and `<` may stand before a kind and size. */
function swapped(object: Value, order: Value | undefined): Value {
  const spec = object.type === 'call' ? object.args[0] : object;
  const letter = order?.type === 'str' ? BYTE_ORDERS.get(order.value) : undefined;
  const code =
    spec.type === 'str'
      ? /^[<>=|]?([a-zA-Z]\d*)$/.exec(spec.value)?.[1]
      : spec.type === 'name'
        ? codeOf(spec.value)
        : undefined;
  return letter !== undefined && code !== undefined ? textValue(letter + code) : UNKNOWN;
}

const KIND_CODES: ReadonlyMap<string, string> = new Map([
  ['float', 'f'],
  ['int', 'i'],
  ['uint', 'u'],
  ['complex', 'c'],
]);

function codeOf(dottedName: string): string | undefined {
  const match = /^np\.(float|int|uint|complex)(\d+)$/.exec(dottedName);
  return match ? `${KIND_CODES.get(match[1])!}${Number(match[2]) / 8}` : undefined;
}
