/** Arguments that several functions of arrays share. They know no array. */
import type { Casting } from '../casting/types';
import type { DType } from '../dtype/dtype';
import type { Order } from '../layout/layout';

/** A dtype, NumPy's text of one, or a list of fields. Null is Python's None: float64. */
export type DTypeLike = DType | string | readonly unknown[] | null;
/** The length of each axis, in items. A number stands for one axis. */
export type ShapeLike = number | readonly number[];
/** One axis, several axes, or all of them (null). Negative axes count from the last. */
export type AxisLike = number | readonly number[] | null;
/**
 * The memory order of a copy: C, Fortran, `A` (Fortran if the array is Fortran-contiguous and not C-contiguous, else C),
 * or `K` (as close to the array's own order as possible).
 */
export type CopyOrder = Order | 'A' | 'K';

/** The arguments of `numpy.ndarray.astype`. */
export interface AstypeOptions {
  /** Default: `K`. */
  readonly order?: CopyOrder;
  /** Default: `unsafe`. */
  readonly casting?: Casting;
  /** If false, returns the array itself where nothing has to change. Default: true. */
  readonly copy?: boolean;
}

/** A Python `slice(start, stop, step)`, in items. An absent or null part is omitted. */
export interface Slice {
  /** The first index; negative counts from the end. Default: the first item, or the last if `step` is negative. */
  readonly start?: number | null;
  /** The index to stop before; negative counts from the end. Default: past the last item in the direction of `step`. */
  readonly stop?: number | null;
  /** The distance from one index to the next. Default: 1. */
  readonly step?: number | null;
}
