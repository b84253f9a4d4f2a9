/**
 * Decimal digits of a binary float: as few as tell it from its neighbours, correctly rounded, with optional bounds on
 * how many. Invariant: all arithmetic is exact (bigint); ties go to the even digit.
 * Spec: Steele and White, "How to Print Floating-Point Numbers Accurately", 1990; Burger and Dybvig, "Printing
 * Floating-Point Numbers Quickly and Accurately", 1996. The bounds mean what they mean in NumPy's dragon4.c.
 */

/** `significand · 2^exponent`, with what the digits need to know of the format it is in. */
export interface Binary {
  readonly significand: bigint;
  readonly exponent: number;
  /** The float below is half as far away as the one above: at powers of two. */
  readonly hasUnequalMargins: boolean;
}

/** Bounds on the number of digits. */
export interface DigitBounds {
  /** Count digits from the first one, or from the decimal point. */
  readonly counting: 'total' | 'fraction';
  /** At most this many, rounding the last; no bound where undefined. */
  readonly max?: number;
  /** At least this many, even where fewer would do. */
  readonly min?: number;
  /** All digits of the exact value, up to `max`. */
  readonly isExact?: boolean;
}

/** `0.d₁d₂d₃… · 10^(exponent+1)`: `exponent` is that of the first digit. */
export interface Digits {
  readonly digits: string;
  readonly exponent: number;
}

const LOG10_2 = Math.log10(2);
const bitLength = (n: bigint): number => n.toString(2).length;

/** The numbers of the algorithm, all over one common `scale`. */
interface State {
  value: bigint;
  scale: bigint;
  low: bigint;
  high: bigint;
}

function scaled({ significand, exponent, hasUnequalMargins }: Binary): State {
  const extra = hasUnequalMargins ? 2n : 1n;
  const shift = BigInt(Math.abs(exponent));
  const up = exponent > 0 ? shift : 0n;
  const down = exponent > 0 ? 0n : shift;
  const low = 1n << up;
  return {
    value: significand << (up + extra),
    scale: 1n << (down + extra),
    low,
    high: hasUnequalMargins ? low * 2n : low,
  };
}

function timesTen(state: State): void {
  state.value *= 10n;
  state.low *= 10n;
  state.high *= 10n;
}

/** Scales so that value/scale is in [1, 10), and gives the exponent of the first digit, plus one. */
function normalise(state: State, binary: Binary, bounds: DigitBounds): number {
  const guess = Math.ceil((bitLength(binary.significand) - 1 + binary.exponent) * LOG10_2 - 0.69);
  const { counting, max } = bounds;
  const isBelowLast = counting === 'fraction' && max !== undefined && guess <= -max;
  const first = isBelowLast ? 1 - max : guess;
  const power = 10n ** BigInt(Math.abs(first));
  if (first > 0) state.scale *= power;
  else {
    state.value *= power;
    state.low *= power;
    state.high *= power;
  }
  if (state.value >= state.scale) return first + 1;
  timesTen(state);
  return first;
}

const lastPlace = (first: number, counting: DigitBounds['counting'], count: number): number =>
  counting === 'total' ? first - count : -count;

/** Adds one to the last digit, carrying over nines. */
function roundUp(digits: readonly number[], exponent: number): Digits {
  let kept = digits.length;
  while (kept > 0 && digits[kept - 1] === 9) kept--;
  if (kept === 0) return { digits: '1', exponent: exponent + 1 };
  return { digits: [...digits.slice(0, kept - 1), digits[kept - 1] + 1].join(''), exponent };
}

/** The digits of `binary`; `0` for zero. */
export function shortestDigits(binary: Binary, bounds: DigitBounds): Digits {
  if (binary.significand === 0n) return { digits: '0', exponent: 0 };
  const isEven = binary.significand % 2n === 0n;
  const state = scaled(binary);
  const first = normalise(state, binary, bounds);
  const { counting, max, min, isExact = false } = bounds;
  const stop = max === undefined ? -Infinity : lastPlace(first, counting, max);
  const mayStop = min === undefined ? first : Math.min(first, lastPlace(first, counting, min));
  const digits: number[] = [];
  let isLow: boolean, isHigh: boolean;
  for (let place = first - 1; ; place--) {
    digits.push(Number(state.value / state.scale));
    state.value %= state.scale;
    const top = state.value + state.high;
    isLow = isExact ? state.value === 0n : state.value < state.low || (isEven && state.value === state.low);
    isHigh = !isExact && (top > state.scale || (isEven && top === state.scale));
    if (((isLow || isHigh) && place <= mayStop) || place === stop) break;
    timesTen(state);
  }
  const twice = state.value * 2n;
  const last = digits[digits.length - 1];
  const isMiddleDown = twice < state.scale || (twice === state.scale && last % 2 === 0);
  const isDown = isLow === isHigh ? isMiddleDown : isLow;
  return isDown ? { digits: digits.join(''), exponent: first - 1 } : roundUp(digits, first - 1);
}
