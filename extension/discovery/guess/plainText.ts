/**
 * Whether a file's first bytes are plainly text: a table of numbers, a log, source code. Invariant: bytes of an array
 * are not taken for text for lying in the range of ASCII alone; lines, or the look of a table, must be there too.
 */

const PRINTABLE = 0.99;
/** A text has a line break at least this often. */
const LONGEST_LINE = 4096;

/** `sample`: the file's first bytes, as many as there are; a character cut off at its end is forgiven. */
export function isPlainText(sample: Uint8Array): boolean {
  if (sample.length === 0) return false;
  if (hasUtf16Mark(sample)) return isUtf16Text(sample);
  const { printable, newlines, control } = census(sample);
  if (control > 0 || printable < PRINTABLE * sample.length) return false;
  return newlines * LONGEST_LINE >= sample.length ? newlines > 0 : isNumberTable(sample);
}

interface Census {
  readonly printable: number;
  readonly newlines: number;
  /** NULs and control characters that no text holds. */
  readonly control: number;
}

/** Counts the bytes that are characters of UTF-8 text. */
function census(sample: Uint8Array): Census {
  let printable = 0;
  let newlines = 0;
  let control = 0;
  for (let k = 0; k < sample.length;) {
    const byte = sample[k];
    const length = characterLength(sample, k);
    if (byte === 0x0a || (byte === 0x0d && sample[k + 1] !== 0x0a)) newlines++;
    if (isControl(byte)) control++;
    else printable += length;
    k += Math.max(1, length);
  }
  return { printable, newlines, control };
}

/** Escape (0x1b) is let through: terminal colours occur in logs. */
const isControl = (byte: number) =>
  byte === 0x7f || (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b);

/** Bytes of the UTF-8 character at `at` (RFC 3629), 0 where there is none. */
function characterLength(sample: Uint8Array, at: number): number {
  const lead = sample[at];
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  const end = Math.min(at + length, sample.length);
  for (let k = at + 1; k < end; k++) if (sample[k] >> 6 !== 2) return 0;
  return end - at;
}

/** Digits, signs, separators, `nan`, `inf`: a table without a line break within reach. */
function isNumberTable(sample: Uint8Array): boolean {
  let digits = 0;
  let separators = 0;
  for (const byte of sample) {
    const character = String.fromCharCode(byte);
    if (!/[-+.,;:|\s\deEjJ()[\]{}"nNaAiIfF]/.test(character)) return false;
    if (byte >= 0x30 && byte <= 0x39) digits++;
    else if (/[,;|\s]/.test(character)) separators++;
  }
  return digits >= sample.length / 4 && separators >= sample.length / 64 && separators > 0;
}

const hasUtf16Mark = (sample: Uint8Array) =>
  (sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff);

/** Mostly ASCII in two-byte units, with lines. Two bytes of a mark alone say little: arrays begin with them too. */
function isUtf16Text(sample: Uint8Array): boolean {
  const high = sample[0] === 0xff ? 1 : 0;
  let ascii = 0;
  let newlines = 0;
  const units = sample.length >> 1;
  for (let unit = 1; unit < units; unit++) {
    const low = sample[2 * unit + 1 - high];
    if (sample[2 * unit + high] !== 0 || isControl(low)) continue;
    ascii++;
    if (low === 0x0a) newlines++;
  }
  return newlines > 0 && ascii >= 0.9 * (units - 1);
}
