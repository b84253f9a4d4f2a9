/** Reading of the syntax tree that `@lezer/python` makes: operands, arguments, enclosing blocks. */
import { parser } from '@lezer/python';
import type { SyntaxNode } from '@lezer/common';
import type { Steps } from './timeSlices';

export type { SyntaxNode };

export interface Arguments {
  readonly positional: readonly SyntaxNode[];
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
  /** `*args` or `**kwargs` came in: what is not seen may still be there. */
  readonly hasUnpacking: boolean;
}

/** The tree of a whole file; broken code has a tree as well. */
export function* parsePython(source: string): Steps<SyntaxNode> {
  const parse = parser.startParse(source);
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree.topNode;
    yield;
  }
}

/** Calls `visit` with each node of the given names, in the order of the source. */
export function* visitNodes(
  root: SyntaxNode,
  names: ReadonlySet<string>,
  visit: (node: SyntaxNode) => void,
): Steps<void> {
  const cursor = root.cursor();
  do {
    if (names.has(cursor.name)) visit(cursor.node);
    yield;
  } while (cursor.next());
}

/** Children, comments left out. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') children.push(child);
  }
  return children;
}

/** Expressions are named in capitals, punctuation and keywords by themselves. */
export const isExpression = (node: SyntaxNode) => /^[A-Z]/.test(node.name) && !/Op$/.test(node.name);

/** The expressions among the children. */
export function operandsOf(node: SyntaxNode): SyntaxNode[] {
  return childrenOf(node).filter(isExpression);
}

export const firstOperand = (node: SyntaxNode): SyntaxNode | undefined => operandsOf(node).at(0);

/** Children between the commas of a bracket or a list without one; the brackets themselves are left out. */
export function splitAtCommas(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (/^[()[\]{}]$/.test(node.name)) continue;
    if (node.name === ',') groups.push([]);
    else groups[groups.length - 1].push(node);
  }
  return groups.filter(group => group.length > 0);
}

/** What a call passes, by position and by keyword. */
export function argumentsOf(call: SyntaxNode, source: string): Arguments {
  const list = call.getChild('ArgList');
  const positional: SyntaxNode[] = [];
  const keywords = new Map<string, SyntaxNode>();
  let open = false;
  for (const [first, ...rest] of list ? splitAtCommas(childrenOf(list)) : []) {
    if (first.name === '*' || first.name === '**') open = true;
    else if (rest.length === 2 && rest[0].name === 'AssignOp') keywords.set(textOf(first, source), rest[1]);
    else if (!open) positional.push(first);
  }
  return { positional, keywords, hasUnpacking: open };
}

export function textOf(node: SyntaxNode, source: string): string {
  return source.slice(node.from, node.to);
}

/** `property` of `base.property`; absent for a subscript. */
export function propertyOf(member: SyntaxNode, source: string): string | undefined {
  const property = member.getChild('PropertyName');
  return property ? textOf(property, source) : undefined;
}
