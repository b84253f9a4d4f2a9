/** Shortens numbers to the room at the ends of an axis; their titles are exact. */
const ROOM = 12;
const DIGITS = 6;

/** Returns `text` itself where it fits, or where it is not a number but, say, a time. */
export function shortNumber(text: string): string {
  const value = Number(text);
  if (text.length <= ROOM || !Number.isFinite(value)) return text;
  const [digits, exponent] = value.toExponential(DIGITS - 1).split('e');
  const isPlain = Math.abs(Number(exponent)) < DIGITS;
  return isPlain ? String(Number(value.toPrecision(DIGITS))) : `${Number(digits)}e${exponent}`;
}
