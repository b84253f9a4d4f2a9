/**
 * The six flags of an array at the time of the call, printed as NumPy prints them.
 * Spec: https://numpy.org/doc/stable/reference/generated/numpy.ndarray.flags.html
 */
import { FLAG_NAMES, type Flags } from '../bytes';
import type { DType } from '../dtype/dtype';
import { isAligned, isCContiguous, isFContiguous } from '../layout/contiguity';
import type { Layout } from '../layout/layout';

/** The properties that the flags are computed from. */
interface Flagged {
  readonly layout: Layout;
  readonly dtype: DType;
  readonly base: unknown;
  readonly isWriteable: boolean;
  readonly writebackTo?: unknown;
}

/** NumPy's six flags of an array at one moment. Source: `numpy.ndarray.flags`. */
export class ArrayFlags implements Flags {
  /** The items are contiguous, with the last index varying fastest. */
  readonly C_CONTIGUOUS: boolean;
  /** The items are contiguous, with the first index varying fastest. */
  readonly F_CONTIGUOUS: boolean;
  /** The array owns its bytes. */
  readonly OWNDATA: boolean;
  /** Items can be assigned. */
  readonly WRITEABLE: boolean;
  /** Every item starts at a multiple of its alignment. Buffers themselves are aligned for every dtype. */
  readonly ALIGNED: boolean;
  /** The array is a copy that is yet to be written back. */
  readonly WRITEBACKIFCOPY: boolean;

  constructor({ layout, dtype, base, isWriteable, writebackTo }: Flagged) {
    this.C_CONTIGUOUS = isCContiguous(layout);
    this.F_CONTIGUOUS = isFContiguous(layout);
    this.OWNDATA = base === null;
    this.WRITEABLE = isWriteable;
    this.ALIGNED = isAligned(layout, dtype.alignment);
    this.WRITEBACKIFCOPY = writebackTo !== undefined;
  }

  /** One line per flag: `  C_CONTIGUOUS : True`. */
  toString(): string {
    return FLAG_NAMES.map(name => `  ${name} : ${this[name] ? 'True' : 'False'}\n`).join('');
  }
}
