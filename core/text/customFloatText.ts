/**
 * `str` of the floats of ml_dtypes: six significant digits, as C's `%g`. Invariant: ties go to the even digit, as in C.
 * Spec: `PyCustomFloat_Str` of ml_dtypes, which writes the value to a C++ stream as a float.
 */

const PRECISION = 6;
/** More digits than a tie can have: all values here are 8 bits times a power of two. */
const MANY = 60;

/** JavaScript rounds ties away from zero; this goes to the even digit. */
function sixDigits(size: number): { digits: string; exponent: number } {
  const [exact] = size.toExponential(MANY).replace('.', '').split('e');
  const isTie = /^50*$/.test(exact.slice(PRECISION));
  const isEven = Number(exact[PRECISION - 1]) % 2 === 0;
  const [digits, exponent] = size.toExponential(PRECISION - 1).split('e');
  const kept = isTie && isEven ? exact.slice(0, PRECISION) : digits.replace('.', '');
  return { digits: kept.replace(/0+$/, ''), exponent: Number(exponent) };
}

/** `nan`, `-inf`, `0.1`, `3.38953e+38`. */
export function customFloatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}inf`;
  if (size === 0) return `${sign}0`;
  const { digits, exponent } = sixDigits(size);
  const point = (text: string, at: number) =>
    text.length > at ? `${text.slice(0, at)}.${text.slice(at)}` : text.padEnd(at, '0');
  if (exponent < -4 || exponent >= PRECISION) {
    const power = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${point(digits, 1)}e${exponent < 0 ? '-' : '+'}${power}`;
  }
  return sign + (exponent < 0 ? `0.${'0'.repeat(-exponent - 1)}${digits}` : point(digits, exponent + 1));
}
