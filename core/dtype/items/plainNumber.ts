/**
 * Reads the common spellings of numbers in S and U items, many times faster than `parseReal`, which reads all.
 * Invariant: a number is rounded once, to the double that Python reads.
 */
import { type CodeReader, codeReader, textCapacity } from '../codes';
import type { DType } from '../dtype';

const [ZERO, NINE, PLUS, MINUS, POINT] = Array.from('09+-.', char => char.charCodeAt(0));
/** As many digits as a double holds whatever they are, as it does that power of ten: to divide rounds once. */
const DIGITS = 15;
const TENS = Array.from({ length: DIGITS + 1 }, (_, k) => 10 ** k);
const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/**
 * Reads items: whole numbers, decimal ones too where they may have a fraction. NaN for what is no plain number, and has to
 * be looked at closely.
 */
export function plainReader(from: DType, mayHaveFraction: boolean): (view: DataView, at: number) => number {
  const code = codeReader(from);
  const room = textCapacity(from);
  return (view, at) => {
    let end = room;
    while (end > 0 && code(view, at, end - 1) === 0) end--;
    const first = end > 0 ? code(view, at, 0) : 0;
    let [value, digits, point] = [0, 0, -1];
    for (let k = first === MINUS || first === PLUS ? 1 : 0; k < end; k++) {
      const here = code(view, at, k);
      if (here >= ZERO && here <= NINE) {
        value = value * 10 + here - ZERO;
        digits++;
      } else if (here === POINT && point < 0 && mayHaveFraction) point = digits;
      else digits = Infinity;
    }
    if (digits > DIGITS || digits === 0) return mayHaveFraction ? decimal(code, view, at, end) : NaN;
    const size = point < 0 ? value : value / TENS[digits - point];
    return first === MINUS ? -size : size;
  };
}

/** More digits, or an exponent. */
function decimal(code: CodeReader, view: DataView, at: number, end: number): number {
  let text = '';
  for (let k = 0; k < end; k++) text += String.fromCharCode(Math.min(code(view, at, k), 0x80));
  return DECIMAL.test(text) ? Number(text) : NaN;
}
