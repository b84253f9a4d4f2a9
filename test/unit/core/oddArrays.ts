/** Arrays that lie oddly: unaligned, swapped, with gaps, backwards, repeated. NumPy makes them in `test/oracle/claims/odd_arrays.py`. */
import * as np from '../../../core/index';

export const unaligned = (): np.NDArray => {
  const items = new Uint8Array(Float64Array.of(1.5, -2, NaN, 4.25, 0.1, -0).buffer);
  return np.frombuffer(Uint8Array.of(120, ...items), { dtype: '<f8', count: 6, offset: 1 }).reshape([2, 3]);
};
export const swapped = (): np.NDArray =>
  np.array(
    [
      [3, -1, 70000],
      [5, 5, -8],
    ],
    { dtype: '>i4' },
  );
export const column = (): np.NDArray => {
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
export const backwards = (): np.NDArray => np.arange(12, { dtype: '<i2' }).reshape([3, 4]).get('::-1, ::-2');
export const repeated = (): np.NDArray => np.broadcastTo(np.array([1.5, 2.5, -1], { dtype: '<f4' }), [2, 3]);
export const transposed = (): np.NDArray => np.arange(6, { dtype: '<f8' }).reshape([2, 3]).T;
export const holes = (): np.NDArray => np.arange(40).reshape([4, 10]).get('1::2, ::3');
export const scalar = (): np.NDArray => np.array(7, { dtype: '<i2' });
export const empty = (): np.NDArray => np.zeros([0, 3], { dtype: '<f4' });
export const bytes8 = (): np.NDArray =>
  np.array(
    [
      [200, 100, 56],
      [1, 2, 255],
    ],
    { dtype: 'u1' },
  );
export const halves = (): np.NDArray => np.array([0.1, 2048, 1, 65504], { dtype: '<f2' });
export const wide = (): np.NDArray => np.array([2n ** 64n - 1n, 2n ** 63n, 1], { dtype: '<u8' });
