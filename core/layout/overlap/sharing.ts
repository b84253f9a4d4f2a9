/**
 * Which arrays share bytes: by their bounds alone, or exactly. Two items share a byte when start₁ + Σ s·x + byte is
 * the same on both sides; with strides made positive that is one bounded linear Diophantine equation, in which an
 * item's bytes are one more term of coefficient 1.
 * Follows `solve_may_share_memory` and `solve_may_have_internal_overlap` of NumPy's `mem_overlap.c`;
 * https://numpy.org/doc/stable/reference/generated/numpy.shares_memory.html
 */
import { InspectorError } from '../../errors';
import { optionsOf } from '../arguments';
import { byteBounds } from './bounds';
import { hasSolution, type Term, workOf } from './diophantine';
import type { Layout } from '../layout';
import { normalForm } from './normalForm';

/** A layout somewhere in memory. */
export interface Placed {
  /** Positions of the items relative to the source. */
  readonly layout: Layout;
  /** Address of byte 0 of the layout's source, so that item 0 is at `address + layout.offset`. */
  readonly address: bigint;
}

/** The effort of the search for shared bytes. */
export interface SharingOptions {
  /**
   * How many candidate values the search may try before it gives up. −1: as many as it takes. 0: none, bounds only.
   * `invalid-input` where it is neither an integer ≥ −2 nor Infinity.
   */
  readonly maxWork?: number;
}

/**
 * Whether the bytes between the first and the last of `a` overlap those of `b`, as `np.may_share_memory`: true also for
 * interleaved arrays that share nothing. Given `maxWork`, it looks for a shared byte and says true where that is too hard.
 */
export function mayShareMemory(a: Placed, b: Placed, options?: SharingOptions): boolean {
  const { maxWork = 0 } = optionsOf(options, ['maxWork']);
  checkWork(maxWork);
  try {
    return share(a, b, maxWork);
  } catch (error) {
    if (error instanceof InspectorError && error.kind === 'too-hard') return true;
    throw error;
  }
}

/**
 * Whether some byte belongs both to an item of `a` and to one of `b`, exactly, as `np.shares_memory`. Arrays without
 * items share with nothing, and here, unlike NumPy's, neither do items of 0 bytes.
 * Takes a few steps for the views people make; exponentially many for some strides. `too-hard` past `maxWork`.
 */
export function sharesMemory(a: Placed, b: Placed, options?: SharingOptions): boolean {
  const { maxWork = -1 } = optionsOf(options, ['maxWork']);
  checkWork(maxWork);
  if (a.layout.itemsize === 0 || b.layout.itemsize === 0) return false;
  return share(a, b, maxWork);
}

/**
 * Whether two different indices of `layout` have a byte in common: zero strides, sliding windows. Exact; `too-hard` past
 * `maxWork`, which is 0 only for layouts that need no search.
 */
export function overlapsItself(layout: Layout, options?: SharingOptions): boolean {
  const { maxWork = -1 } = optionsOf(options, ['maxWork']);
  checkWork(maxWork);
  const { itemsize, moving, repeated, nested } = normalForm(layout);
  if (layout.size === 0 || itemsize === 0) return false;
  if (repeated.length > 0) return true;
  if (nested) return false;
  const smallest = moving.at(-1)!.stride;
  if (smallest < itemsize || moving.some(({ stride }, at) => stride === moving[at + 1]?.stride)) return true;
  const work = workOf(maxWork);
  // Let `at` be the first axis in which the two indices differ, by d ≥ 1 steps. The later ones then make up for it:
  // a·d + Σ a_k·d_k + e = 0 with |d_k| ≤ u_k and |e| < itemsize; shifted, all unknowns run from 0.
  return moving.some(({ stride, length }, at) => {
    const later = moving.slice(at + 1).map(axis => ({ a: axis.stride, u: axis.length - 1 }));
    const rest = later.reduce((sum, { a, u }) => sum + a * u, itemsize - 1);
    if (stride > rest) return false;
    const doubled = [...later, { a: 1, u: itemsize - 1 }].map(({ a, u }) => ({ a, u: 2 * u }));
    return hasSolution([{ a: stride, u: length - 2 }, ...doubled], stride * (length - 1) + rest, work);
  });
}

function checkWork(maxWork: number): void {
  if (typeof maxWork === 'bigint') throw tooLarge();
  const whole = Number.isInteger(maxWork) || maxWork === Infinity;
  if (whole && maxWork >= -2) return;
  throw new InspectorError(
    'invalid-input',
    whole ? 'Invalid value for max_work' : 'max_work must be an integer',
    { numpyName: 'ValueError', action: 'Give a whole number of candidates, or −1 for no limit.' },
  );
}

const tooLarge = (): InspectorError =>
  new InspectorError('invalid-input', 'Python int too large to convert to C ssize_t', {
    numpyName: 'OverflowError',
    action: 'Give a number of candidates below 2^53, or −1 for no limit.',
  });

function share(a: Placed, b: Placed, maxWork: number): boolean {
  const one = byteBounds(a.layout);
  const two = byteBounds(b.layout);
  if (one.first >= one.end || two.first >= two.end) return false;
  // From the first byte of `a` to that of `b`: exact, since it is compared with lengths below 2^53 only.
  const apart = Number(b.address + BigInt(two.first) - (a.address + BigInt(one.first)));
  const lengthOne = one.end - one.first;
  const lengthTwo = two.end - two.first;
  if (apart >= lengthOne || -apart >= lengthTwo) return false;
  const work = workOf(maxWork);
  // One side counted from its last byte down, so that both add up; the smaller sum of the two ways to do so.
  const sum = Math.min(apart + lengthTwo, lengthOne - apart) - 1;
  return hasSolution([...termsOf(a.layout), ...termsOf(b.layout)], sum, work);
}

/** Each distance from the first byte to one of an item, as Σ a·x. */
function termsOf(layout: Layout): Term[] {
  const axes = normalForm(layout).moving.map(({ stride, length }) => ({ a: stride, u: length - 1 }));
  return [...axes, { a: 1, u: layout.itemsize - 1 }];
}
