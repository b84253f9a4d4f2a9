/**
 * `np.random.Generator` over PCG64, as `default_rng(seed)` makes it.
 * Invariant: draws the same numbers as NumPy after the same seed and calls.
 * Spec: https://numpy.org/doc/stable/reference/random/generator.html; _generator.pyx, distributions.c
 */
import { InspectorError } from '../errors';
import { type DType, sameDType } from '../dtype/dtype';
import type { Item } from '../dtype/items/read';
import { allocate } from '../ndarray/allocate';
import type { ShapeLike, DTypeLike } from '../ndarray/types';
import type { NDArray } from '../ndarray/ndarray';
import type { BitSource } from './bitSource';
import { boundedDraws } from './bounded';
import { checkScale, checkSpan } from './checks';
import { freshEntropy } from './entropy';
import { drawIntegers, isFloat, plainDType, unsupportedDType } from './integers';
import { Pcg64 } from './pcg64';
import { type RandintOptions, sizeOptions } from './randomState';
import { seedWords } from './seedSequence';
import { permuted, shuffleInPlace } from './shuffle';
import { filled, itemOf, shapeOf } from './size';
import { standardNormal, standardNormalSingle } from './ziggurat';

/** The options of random floats. */
export interface FloatOptions {
  /** `float64` (the default) or `float32`. */
  readonly dtype?: DTypeLike;
  /** The array to fill: native, aligned and contiguous. */
  readonly out?: NDArray | null;
}

/** The options of `Generator.integers`. */
export interface IntegersOptions extends RandintOptions {
  /** Whether `high` itself may be drawn. */
  readonly endpoint?: boolean;
}

/** An integer ≥ 0 of any size, or a list of them. */
export type Seed = number | bigint | readonly (number | bigint)[];

/** Fills arrays of doubles and singles. */
interface Fills {
  readonly caller: string;
  readonly doubles: (items: Float64Array) => void;
  readonly singles: (items: Float32Array) => void;
}

/** Random numbers from PCG64: NumPy's stream, bit for bit. Source: `numpy.random.Generator`. */
export class Generator {
  readonly #bits: Pcg64;

  /** Starts the stream of this seed, or an unpredictable one. */
  constructor(seed?: Seed | null) {
    this.#bits = new Pcg64(seedWords(seed ?? [...freshEntropy(4)], 8));
  }

  /** Uniform numbers in [0, 1); a single one without `size` and `out`. */
  random(size?: ShapeLike | null, options: FloatOptions = {}): number | NDArray {
    return drawFloats(size, options, {
      caller: 'random',
      doubles: items => this.#bits.fillDoubles(items),
      singles: items => this.#bits.fillSingles(items),
    });
  }

  /** Fills `target` with the numbers that `random` would give, in its precision. */
  fillRandom(target: Float64Array | Float32Array): void {
    if (target instanceof Float64Array) this.#bits.fillDoubles(target);
    else this.#bits.fillSingles(target);
  }

