/** A number with as many digits as there is room for at an end of an axis; what stands on screen beside it is exact. */
const ROOM = 12;
const DIGITS = 6;

/** `text` as it is where it fits, or where it is no number: a time, say. */
export function shortNumber(text: string): string {
  const value = Number(text);
  if (text.length <= ROOM || !Number.isFinite(value)) return text;
  const [digits, exponent] = value.toExponential(DIGITS - 1).split('e');
  const isPlain = Math.abs(Number(exponent)) < DIGITS;
  return isPlain ? String(Number(value.toPrecision(DIGITS))) : `${Number(digits)}e${exponent}`;
}
