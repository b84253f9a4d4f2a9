/**
 * The digits of short floats by way of doubles: much faster than exact arithmetic, and silent where that alone can tell.
 * Invariant: what is returned is a decimal of at most nine digits, rounded once; JavaScript prints those of it, being the
 * fewest that tell it from other doubles. A double has room for 15.
 */
import { FRACTION_BITS, type NativeFormat, topExponent } from './floatLayout';

const MAX_DIGITS = 9;
/** Those that are exact as doubles. */
const POWERS_OF_TEN = Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));
/** So close to the middle between two candidates, or to the edge of what reads back, rounding may mislead. */
const DOUBT = 1e-6;

/**
 * The decimal of the fewest digits that reads back as `size` in `format`, of those the nearest, as a double; undefined where
 * that takes exact arithmetic: in doubt, far from 1, and at powers of two other than small whole numbers.
 * `size` is a finite value of the format, not below 0.
 */
export function decimalDouble(size: number, format: Exclude<NativeFormat, 'float64'>): number | undefined {
  // Nothing shorter is within half a unit of a whole number.
  if (Number.isInteger(size) && size < 2 ** FRACTION_BITS[format]) return size;
  const top = topExponent(size, format);
  // The float below a power of two is nearer than the one above.
  if (size === 2 ** top) return undefined;
  const half = 2 ** (top - FRACTION_BITS[format] - 1);
  const lead = Math.floor(Math.log10(size));
  for (let place = -lead; place < MAX_DIGITS - lead; place++) {
    const power = POWERS_OF_TEN.at(Math.abs(place));
    if (power === undefined) return undefined;
    const exact = place < 0 ? size / power : size * power;
    const whole = Math.round(exact);
    const decimal = place < 0 ? whole * power : whole / power;
    const distance = Math.abs(decimal - size) / half;
    if (distance > 1 + DOUBT) continue;
    const isDoubtful = distance > 1 - DOUBT || Math.abs(exact - whole) > 0.5 - DOUBT;
    return isDoubtful ? undefined : decimal;
  }
  return undefined;
}
