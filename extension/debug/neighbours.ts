/**
 * How the arrays of a frame share memory with the inspected one. Arrays with overlapping bounds are compared exactly, with
 * bounded work; beyond that limit the result is `unknown`, never a guess.
 */
import { byteBounds } from '../../core/layout/overlap/bounds';
import { Layout } from '../../core/layout/layout';
import type { Placed } from '../../core/layout/overlap/sharing';
import { mayShareMemory, sharesMemory } from '../../core/layout/overlap/sharing';
import { asInspectorError } from '../../core/errors';
import type { Neighbour } from '../../webview/protocol/debugSchema';
import type { Description, ListedArray, Memory } from './runtime';

/** For one pair, as `max_work` of `np.shares_memory`. */
const MAX_WORK = 1e6;
/** For all pairs of a stop. */
const MAX_MILLISECONDS = 200;
const MAX_SHOWN = 100;

type Relation = Neighbour['relation'];

/**
 * Returns the neighbours of `subject`, itself included, by address. Those that may share memory with it are always
 * included; `more` counts the arrays that were left out.
 */
export function neighboursOf(
  subject: Description,
  arrays: readonly ListedArray[],
): { neighbours: Neighbour[]; more: number } {
  const place = placedSubject(subject) ?? placedListed(subject, arrays);
  if (!place) return { neighbours: [], more: 0 };
  // Placeholder addresses serve to compare arrays; they are not shown.
  const isReal = subject.facts.source.address !== undefined;
  const deadline = Date.now() + MAX_MILLISECONDS;
  const itself = neighbourOf(
    subject.facts.name,
    place,
    'subject',
    subject.facts.dtype,
    subject.facts.layout.shape,
  );
  const others = arrays
    .filter(({ name }) => name !== subject.facts.name)
    .map(array => {
      const other = array.memory && placed(array.memory, array.shape ?? []);
      const relation = other ? relationOf(place, other, Date.now() < deadline) : 'apart';
      return neighbourOf(array.name, other, relation, array.dtype, array.shape);
    });
  const near = others.filter(({ relation }) => relation !== 'apart');
  const far = others.filter(({ relation }) => relation === 'apart');
  const shown = [itself, ...near, ...far].slice(0, Math.max(MAX_SHOWN, near.length + 1));
  const sorted = shown.sort(byAddress);
  return {
    neighbours: isReal ? sorted : sorted.map(one => ({ ...one, first: undefined, last: undefined })),
    more: others.length + 1 - shown.length,
  };
}

/** Compares the memory of two arrays. With `isExact` false, only their bounds. */
export function relationOf(a: Placed, b: Placed, isExact = true): Relation {
  if (!mayShareMemory(a, b)) return 'apart';
  if (!isExact) return 'unknown';
  try {
    return sharesMemory(a, b, { maxWork: MAX_WORK }) ? 'shares' : 'interleaves';
  } catch (error) {
    if (asInspectorError(error).kind === 'too-hard') return 'unknown';
    throw error;
  }
}

/** Returns the address and layout of a described array; undefined where it has no address. */
export function placedSubject({ facts }: Description): Placed | undefined {
  if (facts.source.address === undefined) return undefined;
  return { layout: Layout.of(facts.layout), address: BigInt(facts.source.address) };
}

/** Where the debugger gives no addresses, a listing has placeholders that can be compared with each other. */
function placedListed({ facts }: Description, arrays: readonly ListedArray[]): Placed | undefined {
  const listed = arrays.find(({ name }) => name === facts.name);
  return listed?.memory && placed(listed.memory, listed.shape ?? []);
}

/** Returns the address and layout of a listed array. */
export function placed({ address, strides, itemsize }: Memory, shape: readonly number[]): Placed {
  return { layout: Layout.of({ shape, strides, offset: 0, itemsize }), address };
}

function neighbourOf(
  name: string,
  place: Placed | undefined,
  relation: Relation,
  dtype: string | undefined,
  shape: readonly number[] | undefined,
): Neighbour {
  const bounds = place && byteBounds(place.layout);
  const has = place && bounds && bounds.end > bounds.first;
  return {
    name,
    dtype,
    shape: shape && [...shape],
    first: has ? String(place.address + BigInt(bounds.first)) : undefined,
    last: has ? String(place.address + BigInt(bounds.end - 1)) : undefined,
    relation,
  };
}

function byAddress(a: Neighbour, b: Neighbour): number {
  const difference = BigInt(a.first ?? 0) - BigInt(b.first ?? 0);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}
