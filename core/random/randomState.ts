/**
 * NumPy's legacy generator `RandomState`, also behind `np.random.seed`, `rand`, …
 * Invariant: draws the same numbers as NumPy after the same seed and calls; `randn` and `normal` may differ in the last
 * bit where the C library's logarithm is not correctly rounded (ours is).
 * Spec: https://numpy.org/doc/stable/reference/random/legacy.html; legacy-distributions.c, mtrand.pyx
 */
import { InspectorError } from '../errors';
import type { Item } from '../dtype/items/read';
import { optionsOf } from '../layout/arguments';
import type { ShapeLike, DTypeLike } from '../ndarray/types';
import type { NDArray } from '../ndarray/ndarray';
import { boundedDraws } from './bounded';
import { checkScale, checkSpan } from './checks';
import { freshEntropy } from './entropy';
import { drawIntegers } from './integers';
import { log } from './log';
import { Mt19937 } from './mt19937';
import { permuted, shuffleInPlace } from './shuffle';
import { filled, itemOf } from './size';

/** The options of `RandomState.randint`. */
export interface RandintOptions {
  /** The shape of the result; a single number by default. */
  readonly size?: ShapeLike | null;
  /** int64 by default. */
  readonly dtype?: DTypeLike;
}

const isShape = (options: ShapeLike | object | null): options is ShapeLike =>
  typeof options === 'number' || Array.isArray(options) || ArrayBuffer.isView(options);

/** The third argument of `randint` and `integers`: a size alone, or options. */
export function sizeOptions<T extends object>(
  options: ShapeLike | T | null,
  names: readonly (keyof T & string)[],
): Partial<T> | { readonly size: ShapeLike } {
  return isShape(options) ? { size: options } : optionsOf(options, names);
}

/** Random numbers from MT19937: NumPy's stream, bit for bit. Source: `numpy.random.RandomState`. */
export class RandomState {
  readonly #bits = new Mt19937();
  /** The second of the two normal numbers of one draw, kept for the next call. */
  #spare: number | undefined;

  /** As `seed`. */
  constructor(seed?: number | ArrayLike<number> | null) {
    this.seed(seed);
  }

  /** Starts the stream of this seed, a 32-bit integer or a list of them; an unpredictable one without a seed. */
  seed(seed?: number | ArrayLike<number> | null): void {
    if (typeof seed === 'number') this.#bits.seedWith(checkedSeed(seed));
    else if (seed === undefined || seed === null) this.#bits.seedWithAll(freshEntropy(624));
    else this.#bits.seedWithAll(checkedSeeds(seed));
    this.#spare = undefined;
  }

  /** Uniform numbers in [0, 1): an array of this shape, or a single number. */
  rand(): number;
  rand(...shape: readonly number[]): NDArray;
  rand(...shape: readonly number[]): number | NDArray {
    return this.random(shape.length === 0 ? null : shape);
  }

  /** Numbers in [0, 1). */
  random(size?: null): number;
  random(size: ShapeLike): NDArray;
  random(size?: ShapeLike | null): number | NDArray;
  random(size?: ShapeLike | null): number | NDArray {
    return filled(size, items => this.#bits.fillDoubles(items));
  }

  /** As `random`, by its older name. */
  randomSample(size?: ShapeLike | null): number | NDArray {
    return this.random(size);
  }

  /** Fills `target` with the numbers that `random` would give; singles are rounded doubles. */
  fillRandom(target: Float64Array | Float32Array): void {
    this.#bits.fillDoubles(target);
  }

  /** Numbers in [low, high). `OverflowError` where these are too far apart. */
  uniform(low = 0, high = 1, size?: ShapeLike | null): number | NDArray {
    const span = checkSpan(low, high, 'Range exceeds valid bounds');
    return filled(size, items => {
      this.#bits.fillDoubles(items);
      for (let k = 0; k < items.length; k++) items[k] = low + span * items[k];
    });
  }

  /** Standard normal numbers: an array of this shape; a number where there is none. */
  randn(): number;
  randn(...shape: readonly number[]): NDArray;
  randn(...shape: readonly number[]): number | NDArray {
    return this.standardNormal(shape.length === 0 ? null : shape);
  }

  /** From the normal distribution of mean 0 and deviation 1. */
  standardNormal(size?: ShapeLike | null): number | NDArray {
    return filled(size, items => {
      for (let k = 0; k < items.length; k++) items[k] = this.#gauss();
    });
  }

  /** Normal numbers of mean `loc` and deviation `scale`. `ValueError` for a negative scale. */
  normal(loc = 0, scale = 1, size?: ShapeLike | null): number | NDArray {
    checkScale(scale);
    return filled(size, items => {
      for (let k = 0; k < items.length; k++) items[k] = loc + scale * this.#gauss();
    });
  }

  /**
   * Integers in [low, high), or in [0, low) without `high`; int64 by default. `ValueError` for bounds outside the
   * dtype, or that hold no number.
   */
  randint(
    low: number | bigint,
    high?: number | bigint | null,
    options: ShapeLike | RandintOptions | null = {},
  ): Item | NDArray {
    const { size, dtype }: RandintOptions = sizeOptions(options, ['size', 'dtype']);
    const request = { low, high, size, dtype, isClosed: false, method: 'masked', caller: 'randint' } as const;
    const x = drawIntegers(this.#bits, request);
    return size === undefined || size === null ? itemOf(x) : x;
  }

  /** Puts what is along the first axis in random order, in place. */
  shuffle(x: NDArray): void {
    shuffleInPlace(x, max => this.#upTo(max));
  }

  /** 0 … x − 1 in random order, or a copy of `x` shuffled along its first axis. */
  permutation(x: number | NDArray): NDArray {
    return permuted(x, max => this.#upTo(max));
  }

  #upTo(max: number): number {
    return boundedDraws(this.#bits, max, 32, 'masked').next();
  }

  /** Box and Muller's method, in Marsaglia's polar form: two numbers a draw. */
  #gauss(): number {
    const spare = this.#spare;
    if (spare !== undefined) {
      this.#spare = undefined;
      return spare;
    }
    for (;;) {
      const x = 2 * this.#bits.nextDouble() - 1;
      const y = 2 * this.#bits.nextDouble() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * log(square)) / square);
      this.#spare = factor * x;
      return factor * y;
    }
  }
}

const seedError = (message: string, numpyName = 'ValueError'): InspectorError =>
  new InspectorError('invalid-input', message, {
    numpyName,
    action: 'Give a whole number from 0 to 2^32 − 1, or a list of them.',
  });

function checkedSeed(seed: number, what = 'scalar'): number {
  if (!Number.isInteger(seed)) {
    throw seedError(
      `Cannot cast ${what} from dtype('float64') to dtype('int64') according to the rule 'safe'`,
      'TypeError',
    );
  }
  if (seed < 0 || seed > 0xffffffff) throw seedError('Seed must be between 0 and 2**32 - 1');
  return seed;
}

function checkedSeeds(seeds: ArrayLike<number>): number[] {
  if (seeds.length === 0) throw seedError('Seed must be non-empty');
  return Array.from(seeds, seed => checkedSeed(seed, 'array data'));
}
