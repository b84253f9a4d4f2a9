/** A frame's arrays as a tree: views under what they are views of, and arrays of one memory together. */
import { bytesText } from '../../core/text/size';
import type { ListedArray } from '../debug/runtime';

export interface ArrayNode {
  readonly kind: 'array';
  readonly array: ListedArray;
  readonly views: readonly ArrayNode[];
}

/** Arrays that share an owner which has no name in the frame. */
export interface Group {
  readonly kind: 'group';
  readonly size: string;
  readonly views: readonly ArrayNode[];
}

/** In the order of the frame; every array is in the tree exactly once, whatever the program says of its bases. */
export function arrayTree(arrays: readonly ListedArray[]): (ArrayNode | Group)[] {
  const names = new Set(arrays.map(({ name }) => name));
  const placed = new Set<string>();
  const nodeOf = (array: ListedArray): ArrayNode => {
    placed.add(array.name);
    const views = arrays.filter(({ name, viewOf }) => viewOf === array.name && !placed.has(name));
    return { kind: 'array', array, views: views.map(nodeOf) };
  };
  const roots = arrays.filter(({ viewOf }) => viewOf === undefined || !names.has(viewOf)).map(nodeOf);
  const circular = arrays.filter(({ name }) => !placed.has(name));
  return [...groupByOwner(roots), ...circular.map(array => ({ kind: 'array' as const, array, views: [] }))];
}

/** Roots of one memory as a group, where the first of them stood. */
function groupByOwner(roots: readonly ArrayNode[]): (ArrayNode | Group)[] {
  const groups = new Map<string, ArrayNode[]>();
  for (const root of roots) {
    const owner = ownerKey(root.array) ?? root.array.name;
    groups.set(owner, [...(groups.get(owner) ?? []), root]);
  }
  return [...groups.values()].map(views =>
    views.length === 1
      ? views[0]
      : { kind: 'group', size: bytesText(views[0].array.memory!.owner.byteLength), views },
  );
}

/** What tells memories apart; undefined where an array's is not known or empty. No name is like it. */
function ownerKey({ memory }: ListedArray): string | undefined {
  return memory && memory.owner.byteLength > 0
    ? `${memory.owner.address}+${memory.owner.byteLength}`
    : undefined;
}
