/**
 * A typed number, kept exactly: `±digits · 10^exponent`, an infinity or a NaN.
 * Invariant: nothing is rounded until it is asked for; numbers too long to compute with are refused.
 * Spec: the numbers of Python's `int(text, 0)` and `float(text)`, underscores and bases included.
 */
import type { ExtendedFloat } from './extended';

/** `±digits · 10^exponent`, an infinity or a NaN. */
export interface Real {
  readonly class: 'finite' | 'infinite' | 'nan';
  readonly isNegative: boolean;
  /** 0 where not finite. */
  readonly digits: bigint;
  readonly exponent: number;
}

const SPECIAL = /^([-+]?)(?:(nan)|inf(?:inity)?)$/i;
const RADIX = /^([-+]?)(0(?:x(?:_?[0-9a-f])+|o(?:_?[0-7])+|b(?:_?[01])+))$/i;
const DECIMAL = /^([-+]?)(\d(?:_?\d)*)?(?:\.(\d(?:_?\d)*)?)?(?:e([-+]?\d(?:_?\d)*))?$/i;
/** As many digits as Python reads, and room for sign, point, underscores and exponent. */
const MAX_LENGTH = 4400;
/** No format has numbers with more digits before the point, or with as many zeros after it. */
const MAX_MAGNITUDE = 6000;
/** Exponents past this mean the same as this: far too large, or far too small. */
const MAX_EXPONENT = 20_000;

const plain = (text: string): string => text.replaceAll('_', '');

/** The number that `text` spells; undefined where it spells none. */
export function parseReal(text: string): Real | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const special = SPECIAL.exec(text);
  if (special) {
    const kind = special[2] ? 'nan' : 'infinite';
    return { class: kind, isNegative: special[1] === '-', digits: 0n, exponent: 0 };
  }
  const radix = RADIX.exec(text);
  if (radix) {
    const digits = BigInt(plain(radix[2]).toLowerCase());
    return { class: 'finite', isNegative: radix[1] === '-', digits, exponent: 0 };
  }
  const [, sign, whole = '', fraction = '', power = '0'] = DECIMAL.exec(text) ?? [];
  if (whole + fraction === '') return undefined;
  return {
    class: 'finite',
    isNegative: sign === '-',
    digits: BigInt(plain(whole + fraction)),
    exponent: Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, Number(plain(power)))) - plain(fraction).length,
  };
}

/** The exponent of the first digit, plus one. */
const magnitude = ({ digits, exponent }: Real): number => String(digits).length + exponent;

/** The value as an integer; undefined where it has a fraction or is not finite. */
export function integerOf(real: Real): bigint | undefined {
  const { digits, exponent, isNegative } = real;
  if (real.class !== 'finite') return undefined;
  if (digits === 0n) return 0n;
  if (magnitude(real) < 1) return undefined;
  const scale = 10n ** BigInt(Math.abs(exponent));
  if (exponent < 0 && digits % scale !== 0n) return undefined;
  const size = exponent < 0 ? digits / scale : digits * scale;
  return isNegative ? -size : size;
}

/** The nearest double, ties to even, as Python's `float`. */
export function doubleOf({ class: kind, isNegative, digits, exponent }: Real): number {
  const size = kind === 'nan' ? NaN : kind === 'infinite' ? Infinity : Number(`${digits}e${exponent}`);
  return isNegative ? -size : size;
}

/** `size · 2^shift`, as a fraction of whole numbers. */
function scaledFraction({ digits, exponent }: Real, shift: number): [bigint, bigint] {
  const up = (10n ** BigInt(Math.max(exponent, 0))) << BigInt(Math.max(shift, 0));
  const down = (10n ** BigInt(Math.max(-exponent, 0))) << BigInt(Math.max(-shift, 0));
  return [digits * up, down];
}

/**
 * The nearest `significand · 2^exponent` of at most `bits` bits and an exponent of at least `leastExponent`, ties to
 * even. Infinite where it is far past every format.
 */
export function roundedTo(real: Real, bits: number, leastExponent: number): ExtendedFloat {
  const { class: kind, isNegative, digits } = real;
  const none = { isNegative, significand: 0n, exponent: leastExponent };
  if (kind !== 'finite') return { ...none, class: kind, exponent: 0 };
  if (digits === 0n || magnitude(real) < -MAX_MAGNITUDE) return { ...none, class: 'finite' };
  if (magnitude(real) > MAX_MAGNITUDE) return { ...none, class: 'infinite', exponent: 0 };
  const [n, d] = scaledFraction(real, 0);
  // The value is between 2^(lengths − 1) and 2^(lengths + 1).
  const lengths = n.toString(2).length - d.toString(2).length;
  const isUpper = n << BigInt(Math.max(-lengths, 0)) >= d << BigInt(Math.max(lengths, 0));
  const exponent = Math.max(lengths - bits + (isUpper ? 1 : 0), leastExponent);
  const [over, under] = scaledFraction(real, -exponent);
  const twice = (over % under) * 2n;
  const floor = over / under;
  const significand = twice > under || (twice === under && floor % 2n === 1n) ? floor + 1n : floor;
  const carried = significand === 1n << BigInt(bits);
  return {
    class: 'finite',
    isNegative,
    significand: carried ? significand >> 1n : significand,
    exponent: carried ? exponent + 1 : exponent,
  };
}

const scratch = new DataView(new ArrayBuffer(8));

/** A double taken apart. */
function partsOf(value: number): ExtendedFloat {
  const isNegative = value < 0 || Object.is(value, -0);
  if (!Number.isFinite(value)) {
    return { class: Number.isNaN(value) ? 'nan' : 'infinite', isNegative, significand: 0n, exponent: 0 };
  }
  scratch.setFloat64(0, value);
  const stored = scratch.getBigUint64(0);
  const biased = Number((stored >> 52n) & 0x7ffn);
  const fraction = stored & ((1n << 52n) - 1n);
  const significand = biased === 0 ? fraction : fraction | (1n << 52n);
  return { class: 'finite', isNegative, significand, exponent: Math.max(biased, 1) - 1075 };
}

/** Whether `stored` is the number that was typed: 0 is −0, and any NaN is NaN. */
export function isExactly(real: Real, stored: number | ExtendedFloat): boolean {
  const parts = typeof stored === 'number' ? partsOf(stored) : stored;
  if (real.class !== parts.class) return false;
  if (real.class === 'nan') return true;
  const { significand, exponent, isNegative } = parts;
  if (real.class === 'finite' && (real.digits === 0n || significand === 0n))
    return real.digits === significand;
  if (isNegative !== real.isNegative) return false;
  if (real.class === 'infinite') return true;
  if (Math.abs(magnitude(real)) > MAX_MAGNITUDE) return false;
  const [n, d] = scaledFraction(real, -exponent);
  return n === significand * d;
}
