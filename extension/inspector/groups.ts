/** A frame's arrays as a tree: views below their base, and arrays of one owner together. */
import { bytesText } from '../../core/text/size';
import type { ListedArray } from '../debug/runtime';

/** An array with its views. */
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

/** Builds the tree, in the order of the frame. Each array is in it exactly once, even where bases form a circle. */
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

/** Groups roots that share an owner, in the place of the first of them. */
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

/** Identifies an owner; undefined where it is unknown or empty. Never equal to a name. */
function ownerKey({ memory }: ListedArray): string | undefined {
  return memory && memory.owner.byteLength > 0
    ? `${memory.owner.address}+${memory.owner.byteLength}`
    : undefined;
}
