/**
 * What an expression of a Python file is, as far as that can be read off it: literals, names bound to them, simple
 * arithmetic, paths put together, arrays made with a visible shape. Invariant: nothing is evaluated; depth, steps and
 * sizes are bounded, and what goes beyond is `unknown`.
 */
import { parseLiteral } from '../../../core/dtype/parse/literal';
import type { Literal } from '../../../core/dtype/parse/literalValue';
import { InspectorError } from '../../../core/errors';
import { arithmetic, sign } from './arithmetic';
import { callValue } from './knownFunctions';
import { type Call } from './call';
import type { Scopes } from './scope';
import {
  argumentsOf,
  childrenOf,
  firstOperand,
  operandsOf,
  propertyOf,
  splitAtCommas,
  textOf,
  type SyntaxNode,
} from './syntaxTree';
import {
  UNKNOWN,
  concatenate,
  intValue,
  literalsOf,
  nameValue,
  textValue,
  safeInteger,
  type Value,
} from './value';

const MAX_DEPTH = 40;
/** Expressions looked at for one file: names that stand for each other many times over end here. */
const MAX_STEPS = 20_000;

/** Names that mean something without being bound; `np` and the like also in snippets that import nothing. */
const BUILTINS: Readonly<Record<string, string>> = {
  np: 'np',
  numpy: 'np',
  os: 'os',
  Path: 'pathlib.Path',
  ...Object.fromEntries(['float', 'int', 'bool', 'complex', 'str', 'open', 'len'].map(word => [word, word])),
};

export class ConstantFolder {
  #steps = 0;
  #depth = 0;

  constructor(
    readonly source: string,
    private readonly scopes: Scopes,
  ) {}

