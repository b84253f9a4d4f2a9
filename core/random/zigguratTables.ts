/**
 * The tables of NumPy's ziggurat for the normal distribution: 256 rectangles of one area under exp(-x²/2), the widest last.
 * For each: `wi`, the width that an integer is scaled by; `ki`, the integer below which the point is inside; `fi`, the height
 * of the curve. They are part of the definition of NumPy's streams, to the last bit.
 * Each table is computed from its last entry, one rectangle from the next; where NumPy's entry differs in the last digits,
 * the difference is recorded here.
 * Method: G. Marsaglia, W. W. Tsang, "The Ziggurat Method", J. Statistical Software 5 (2000).
 */
import { log } from './log';

/** The tables, for one precision. */
export interface Ziggurat {
  readonly wi: Float64Array | Float32Array;
  readonly ki: Float64Array | Uint32Array;
  readonly fi: Float64Array | Float32Array;
}

const LEVELS = 256;
const LAST = LEVELS - 1;
const AREA = 0.004928673233974655;
const MANTISSA_RANGE = 2 ** 52;
/** From integers of 52 bits to those of 23. */
const NARROWER = 2 ** -29;

const WIDTH = { base: 3.910757959524912, last: 3.654152885361009 };
const HEIGHT_OF_LAST = 0.001260285930498598;
const INSIDE_BASE = 4208095142473578;

/** For heights 254 down to 1: units in the last place to add, `j` for none. */
const HEIGHTS_DIFFER =
  'aflkjflhghknhmoonlkhglflijkjhijgoklgimlmhflnkillljlgjijenekkejjjjjjikhkikijhhigkjllklkikiijkkjhjjljl' +
  'kkjkljjmjjkkkihikiikjjijjjjjijijkkkijikjjkkkjijijjikjijjikkijikkjkkikkjjjijkjiiijkjjjkjjjijjjjkjjjkj' +
  'jijjjjjjjjjjjjjjkjjjjjjjjjjjjjkjjjjjjjjjjjjjjjjjjjjjjj';
/** The same for widths, where there is one to add. */
const WIDTHS_DIFFER: ReadonlyMap<number, number> = new Map([
  [75, -1],
  [73, 1],
  [69, 1],
  [38, 1],
  [24, 1],
]);
/** For levels 255 down to 2: what to add to the number of whole numbers inside. */
const INSIDE_DIFFERS =
  '0011100001000010000001001100000010100000100000000001001000000110100000000000011000000101111001000110' +
  '0101011000001100100101000001000100000000000001000000100100000111001011000000000001010010000000001010' +
  '010010000000001000001000100000001010001001001111101000';

const word = new BigInt64Array(1);
const double = new Float64Array(word.buffer);

/** `x` moved by units in its last place. */
function moved(x: number, units: number): number {
  double[0] = x;
  word[0] += BigInt(units);
  return double[0];
}

let doubles: Ziggurat | undefined;
let singles: Ziggurat | undefined;

/** For doubles; `ki` are whole numbers of 52 bits. */
export function doubleZiggurat(): Ziggurat {
  return (doubles ??= workedOut());
}

function workedOut(): Ziggurat {
  const fi = new Float64Array(LEVELS);
  const ki = new Float64Array(LEVELS);
  const wi = new Float64Array(LEVELS);
  fi[LAST] = HEIGHT_OF_LAST;
  wi[LAST] = WIDTH.last / MANTISSA_RANGE;
  for (let level = LAST; level > 1; level--) {
    const at = LAST - level;
    const height = fi[level] + AREA / (wi[level] * MANTISSA_RANGE);
    fi[level - 1] = moved(height, HEIGHTS_DIFFER.charCodeAt(at) - 'j'.charCodeAt(0));
    const width = Math.sqrt(-2 * log(fi[level - 1]));
    wi[level - 1] = moved(width, WIDTHS_DIFFER.get(level - 1) ?? 0) / MANTISSA_RANGE;
    ki[level] = Math.floor((wi[level - 1] / wi[level]) * MANTISSA_RANGE) + Number(INSIDE_DIFFERS[at]);
  }
  fi[0] = 1;
  wi[0] = WIDTH.base / MANTISSA_RANGE;
  ki[0] = INSIDE_BASE;
  return { wi, ki, fi };
}

/** For single precision; `ki` are whole numbers of 23 bits. */
export function singleZiggurat(): Ziggurat {
  const { wi, ki, fi } = doubleZiggurat();
  return (singles ??= {
    wi: Float32Array.from(wi, width => width * (MANTISSA_RANGE * 2 ** -23)),
    ki: Uint32Array.from(ki, count => Math.round(count * NARROWER)),
    fi: Float32Array.from(fi),
  });
}
