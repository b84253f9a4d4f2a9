/**
 * Items that overlap: which of them contain one byte. With positive strides a_k and 0 ≤ x_k ≤ u_k, an item at distance
 * Σ a_k·x_k contains the byte at distance d when d − itemsize < Σ a_k·x_k ≤ d: a bounded linear Diophantine
 * problem, as in NumPy's mem_overlap.c. Axes of equal stride count as one variable; a depth-first walk from the
 * largest stride narrows each to the few values the rest can still reach; a budget bounds what is irregular.
 */
import { ways } from './compositions';
import type { MovingAxis, NormalForm } from './normalForm';

const COUNT_BUDGET = 20_000;
const SEARCH_BUDGET = 100_000;

/** All axes of one stride. Their indices add up to 0 … Σ `tops`. */
interface Term {
  readonly stride: number;
  readonly axes: readonly MovingAxis[];
  /** The last index of each axis. */
  readonly tops: readonly number[];
}

interface Problem {
  readonly terms: readonly Term[];
  /** For each term, what divides the strides of it and of all smaller ones. */
  readonly divisors: readonly number[];
  /** Bytes of an item, less one. */
  readonly slack: number;
}

interface Budget {
  left: number;
}

const problems = new WeakMap<NormalForm, Problem>();

function problemOf(form: NormalForm): Problem {
  const problem = problems.get(form) ?? makeProblem(form);
  problems.set(form, problem);
  return problem;
}