  fold(node: SyntaxNode): Value {
    if (this.#depth >= MAX_DEPTH || ++this.#steps > MAX_STEPS) return UNKNOWN;
    this.#depth++;
    try {
      return FOLDERS[node.name]?.(this, node) ?? UNKNOWN;
    } finally {
      this.#depth--;
    }
  }

  text(node: SyntaxNode): string {
    return textOf(node, this.source);
  }

  /** What the name at `node` stands for there. */
  variable(node: SyntaxNode): Value {
    const word = this.text(node);
    const binding = this.scopes.find(word, node);
    if (!binding) return Object.hasOwn(BUILTINS, word) ? nameValue(BUILTINS[word]) : UNKNOWN;
    if (binding.imported !== undefined) return nameValue(binding.imported);
    if (binding.value.length === 0) return UNKNOWN;
    const whole: Value =
      binding.value.length === 1
        ? this.fold(binding.value[0])
        : { type: 'tuple', items: binding.value.map(part => this.fold(part)) };
    return binding.item === undefined ? whole : itemOf(whole, binding.item);
  }

  /** The call at `node`, its arguments not yet looked at. */
  call(node: SyntaxNode): Call {
    const { positional, keywords, hasUnpacking: open } = argumentsOf(node, this.source);
    return {
      hasUnpacking: open,
      count: positional.length,
      has: (position, keyword) => position < positional.length || keywords.has(keyword),
      argument: (position, keyword) => {
        const found = keywords.get(keyword) ?? (position < 0 ? undefined : positional[position]);
        return found && this.fold(found);
      },
    };
  }
}

function itemOf(value: Value, item: number): Value {
  if (value.type !== 'tuple' && value.type !== 'list') return UNKNOWN;
  return value.items.at(item) ?? UNKNOWN;
}

type Fold = (folder: ConstantFolder, node: SyntaxNode) => Value;

const FOLDERS: Readonly<Record<string, Fold | undefined>> = {
  Number: literal,
  String: literal,
  Boolean: literal,
  None: literal,
  ContinuedString: (folder, node) =>
    operandsOf(node)
      .map(part => folder.fold(part))
      .reduce(concatenate),
  FormatString: formatString,
  TupleExpression: sequence('tuple'),
  ArrayExpression: sequence('list'),
  DictionaryExpression: dictionary,
  ParenthesizedExpression: (folder, node) => inner(folder, node),
  UnaryExpression: (folder, node) => sign(firstText(folder, node), inner(folder, node)),
  BinaryExpression: binary,
  VariableName: (folder, node) => folder.variable(node),
  MemberExpression: member,
  CallExpression: call,
};

function literal(folder: ConstantFolder, node: SyntaxNode): Value {
  try {
    return parseLiteral(folder.text(node));
  } catch (error) {
    if (error instanceof InspectorError) return UNKNOWN;
    throw error;
  }
}

function inner(folder: ConstantFolder, node: SyntaxNode): Value {
  const operand = firstOperand(node);
  return operand ? folder.fold(operand) : UNKNOWN;
}

const firstText = (folder: ConstantFolder, node: SyntaxNode) =>
  node.firstChild ? folder.text(node.firstChild) : '';

/** `f"{a}/b.dat"`: the pieces between the holes are literals of their own. */
function formatString(folder: ConstantFolder, node: SyntaxNode): Value {
  const opening = /^([A-Za-z]*)("""|'''|"|')/.exec(folder.text(node));
  if (!opening) return UNKNOWN;
  const [, prefix, quote] = opening;
  const raw = /r/i.test(prefix) ? 'r' : '';
  const piece = (from: number, to: number): Value => {
    const body = folder.source.slice(from, to).replaceAll('{{', '{').replaceAll('}}', '}');
    try {
      return parseLiteral(`${raw}${quote}${body}${quote}`);
    } catch {
      return UNKNOWN;
    }
  };
  let at = node.from + prefix.length + quote.length;
  let value = textValue('');
  for (const hole of node.getChildren('FormatReplacement')) {
    value = concatenate(concatenate(value, piece(at, hole.from)), holeText(folder, hole));
    at = hole.to;
  }
  return concatenate(value, piece(at, node.to - quote.length));
}

/** What a hole puts in: a text or a whole number without a format. */
function holeText(folder: ConstantFolder, hole: SyntaxNode): Value {
  const operands = operandsOf(hole);
  if (operands.length !== 1) return UNKNOWN;
  const value = folder.fold(operands[0]);
  const number = value.type === 'int' ? safeInteger(value) : undefined;
  return number === undefined ? value : textValue(String(number));
}

function sequence(type: 'tuple' | 'list'): Fold {
  return (folder, node) => {
    const items: Value[] = [];
    for (const group of splitAtCommas(childrenOf(node))) {
      const value = folder.fold(group[group.length - 1]);
      if (group[0].name !== '*') items.push(value);
      else if (value.type === 'tuple' || value.type === 'list') items.push(...value.items);
      else return UNKNOWN;
    }
    return { type, items };
  };
}

function dictionary(folder: ConstantFolder, node: SyntaxNode): Value {
  const operands = operandsOf(node).map(operand => folder.fold(operand));
  const entries: [Literal, Literal][] = [];
  for (let k = 0; k + 1 < operands.length; k += 2) {
    const pair = literalsOf(operands.slice(k, k + 2));
    if (!pair) return UNKNOWN;
    entries.push([pair[0], pair[1]]);
  }
  return { type: 'dict', entries };
}

function binary(folder: ConstantFolder, node: SyntaxNode): Value {
  const operands = operandsOf(node);
  const operator = childrenOf(node).find(child => child.name.endsWith('Op'));
  if (operands.length !== 2 || !operator) return UNKNOWN;
  const [left, right] = operands;
  return arithmetic(folder.text(operator), folder.fold(left), folder.fold(right));
}

/** `np.float32`, `x.shape`, `shape[0]`. */
function member(folder: ConstantFolder, node: SyntaxNode): Value {
  const operands = operandsOf(node);
  if (operands.length === 0) return UNKNOWN;
  const value = folder.fold(operands[0]);
  const property = propertyOf(node, folder.source);
  if (property === undefined) {
    const item = operands.length === 2 ? safeInteger(folder.fold(operands[1])) : undefined;
    return item === undefined ? UNKNOWN : itemOf(value, item);
  }
  return attribute(value, property);
}

function attribute(value: Value, property: string): Value {
  if (value.type === 'name') return nameValue(`${value.value}.${property}`);
  if (value.type !== 'array') return UNKNOWN;
  const { dtype, shape } = value;
  if (property === 'T') return { ...value, shape: shape && [...shape].reverse() };
  if (property === 'dtype') return dtype === undefined ? UNKNOWN : textValue(dtype);
  if (property === 'shape' && shape) {
    return { type: 'tuple', items: shape.map(length => (length < 0 ? UNKNOWN : intValue(BigInt(length)))) };
  }
  return UNKNOWN;
}

function call(folder: ConstantFolder, node: SyntaxNode): Value {
  const callee = firstOperand(node);
  if (!callee) return UNKNOWN;
  const given = folder.call(node);
  const target = folder.fold(callee);
  if (target.type === 'name') return callValue(target.value, undefined, given);
  const method = callee.name === 'MemberExpression' ? propertyOf(callee, folder.source) : undefined;
  const object = callee.firstChild;
  return method === undefined || !object ? UNKNOWN : callValue(`.${method}`, folder.fold(object), given);
}
