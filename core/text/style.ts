/** The settings of printing and NumPy's defaults. Spec: `numpy.set_printoptions`. */
import type { Formatters } from './formatter';

/** The settings for items inside arrays. */
export interface NumberStyle {
  /** Fraction digits: at most, or just so many. As many as it takes where null. */
  readonly precision: number | null;
  /** `fixed`: just `precision`; `unique`: as many as it takes; `maxprec_equal`: as many for all. */
  readonly floatmode: 'fixed' | 'unique' | 'maxprec' | 'maxprec_equal';
  /** No exponents where numbers are just small. */
  readonly suppress: boolean;
  /** In front of what is not negative: nothing, `+`, or a blank. */
  readonly sign: '-' | '+' | ' ';
  readonly nanstr: string;
  readonly infstr: string;
  /** Arrays of more items are printed as their corners. */
  readonly threshold: number;
  /** Items at each end of an axis that are printed of those. */
  readonly edgeitems: number;
  /** Functions that print items in arrays, by NumPy's names of kinds. */
  readonly formatter: Formatters | null;
}

/** NumPy's defaults. */
export const DEFAULT_STYLE: NumberStyle = {
  precision: 8,
  floatmode: 'maxprec',
  suppress: false,
  sign: '-',
  nanstr: 'nan',
  infstr: 'inf',
  threshold: 1000,
  edgeitems: 3,
  formatter: null,
};
