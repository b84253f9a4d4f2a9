/**
 * The six flags of an array, as they are at the moment they are asked for; printed as NumPy prints them.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.ndarray.flags.html
 */
import { FLAG_NAMES, type Flags } from '../bytes';
import type { DType } from '../dtype/dtype';
import { isAligned, isCContiguous, isFContiguous } from '../layout/contiguity';
import type { Layout } from '../layout/layout';

/** What flags are computed from. */
interface Flagged {
  readonly layout: Layout;
  readonly dtype: DType;
  readonly base: unknown;
  readonly isWriteable: boolean;
  readonly writebackTo?: unknown;
}

/**
 * NumPy's six flags of one array at one moment; prints as NumPy prints them. Source: `numpy.ndarray.flags`.
 */
export class ArrayFlags implements Flags {
  /** The items lie one after the other, the last index fastest. */
  readonly C_CONTIGUOUS: boolean;
  /** The items lie one after the other, the first index fastest. */
  readonly F_CONTIGUOUS: boolean;
  /** The bytes are its own. */
  readonly OWNDATA: boolean;
  /** Items may be assigned to. */
  readonly WRITEABLE: boolean;
  /** Buffers start at an address that suits every dtype. */
  readonly ALIGNED: boolean;
  /** A copy that is still to be written back. */
  readonly WRITEBACKIFCOPY: boolean;

  constructor({ layout, dtype, base, isWriteable, writebackTo }: Flagged) {
    this.C_CONTIGUOUS = isCContiguous(layout);
    this.F_CONTIGUOUS = isFContiguous(layout);
    this.OWNDATA = base === null;
    this.WRITEABLE = isWriteable;
    this.ALIGNED = isAligned(layout, dtype.alignment);
    this.WRITEBACKIFCOPY = writebackTo !== undefined;
  }

  /** `  C_CONTIGUOUS : True` and so on, a line each. */
  toString(): string {
    return FLAG_NAMES.map(name => `  ${name} : ${this[name] ? 'True' : 'False'}\n`).join('');
  }
}
