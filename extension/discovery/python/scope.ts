/**
 * Which expression a name stands for at a place in a file. Invariant: names are looked up as Python does (function,
 * enclosing functions, module; a class's names are its own), and a name bound in a way that is not understood is
 * known to be unknown rather than mistaken for an outer one.
 */
import type { Steps } from './timeSlices';
import { childrenOf, isExpression, splitAtCommas, textOf, visitNodes, type SyntaxNode } from './syntaxTree';

export interface Binding {
  /** Where in the file the name begins to stand for the value. */
  readonly from: number;
  /** The expressions of the right side, several for a tuple without brackets; none when not understood. */
  readonly value: readonly SyntaxNode[];
  /** Which item of the value, for `a, b = …`. */
  readonly item?: number;
  /** For an import: the dotted name of what was imported, `np` for `numpy`. */
  readonly imported?: string;
}

/** The names of one function, class or module, each with its bindings in the order of the file. */
type Scope = Map<string, Binding[]>;

export interface Scopes {
  find(name: string, at: SyntaxNode): Binding | undefined;
}

const SCOPES = new Set(['Script', 'FunctionDefinition', 'LambdaExpression', 'ClassDefinition']);

export function* scopesOf(root: SyntaxNode, source: string): Steps<Scopes> {
  const scopes = new Map<number, Scope>();
  yield* visitNodes(root, new Set(Object.keys(BINDERS)), node => {
    const owner = keyOf(ownerOf(node.name === 'ParamList' ? node : node.parent));
    const scope = scopes.get(owner) ?? new Map<string, Binding[]>();
    scopes.set(owner, scope);
    BINDERS[node.name]?.(node, source, (name, binding) => {
      const bindings = scope.get(name);
      if (bindings) bindings.push(binding);
      else scope.set(name, [binding]);
    });
  });
  return { find: (name, at) => find(scopes, name, at) };
}

/** Scopes begin at different places, but for a file that begins with one. */
const keyOf = (owner: SyntaxNode | null) => (!owner || owner.name === 'Script' ? -1 : owner.from);

function ownerOf(node: SyntaxNode | null): SyntaxNode | null {
  let owner = node;
  while (owner && !SCOPES.has(owner.name)) owner = owner.parent;
  return owner;
}

function find(scopes: ReadonlyMap<number, Scope>, name: string, at: SyntaxNode): Binding | undefined {
  let own = true;
  for (let owner = ownerOf(at.parent); owner; owner = ownerOf(owner.parent), own = false) {
    if (!own && owner.name === 'ClassDefinition') continue;
    const bindings = scopes.get(keyOf(owner))?.get(name);
    if (!bindings) continue;
    const before = bindings.findLast(binding => binding.from <= at.from);
    // A function's body runs after the module's: what is bound further down counts too.
    return before ?? (own ? { from: at.from, value: [] } : bindings[bindings.length - 1]);
  }
  return undefined;
}

type Bind = (name: string, binding: Binding) => void;
type Binder = (node: SyntaxNode, source: string, bind: Bind) => void;

const BINDERS: Readonly<Record<string, Binder | undefined>> = {
  AssignStatement: bindAssignment,
  UpdateStatement: bindUnknown,
  ForStatement: bindLoop,
  WithStatement: bindWith,
  ParamList: bindParameters,
  ImportStatement: bindImports,
};

/** `a = b = value`, `a, b = value, value`, `a: int = value`. */
function bindAssignment(node: SyntaxNode, source: string, bind: Bind): void {
  const sides: SyntaxNode[][] = [[]];
  for (const child of childrenOf(node)) {
    if (child.name === 'AssignOp') sides.push([]);
    else if (child.name !== 'TypeDef') sides[sides.length - 1].push(child);
  }
  const right = sides.pop() ?? [];
  const value = sides.length === 0 ? [] : right.filter(isExpression);
  for (const side of sides) bindTargets(side, source, { from: node.to, value }, bind);
}

function bindTargets(side: readonly SyntaxNode[], source: string, binding: Binding, bind: Bind): void {
  const bracket =
    side.length === 1 && /^(?:Tuple|Array)Expression$/.test(side[0].name) ? childrenOf(side[0]) : undefined;
  const groups = splitAtCommas(bracket ?? side);
  const single = groups.length === 1 && !bracket && !side.some(({ name }) => name === ',');
  const starred = groups.some(group => group[0].name === '*');
  for (const [item, group] of groups.entries()) {
    const target = group[group.length - 1];
    if (target.name !== 'VariableName') continue;
    bind(
      textOf(target, source),
      single ? binding : starred ? { ...binding, value: [] } : { ...binding, item },
    );
  }
}

function bindUnknown(node: SyntaxNode, source: string, bind: Bind): void {
  const target = node.firstChild;
  if (target?.name === 'VariableName') bind(textOf(target, source), { from: node.to, value: [] });
}

function bindLoop(node: SyntaxNode, source: string, bind: Bind): void {
  for (const child of childrenOf(node)) {
    if (child.name === 'in') return;
    const names = child.name === 'TupleExpression' ? childrenOf(child) : [child];
    for (const target of names) {
      if (target.name === 'VariableName') bind(textOf(target, source), { from: target.to, value: [] });
    }
  }
}

/** `with open('a') as f, open('b') as g:`, with or without brackets. */
function bindWith(node: SyntaxNode, source: string, bind: Bind): void {
  const children = childrenOf(node);
  for (const [k, child] of children.entries()) {
    if (child.name !== 'as' || k === 0 || k + 1 === children.length) continue;
    const [value, target] = [children[k - 1], children[k + 1]];
    if (target.name === 'VariableName') {
      bind(textOf(target, source), { from: target.to, value: [value] });
    }
  }
}

/** A parameter stands for its default, where it has one. */
function bindParameters(node: SyntaxNode, source: string, bind: Bind): void {
  for (const group of splitAtCommas(childrenOf(node))) {
    const parts = group.filter(({ name }) => !/^(?:\*{1,2}|TypeDef)$/.test(name));
    if (parts.length === 0 || parts[0].name !== 'VariableName') continue;
    const value = parts.length === 3 && parts[1].name === 'AssignOp' ? [parts[2]] : [];
    bind(textOf(parts[0], source), { from: node.to, value });
  }
}

/** `import a.b as c`, `from a.b import c as d`: one clause for each name, dots in between. */
function bindImports(node: SyntaxNode, source: string, bind: Bind): void {
  const words = textOf(node, source)
    .replace(/#.*|[()\\]/g, ' ')
    .trim();
  const from = /^from\s+(?<module>[\w.]+)\s+import\s+(?<names>[\s\S]*)$/.exec(words)?.groups;
  for (const clause of (from?.names ?? words.replace(/^import\s+/, '')).split(',')) {
    const parts = /^\s*(?<path>[\w.]+)(?:\s+as\s+(?<alias>\w+))?\s*$/.exec(clause)?.groups as
      Clause | undefined;
    if (!parts) continue;
    const { path, alias } = parts;
    const whole = from ? `${from.module}.${path}` : alias === undefined ? path.split('.')[0] : path;
    const imported = whole.replace(/^numpy(?=\.|$)/, 'np');
    bind(alias ?? whole.slice(whole.lastIndexOf('.') + 1), { from: node.to, value: [], imported });
  }
}

interface Clause {
  readonly path: string;
  readonly alias?: string;
}
