/**
 * Bounded linear Diophantine equations: are there whole x_k with 0 ≤ x_k ≤ u_k and Σ a_k·x_k = b? This is what any
 * question of two items sharing a byte comes down to. It is NP-hard, and nearly always easy.
 * Invariant: exact for all 0 ≤ b < 2^53. Sums are cut off at b, so they never outgrow a number; only products modulo a
 * large divisor go through bigint.
 * Method: as NumPy's `mem_overlap.c`, equal coefficients become one, bounds are trimmed to what b allows, and a
 * depth-first walk from the largest coefficient tries only values that leave a rest the smaller ones divide. Where the
 * smaller ones leave no gaps, the walk ends there.
 */
import { InspectorError } from '../../errors';

/** `a · x` with `0 ≤ x ≤ u`, `a` > 0. */
export interface Term {
  readonly a: number;
  readonly u: number;
}

/** The number of candidate values that may still be tried. */
export interface Work {
  left: number;
}

/** One term, and what it makes of the rest together with all smaller ones. */
interface Level extends Term {
  /** The most the smaller terms add up to. */
  readonly below: number;
  /** The common divisor of all sums of this term and the smaller ones. */
  readonly divisor: number;
  /** Only every `step`-th x leaves a rest that the smaller terms divide: those of which `inverse · rest` is one. */
  readonly step: number;
  readonly inverse: number;
  /** This term and the smaller ones make every multiple of `divisor` up to their sum. */
  readonly gapless: boolean;
}

/** ⌊n / by⌋ of whole numbers, exact below 2^53 where a rounded division is not. */
export const quotient = (n: number, by: number): number => (n - (n % by)) / by;

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function timesModulo(a: number, b: number, modulus: number): number {
  const product = a * b;
  return Number.isSafeInteger(product)
    ? product % modulus
    : Number((BigInt(a) * BigInt(b)) % BigInt(modulus));
}

/** The x of 0 … modulus − 1 with a·x ≡ 1; `a` and `modulus` have no common divisor. */
function inverseModulo(a: number, modulus: number): number {
  let [x, next] = [0, 1];
  let [rest, divisor] = [modulus, a % modulus];
  while (divisor > 0) {
    const times = quotient(rest, divisor);
    [x, next] = [next, x - times * next];
    [rest, divisor] = [divisor, rest % divisor];
  }
  return x < 0 ? x + modulus : x;
}

/** Terms of different coefficients, the largest first, none of which alone may exceed `b`. */
function simplified(terms: readonly Term[], b: number): Term[] {
  const bounds = new Map<number, number>();
  for (const { a, u } of terms) {
    const most = quotient(b, a);
    const bound = Math.min(most, (bounds.get(a) ?? 0) + Math.min(most, u));
    if (bound > 0) bounds.set(a, bound);
  }
  return [...bounds].map(([a, u]) => ({ a, u })).sort((one, two) => two.a - one.a);
}

function levelsOf(terms: readonly Term[], b: number): Level[] {
  const levels: Level[] = [];
  let below = 0;
  let smaller = 0;
  let gapless = true;
  for (const { a, u } of [...terms].reverse()) {
    const divisor = gcd(a, smaller);
    const step = smaller === 0 ? 1 : smaller / divisor;
    gapless &&= smaller === 0 || (divisor === smaller && a <= below + smaller);
    levels.unshift({ a, u, below, divisor, step, inverse: inverseModulo(a / divisor, step), gapless });
    below = Math.min(b, below + a * u);
    smaller = divisor;
  }
  return levels;
}

function reaches(levels: readonly Level[], at: number, rest: number, work: Work): boolean {
  const { a, u, below, divisor, step, inverse, gapless } = levels[at];
  if (rest % divisor !== 0) return false;
  const most = Math.min(u, quotient(rest, a));
  const least = rest > below ? quotient(rest - below - 1, a) + 1 : 0;
  if (least > most) return false;
  if (gapless) return true;
  const fitting = timesModulo((rest / divisor) % step, inverse, step);
  for (let x = most - ((most - fitting + step) % step); x >= least; x -= step) {
    if (work.left-- <= 0) throw tooHard();
    if (reaches(levels, at + 1, rest - a * x, work)) return true;
  }
  return false;
}

function tooHard(): InspectorError {
  return new InspectorError('too-hard', 'Exceeded max_work', {
    numpyName: 'TooHardError',
    action:
      'Allow more work, or compare the bounds only (mayShareMemory), which is quick and says yes too often.',
  });
}

/** Whether the equation has a solution; `too-hard` when `work` is used up first. */
export function hasSolution(terms: readonly Term[], b: number, work: Work): boolean {
  const levels = levelsOf(simplified(terms, b), b);
  return levels.length === 0 ? b === 0 : reaches(levels, 0, b, work);
}

/** `work` for `maxWork`; `too-hard` at once where it is 0, as in NumPy. Negative numbers mean no limit. */
export function workOf(maxWork: number): Work {
  if (maxWork === 0) throw tooHard();
  return { left: maxWork < 0 ? Infinity : maxWork };
}
