/** Arrays in unusual layouts: unaligned, byte-swapped, with gaps, backwards, repeated. `test/oracle/claims/odd_arrays.py` makes the same in NumPy. */
import * as np from '../../../core/index';
import type { Claim } from './claims';

const unaligned = (): np.NDArray => {
  const items = new Uint8Array(Float64Array.of(1.5, -2, NaN, 4.25, 0.1, -0).buffer);
  return np.frombuffer(Uint8Array.of(120, ...items), { dtype: '<f8', count: 6, offset: 1 }).reshape([2, 3]);
};
const swapped = (): np.NDArray =>
  np.array(
    [
      [3, -1, 70000],
      [5, 5, -8],
    ],
    { dtype: '>i4' },
  );
const column = (): np.NDArray => {
  const x = np.zeros(4, {
    dtype: [
      ['a', 'u1'],
      ['b', '<f4'],
      ['c', '<i2'],
    ],
  });
  x.set('b', [0.1, 2, -3, 4]);
  return x.get('b');
};
const backwards = (): np.NDArray => np.arange(12, { dtype: '<i2' }).reshape([3, 4]).get('::-1, ::-2');
const repeated = (): np.NDArray => np.broadcastTo(np.array([1.5, 2.5, -1], { dtype: '<f4' }), [2, 3]);
const transposed = (): np.NDArray => np.arange(6, { dtype: '<f8' }).reshape([2, 3]).T;
const holes = (): np.NDArray => np.arange(40).reshape([4, 10]).get('1::2, ::3');
const scalar = (): np.NDArray => np.array(7, { dtype: '<i2' });
const empty = (): np.NDArray => np.zeros([0, 3], { dtype: '<f4' });
const bytes8 = (): np.NDArray =>
  np.array(
    [
      [200, 100, 56],
      [1, 2, 255],
    ],
    { dtype: 'u1' },
  );
const halves = (): np.NDArray => np.array([0.1, 2048, 1, 65504], { dtype: '<f2' });
const wide = (): np.NDArray => np.array([2n ** 64n - 1n, 2n ** 63n, 1], { dtype: '<u8' });

/** Each array with what is unusual about it; the key is the name of the function that makes it, in Python too. */
const oddArrays: Readonly<Record<string, readonly [title: string, make: () => np.NDArray]>> = {
  unaligned: ['a float64 array at an odd address', unaligned],
  swapped: ['a big-endian array', swapped],
  column: ['a field of records', column],
  backwards: ['an array with negative strides', backwards],
  repeated: ['an array with strides of 0', repeated],
  transposed: ['an array in Fortran order', transposed],
  holes: ['an array with gaps', holes],
  scalar: ['an array without axes', scalar],
  empty: ['an array without items', empty],
  bytes8: ['a uint8 array', bytes8],
  halves: ['a float16 array', halves],
  wide: ['a uint64 array with values past 2^63', wide],
};

/** An expression with `x` for the array, and its counterpart; `except` names the arrays that it is not claimed of. */
export type OddClaim = readonly [
  python: string,
  ours: (x: np.NDArray) => unknown,
  except?: readonly string[],
];

/** Claims each expression of each array in an unusual layout. */
export function claimOfOddArrays(numpy: Claim, of: string, table: readonly OddClaim[]): void {
  for (const [name, [title, make]] of Object.entries(oddArrays))
    describe(`${of} ${title}`, () => {
      for (const [python, ours, except = []] of table)
        if (!except.includes(name)) numpy(python.replace(/\bx\b/g, `${name}()`), () => ours(make()));
    });
}