  /** Normal numbers of mean 0 and standard deviation 1. */
  standardNormal(size?: ShapeLike | null, options: FloatOptions = {}): number | NDArray {
    return drawFloats(size, options, {
      caller: 'standard_normal',
      doubles: items => fillNormal(items, this.#bits),
      singles: items => {
        for (let k = 0; k < items.length; k++) items[k] = standardNormalSingle(this.#bits);
      },
    });
  }

  /** Normal numbers of mean `loc` and standard deviation `scale`. `ValueError` for a negative scale. */
  normal(loc = 0, scale = 1, size?: ShapeLike | null): number | NDArray {
    checkScale(scale);
    return filled(size, items => {
      for (let k = 0; k < items.length; k++) items[k] = loc + scale * standardNormal(this.#bits);
    });
  }

  /** Uniform numbers in [low, high). `OverflowError` where the difference is not finite. */
  uniform(low = 0, high = 1, size?: ShapeLike | null): number | NDArray {
    const span = checkSpan(low, high, 'high - low range exceeds valid bounds');
    if (span < 0 || Object.is(span, -0))
      throw invalid('ValueError', 'high - low < 0', 'Give low before high.');
    return filled(size, items => {
      this.#bits.fillDoubles(items);
      for (let k = 0; k < items.length; k++) items[k] = low + span * items[k];
    });
  }

  /**
   * Integers in [low, high), or in [0, low) without `high`; int64 by default. `ValueError` for bounds out of range of the
   * dtype, and for an empty range.
   */
  integers(
    low: number | bigint,
    high?: number | bigint | null,
    options: ShapeLike | IntegersOptions | null = {},
  ): Item | NDArray {
    const {
      size,
      dtype,
      endpoint = false,
    }: IntegersOptions = sizeOptions(options, ['size', 'dtype', 'endpoint']);
    const request = {
      low,
      high,
      size,
      dtype,
      isClosed: endpoint,
      method: 'lemire',
      caller: 'integers',
    } as const;
    const x = drawIntegers(this.#bits, request);
    return size === undefined || size === null ? itemOf(x) : x;
  }

  /** Shuffles along the first axis, in place. */
  shuffle(x: NDArray): void {
    shuffleInPlace(x, max => this.#upTo(max));
  }

  /** 0 … x − 1 in random order, or a copy of `x` shuffled along its first axis. */
  permutation(x: number | NDArray): NDArray {
    return permuted(x, max => this.#upTo(max));
  }

  /** An integer in [0, max], by masking as `random_interval` does. */
  #upTo(max: number): number {
    return boundedDraws(this.#bits, max, 32, 'masked').next();
  }
}

/** Returns a generator with this seed, or an unpredictable one. Source: `numpy.random.default_rng`. */
export const defaultRng = (seed?: Seed | null): Generator => new Generator(seed);

const invalid = (numpyName: string, message: string, action: string): InspectorError =>
  new InspectorError('invalid-input', message, { numpyName, action });

function fillNormal(items: Float64Array, bits: BitSource): void {
  for (let k = 0; k < items.length; k++) items[k] = standardNormal(bits);
}

function drawFloats(
  size: ShapeLike | null | undefined,
  { dtype = 'float64', out }: FloatOptions,
  { caller, doubles, singles }: Fills,
): number | NDArray {
  const type = plainDType(dtype, caller);
  const isDouble = isFloat(type, 'float64');
  if (!isDouble && !isFloat(type, 'float32')) throw unsupportedDType(type, caller);
  if (out) checkOut(out, type, size);
  const x = out ?? allocate(shapeOf(size), type);
  if (isDouble) doubles(new Float64Array(x.buffer, x.byteOffset, x.size));
  else singles(new Float32Array(x.buffer, x.byteOffset, x.size));
  return out || (size !== undefined && size !== null) ? x : (itemOf(x) as number);
}

/** As `check_output` (_common.pyx). */
function checkOut(out: NDArray, dtype: DType, size: ShapeLike | null | undefined): void {
  const { C_CONTIGUOUS, F_CONTIGUOUS, WRITEABLE, ALIGNED } = out.flags;
  if (!(C_CONTIGUOUS || F_CONTIGUOUS) || !WRITEABLE || !ALIGNED || out.dtype.byteOrder === '>') {
    throw invalid(
      'ValueError',
      'Supplied output array must be contiguous, writable, aligned, and in machine byte-order.',
      'Draw into a fresh array and copy it.',
    );
  }
  if (!sameDType(out.dtype, dtype)) {
    throw invalid(
      'TypeError',
      `Supplied output array has the wrong type. Expected ${dtype.name}, got ${out.dtype.name}`,
      'Give the dtype of the array as the option dtype.',
    );
  }
  if (size === undefined || size === null) return;
  const shape = shapeOf(size);
  if (shape.length === out.ndim && shape.every((length, axis) => length === out.shape[axis])) return;
  throw invalid('ValueError', 'size must match out.shape when used together', 'Leave the size out.');
}