function makeProblem(form: NormalForm): Problem {
  const strides = [...new Set(form.moving.map(axis => axis.stride))];
  const terms = strides.map(stride => {
    const axes = form.moving.filter(axis => axis.stride === stride);
    return { stride, axes, tops: axes.map(axis => axis.length - 1) };
  });
  const divisors = new Array<number>(terms.length).fill(0);
  let divisor = 0;
  for (let at = terms.length - 1; at >= 0; at--) divisors[at] = divisor = gcd(terms[at].stride, divisor);
  return { terms, divisors, slack: form.itemsize - 1 };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** For each term, the most that all smaller ones add. */
function reachBelow(terms: readonly Term[], tops: readonly number[]): number[] {
  const below = new Array<number>(terms.length).fill(0);
  for (let at = terms.length - 2; at >= 0; at--)
    below[at] = below[at + 1] + terms[at + 1].stride * tops[at + 1];
  return below;
}

/**
 * The least and the most that term `level` may be for the terms after it to bring the sum to `rest − slack` … `rest`;
 * undefined when there is none.
 */
function valuesFor(
  problem: Problem,
  level: number,
  rest: number,
  top: number,
  below: number,
): [number, number] | undefined {
  if (rest % problem.divisors[level] > problem.slack) return undefined;
  const { stride } = problem.terms[level];
  const most = Math.min(top, Math.floor(rest / stride));
  const least = Math.max(0, Math.ceil((rest - problem.slack - below) / stride));
  return least <= most ? [least, most] : undefined;
}

/** The number of items that contain the byte at `distance` from the first one; a lower bound when the budget ran out. */
export function countOverlapping(form: NormalForm, distance: number): { count: number; exact: boolean } {
  const problem = problemOf(form);
  const tops = problem.terms.map(term => sum(term.tops));
  const below = reachBelow(problem.terms, tops);
  const budget = { left: COUNT_BUDGET };
  const walk = (level: number, rest: number): number => {
    const range = valuesFor(problem, level, rest, tops[level], below[level]);
    if (!range) return 0;
    const { stride, tops: boxes } = problem.terms[level];
    const price = boxes.length === 1 ? 1 : 2 ** boxes.length;
    if (level === problem.terms.length - 1) return spend(budget, price) ? ways(boxes, range[0], range[1]) : 0;
    let count = 0;
    for (let value = range[0]; value <= range[1] && spend(budget, price); value++) {
      const inner = walk(level + 1, rest - value * stride);
      if (inner > 0) count += inner * ways(boxes, value, value);
    }
    return count;
  };
  const count = walk(0, distance) * form.repeated.reduce((product, axis) => product * form.shape[axis], 1);
  return { count, exact: budget.left >= 0 };
}

function spend(budget: Budget, price: number): boolean {
  budget.left -= price;
  return budget.left >= 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/**
 * The first `limit` indices, in C order, of items that contain the byte at `distance`; fewer when there are no more
 * or the budget ran out. Each index is found axis by axis: the smallest entry for which the rest has an answer.
 */
export function firstOverlapping(form: NormalForm, distance: number, limit: number): number[][] {
  const found: number[][] = [];
  const search = new Search(form, distance);
  if (limit < 1 || !search.feasible()) return found;
  if (!search.settleFrom(0)) return found;
  found.push(search.index());
  while (found.length < limit && search.advance()) found.push(search.index());
  return found;
}

/** Bounds on each axis' index, narrowed and widened in the course of the search. */
class Search {
  readonly #problem: Problem;
  readonly #low: number[];
  readonly #high: number[];
  readonly #budget: Budget = { left: SEARCH_BUDGET };

  constructor(
    private readonly form: NormalForm,
    private readonly distance: number,
  ) {
    this.#problem = problemOf(form);
    this.#low = form.shape.map(() => 0);
    this.#high = form.shape.map(length => length - 1);
  }

  index(): number[] {
    return [...this.#low];
  }

  /** Whether some item within the bounds contains the byte; false as well when the budget is spent. */
  feasible(): boolean {
    let rest = this.distance;
    const tops = this.#problem.terms.map(({ axes, stride }) => {
      let top = 0;
      for (const { axis, length, reversed } of axes) {
        rest -= stride * (reversed ? length - 1 - this.#high[axis] : this.#low[axis]);
        top += this.#high[axis] - this.#low[axis];
      }
      return top;
    });
    return rest >= 0 && this.#reaches(0, rest, tops, reachBelow(this.#problem.terms, tops));
  }

  #reaches(level: number, rest: number, tops: readonly number[], below: readonly number[]): boolean {
    const range = valuesFor(this.#problem, level, rest, tops[level], below[level]);
    if (!range || !spend(this.#budget, 1)) return false;
    if (level === tops.length - 1) return true;
    const { stride } = this.#problem.terms[level];
    for (let value = range[1]; value >= range[0]; value--) {
      if (this.#reaches(level + 1, rest - value * stride, tops, below)) return true;
    }
    return false;
  }

  /** Fixes each axis from `axis` on to its smallest feasible entry, given that the bounds are feasible. */
  settleFrom(axis: number): boolean {
    for (let at = axis; at < this.#low.length; at++) this.#settle(at);
    return this.#budget.left >= 0;
  }

  /** Fixes one axis: gallops up from its lower bound, then halves the last leap. */
  #settle(axis: number): void {
    const top = this.#high[axis];
    let leap = 1;
    this.#high[axis] = this.#low[axis];
    while (this.#high[axis] < top && !this.feasible() && this.#budget.left >= 0) {
      this.#low[axis] = this.#high[axis] + 1;
      this.#high[axis] = Math.min(top, this.#high[axis] + leap);
      leap *= 2;
    }
    let upper = this.#high[axis];
    while (this.#low[axis] < upper && this.#budget.left >= 0) {
      const middle = this.#low[axis] + Math.floor((upper - this.#low[axis]) / 2);
      this.#high[axis] = middle;
      if (this.feasible()) upper = middle;
      else this.#low[axis] = middle + 1;
    }
    this.#high[axis] = this.#low[axis];
  }

  /** Moves on to the next index in C order; false when there is none. */
  advance(): boolean {
    for (let axis = this.#low.length - 1; axis >= 0; axis--) {
      const last = this.form.shape[axis] - 1;
      if (this.#low[axis] < last) {
        this.#low[axis]++;
        this.#high[axis] = last;
        if (this.feasible()) return this.settleFrom(axis);
      }
      this.#low[axis] = 0;
      this.#high[axis] = last;
    }
    return false;
  }
}
