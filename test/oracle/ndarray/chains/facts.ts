/** What is compared of an array. */
import * as np from '../../../../core/index';

export interface Facts {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly dtype: string;
  readonly base: number | 'hidden' | null;
  /** In bytes, from the start of its owner. */
  readonly offset: number;
  readonly flags: readonly boolean[];
  readonly items: string;
}

export function factsOf(x: np.NDArray, arrays: readonly np.NDArray[]): Facts {
  const { flags } = x;
  return {
    shape: [...x.shape],
    strides: [...x.strides],
    dtype: x.dtype.str,
    base: baseOf(x, arrays),
    offset: x.byteOffset,
    flags: [flags.C_CONTIGUOUS, flags.F_CONTIGUOUS, flags.OWNDATA, flags.WRITEABLE, flags.ALIGNED],
    items: base64(itemBytes(x)),
  };
}

function baseOf({ base }: np.NDArray, arrays: readonly np.NDArray[]): Facts['base'] {
  if (base === null) return null;
  const known = arrays.indexOf(base as np.NDArray);
  return known >= 0 ? known : 'hidden';
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The bytes of all that `x` is a view of, in the order of memory. */
export function ownerBytes(x: np.NDArray): string {
  let owner = x;
  while (owner.base instanceof np.NDArray) owner = owner.base;
  return base64(itemBytes(owner.flags.C_CONTIGUOUS ? owner : owner.T));
}

/** In C order; NaNs are all one, and a longdouble has no padding. */
function itemBytes(x: np.NDArray): Uint8Array {
  const { kind, itemsize, byteOrder } = x.dtype;
  const bytes = x.tobytes();
  if (kind !== 'f' && kind !== 'c') return bytes;
  const size = kind === 'c' ? itemsize / 2 : itemsize;
  if (size === 16) return withoutPadding(bytes, byteOrder === '>');
  const part = np.frombuffer(bytes, { dtype: `${byteOrder}f${size}` });
  part.tolist();
  [...part.flat].forEach((value, k) => {
    if (Number.isNaN(value)) part.set(k, NaN);
  });
  return bytes;
}

const NOT_A_NUMBER = [0, 0, 0, 0, 0, 0, 0, 0xc0, 0xff, 0x7f];
const isInfinite = (item: Uint8Array): boolean =>
  item[7] === 0x80 && item.subarray(0, 7).every(byte => byte === 0);

function withoutPadding(bytes: Uint8Array, isBig: boolean): Uint8Array {
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at += 16) {
    const item = bytes.slice(at, at + 16);
    if (isBig) item.reverse();
    const isNaN = (item[9] & 0x7f) === 0x7f && item[8] === 0xff && !isInfinite(item);
    kept.push(...(isNaN ? NOT_A_NUMBER : item.subarray(0, 10)));
  }
  return Uint8Array.from(kept);
}
