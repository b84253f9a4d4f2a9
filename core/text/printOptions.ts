/**
 * The print options that all arrays are printed with, and how to change them.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.set_printoptions.html
 */
import { InspectorError } from '../errors';
import { optionsOf } from '../layout/arguments';
import { DEFAULT_STYLE, type NumberStyle } from './style';

/**
 * Options of printing, with the names and the meaning of `numpy.set_printoptions`; lengths in
 * characters.
 */
export interface PrintOptions extends NumberStyle {
  /** Characters of a line. */
  readonly linewidth: number;
}

let current: PrintOptions = { ...DEFAULT_STYLE, linewidth: 75 };
const NAMES = Object.keys(current) as (keyof PrintOptions)[];

/** The print options as they are now. Source: `numpy.get_printoptions`. */
export const getPrintoptions = (): PrintOptions => current;

/** Changes the options that are given; the others stay. `ValueError` for what is none. */
export function setPrintoptions(options: Partial<PrintOptions>): void {
  current = withOptions(options);
}

/** Runs `print` with other options, which hold no longer than that. */
export function printoptions<T>(options: Partial<PrintOptions>, print: () => T): T {
  const before = current;
  setPrintoptions(options);
  try {
    return print();
  } finally {
    current = before;
  }
}

const FLOAT_MODES = ['fixed', 'unique', 'maxprec', 'maxprec_equal'];

/** The options of now with these in their place. */
export function withOptions(wanted?: Partial<PrintOptions>): PrintOptions {
  const options = optionsOf(wanted, NAMES);
  const { floatmode, sign } = options;
  const precision: unknown = options.precision;
  const threshold: unknown = options.threshold;
  if (floatmode !== undefined && !FLOAT_MODES.includes(floatmode)) {
    throw wrong(`floatmode option must be one of ${FLOAT_MODES.map(mode => `"${mode}"`).join(', ')}`);
  }
  if (sign !== undefined && !['-', '+', ' '].includes(sign)) {
    throw wrong("sign option must be one of ' ', '+', or '-'");
  }
  if (threshold !== undefined && typeof threshold !== 'number') {
    throw wrong('threshold must be numeric', 'TypeError');
  }
  if (Number.isNaN(threshold)) {
    throw wrong('threshold must be non-NAN, try sys.maxsize for untruncated representation');
  }
  if (precision !== undefined && precision !== null && !Number.isInteger(precision)) {
    throw wrong('precision must be an integer', 'TypeError');
  }
  const given = Object.entries<unknown>(options).filter(([, value]) => value !== undefined);
  return { ...current, ...Object.fromEntries(given) };
}

const wrong = (message: string, numpyName = 'ValueError'): InspectorError =>
  new InspectorError('invalid-input', message, { numpyName, action: 'Give an option that NumPy has.' });
