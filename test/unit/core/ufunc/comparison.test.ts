/** Comparison, logic, bits, extremes of two, and what is NaN: as NumPy has them. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const of = (dtype: np.DTypeLike, ...values: readonly np.NestedItem[]): np.NDArray =>
  np.array(values, { dtype });
const c = (re: number, im: number): np.Item => ({ re, im });

describe('comparison', () => {
  numpy('np.arange(4) < 2', () => np.less(np.arange(4), 2));
  numpy('np.arange(4) >= 2', () => np.greaterEqual(np.arange(4), 2));
  numpy('np.array([1, 2]) == np.array([1., 3.])', () => np.equal([1, 2], of('f8', 1, 3)));
  numpy('np.array([nan, 1.]) == np.array([nan, 1.])', () => np.equal(of('f8', NaN, 1), of('f8', NaN, 1)));
  numpy('np.array([nan, 1.]) != np.array([nan, 1.])', () => np.notEqual(of('f8', NaN, 1), of('f8', NaN, 1)));
  numpy('np.array([nan, 1.]) <= nan', () => np.lessEqual(of('f8', NaN, 1), NaN));
  numpy('np.array([0.]) == np.array([-0.])', () => np.equal(of('f8', 0), of('f8', -0)));
  numpy("np.array([2**64 - 1], 'u8') == -1", () => np.equal(of('u8', 2n ** 64n - 1n), -1));
  numpy("np.array([255], 'u1') < 256", () => np.less(of('u1', 255), 256));
  numpy("np.array([-128], 'i1') > -1000", () => np.greater(of('i1', -128), -1000));
  numpy("np.array([2**63], 'u8') > np.array([-1])", () => np.greater(of('u8', 2n ** 63n), [-1]));
  numpy("np.array([2**53 + 1], 'u8') == np.array([2**53 + 1])", () =>
    np.equal(of('u8', 2n ** 53n + 1n), [2n ** 53n + 1n]),
  );
  numpy("np.array([2**53 + 1, 2**63, 2**64 - 1], 'u8') == np.array([2**53, -2**63, -1])", () =>
    np.equal(of('u8', 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n), of('i8', 2n ** 53n, -(2n ** 63n), -1)),
  );
  numpy("np.array([2**53, -1, 2**63 - 1]) < np.array([2**53 + 1, 0, 2**63], 'u8')", () =>
    np.less(of('i8', 2n ** 53n, -1, 2n ** 63n - 1n), of('u8', 2n ** 53n + 1n, 0, 2n ** 63n)),
  );
  numpy(
    "np.greater_equal(np.array([1, -1], 'i1'), np.array([1, 2**64 - 1], '>u8'), out=np.zeros(2, 'i4'))",
    () =>
      np.greaterEqual(of('i1', 1, -1), of('>u8', 1, 2n ** 64n - 1n), { out: np.zeros(2, { dtype: 'i4' }) }),
  );
  numpy("np.array(['a', 'b', 'c']) == np.array(['a', 'b'])", () => np.equal(['a', 'b', 'c'], ['a', 'b']));
  numpy("np.less(np.array(['a', 'b']), np.array(['b']), out=np.zeros(3, '?'))", () =>
    np.less(['a', 'b'], ['b'], { out: np.zeros(3, { dtype: '?' }) }),
  );
  numpy('np.array([2**63 - 1]) < 2.**63', () => np.less([2n ** 63n - 1n], 2 ** 63));
  numpy('np.array([True, False]) < np.array([False, True])', () => np.less([true, false], [false, true]));
  numpy('np.array([True, False]) == 1', () => np.equal([true, false], 1));
  numpy('np.array([1 + 2j, 1 + 3j]) < np.array([1 + 3j, 1 + 2j])', () =>
    np.less([c(1, 2), c(1, 3)], [c(1, 3), c(1, 2)]),
  );
  numpy('np.array([1 + 2j]) == 1', () => np.equal([c(1, 2)], 1));
  numpy("np.array(['a', 'b', '']) < np.array(['b', 'b', 'a'])", () =>
    np.less(['a', 'b', ''], ['b', 'b', 'a']),
  );
  numpy("np.array(['a', 'bc']) == 'bc'", () => np.equal(['a', 'bc'], 'bc'));
  numpy("np.array(['a', 'bc']) != np.array(['a', 'bcd'])", () => np.notEqual(['a', 'bc'], ['a', 'bcd']));
  numpy("np.array(['é'], '>U2') >= np.array(['e'])", () => np.greaterEqual(of('>U2', 'é'), ['e']));
  numpy("np.array([b'a', b'\\xff']) > np.array([b'b', b'a'])", () =>
    np.greater(of('S1', Uint8Array.of(97), Uint8Array.of(255)), of('S1', 'b', 'a')),
  );
  numpy("np.array([b'a'], 'S5') == np.array([b'a'], 'S1')", () => np.equal(of('S5', 'a'), of('S1', 'a')));
  numpy("np.array(['a']) < 1", () => np.less(['a'], 1));
  numpy("np.array(['a']) < np.array([b'a'])", () => np.less(['a'], of('S1', 'a')));
  numpy('np.arange(6).reshape(2, 3).T > 2', () => np.greater(np.arange(6).reshape([2, 3]).T, 2));
  numpy('np.arange(3) == np.arange(4)', () => np.equal(np.arange(3), np.arange(4)));
});

describe('logic', () => {
  numpy('np.logical_and([1, 0, 2], [1, 1, 0])', () => np.logicalAnd([1, 0, 2], [1, 1, 0]));
  numpy('np.logical_or([1, 0, 0], [0, 0, 2.5])', () => np.logicalOr([1, 0, 0], [0, 0, 2.5]));
  numpy('np.logical_xor([True, False], [True, True])', () => np.logicalXor([true, false], [true, true]));
  numpy('np.logical_not([0, 1, nan, -0.])', () => np.logicalNot(of('f8', 0, 1, NaN, -0)));
  numpy('np.logical_not(np.array([0j, 1j]))', () => np.logicalNot([c(0, 0), c(0, 1)]));
  numpy("np.logical_and(np.array([256], 'i2'), 1)", () => np.logicalAnd(of('i2', 256), 1));
  numpy("np.logical_and(np.array(['a', '']), True)", () => np.logicalAnd(['a', ''], true));
  numpy("np.logical_not(np.array([0, 5], '>i4'))", () => np.logicalNot(of('>i4', 0, 5)));
  numpy('np.logical_and(np.arange(3), np.arange(4))', () => np.logicalAnd(np.arange(3), np.arange(4)));
});

describe('bits', () => {
  numpy('np.bitwise_and([12, -1], [10, 255])', () => np.bitwiseAnd([12, -1], [10, 255]));
  numpy('np.bitwise_or([12, -4], 3)', () => np.bitwiseOr([12, -4], 3));
  numpy("np.bitwise_xor(np.array([0xff], 'u1'), 0x0f)", () => np.bitwiseXor(of('u1', 0xff), 0x0f));
  numpy('np.bitwise_and([True, True], [True, False])', () => np.bitwiseAnd([true, true], [true, false]));
  numpy('np.bitwise_xor([True, True], [True, False])', () => np.bitwiseXor([true, true], [true, false]));
  numpy("np.bitwise_and(np.array([2**64 - 1], 'u8'), 2**63)", () =>
    np.bitwiseAnd(of('u8', 2n ** 64n - 1n), 2n ** 63n),
  );
  numpy('np.bitwise_or([2**62], [1])', () => np.bitwiseOr([2n ** 62n], [1]));
  numpy('np.invert([0, 5, -1])', () => np.invert([0, 5, -1]));
  numpy("np.invert(np.array([0, 5], 'u1'))", () => np.invert(of('u1', 0, 5)));
  numpy('np.invert([True, False])', () => np.invert([true, false]));
  numpy('np.left_shift([1, 1, -1], [3, 62, 1])', () => np.leftShift([1, 1, -1], [3, 62, 1]));
  numpy("np.left_shift(np.array([1, 1], 'i1'), np.array([7, 8], 'i1'))", () =>
    np.leftShift(of('i1', 1, 1), of('i1', 7, 8)),
  );
  numpy('np.left_shift([1], [64])', () => np.leftShift([1], [64]));
  numpy('np.right_shift([-8, 8], [1, 70])', () => np.rightShift([-8, 8], [1, 70]));
  numpy("np.right_shift(np.array([-1], 'i4'), np.array([40], 'i4'))", () =>
    np.rightShift(of('i4', -1), of('i4', 40)),
  );
  numpy("np.right_shift(np.array([200], 'u1'), 3)", () => np.rightShift(of('u1', 200), 3));
  numpy('np.left_shift([1], [-1])', () => np.leftShift([1], [-1]));
  numpy('np.bitwise_and([1.5], 1)', () => np.bitwiseAnd([1.5], 1));
  numpy('np.invert([1.5])', () => np.invert([1.5]));
  numpy('np.left_shift([True], [True])', () => np.leftShift([true], [true]));
});

describe('the greater and the lesser of two', () => {
  numpy('np.maximum([1, 5], [3, 2])', () => np.maximum([1, 5], [3, 2]));
  numpy('np.minimum([1., nan, 2.], [nan, 1., 3.])', () =>
    np.minimum(of('f8', 1, NaN, 2), of('f8', NaN, 1, 3)),
  );
  numpy('np.fmax([1., nan, nan], [nan, 1., nan])', () =>
    np.fmax(of('f8', 1, NaN, NaN), of('f8', NaN, 1, NaN)),
  );
  numpy('np.fmin([1., nan, 4.], [nan, 1., 3.])', () => np.fmin(of('f8', 1, NaN, 4), of('f8', NaN, 1, 3)));
  numpy("np.maximum(np.array([1, 2], 'i1'), np.array([3, 1], 'u1'))", () =>
    np.maximum(of('i1', 1, 2), of('u1', 3, 1)),
  );
  numpy('np.maximum([True, False], False)', () => np.maximum([true, false], false));
  numpy('np.maximum([1 + 2j], [1 + 3j])', () => np.maximum([c(1, 2)], [c(1, 3)]));
  numpy("np.minimum(np.array([2**63], 'u8'), np.array([2**64 - 1], 'u8'))", () =>
    np.minimum(of('u8', 2n ** 63n), of('u8', 2n ** 64n - 1n)),
  );
  numpy("np.maximum(np.array([nan, 1], 'f2'), np.array([1, 2], 'f2'))", () =>
    np.maximum(of('f2', NaN, 1), of('f2', 1, 2)),
  );
  numpy("np.maximum(np.array(['a']), np.array(['b']))", () => np.maximum(['a'], ['b']));
  numpy('np.clip([1, 5, 9], 2, 7)', () => np.clip([1, 5, 9], 2, 7));
  numpy('np.clip([1, 5, 9], None, 7)', () => np.clip([1, 5, 9], null, 7));
  numpy('np.clip([1, 5, 9], 2, None)', () => np.clip([1, 5, 9], 2, null));
  numpy('np.clip([1., nan, 9.], 2, 7)', () => np.clip(of('f8', 1, NaN, 9), 2, 7));
  numpy('np.clip([1, 5, 9], 7, 2)', () => np.clip([1, 5, 9], 7, 2));
  numpy('np.clip([1, 5], [2, 2], [[3], [9]])', () => np.clip([1, 5], [2, 2], [[3], [9]]));
  numpy("np.clip(np.array([1, 200], 'u1'), 2, 100)", () => np.clip(of('u1', 1, 200), 2, 100));
});

describe('what is NaN, infinite, negative', () => {
  numpy('np.isnan([nan, 1., inf])', () => np.isnan(of('f8', NaN, 1, Infinity)));
  numpy('np.isinf([nan, 1., inf, -inf])', () => np.isinf(of('f8', NaN, 1, Infinity, -Infinity)));
  numpy('np.isfinite([nan, 1., inf])', () => np.isfinite(of('f8', NaN, 1, Infinity)));
  numpy('np.signbit([-0., 0., -1., nan])', () => np.signbit(of('f8', -0, 0, -1, NaN)));
  numpy('np.isnan([1, 2])', () => np.isnan([1, 2]));
  numpy('np.isfinite([True])', () => np.isfinite([true]));
  numpy('np.isnan(np.array([complex(0, nan), 1j]))', () => np.isnan([c(0, NaN), c(0, 1)]));
  numpy('np.isinf(np.array([complex(0, -inf), 1j]))', () => np.isinf([c(0, -Infinity), c(0, 1)]));
  numpy('np.isfinite(np.array([complex(inf, nan), 1j]))', () => np.isfinite([c(Infinity, NaN), c(0, 1)]));
  numpy("np.isnan(np.array([nan, 1], 'f2'))", () => np.isnan(of('f2', NaN, 1)));
  numpy("np.isnan(np.array(['NaT', '2020'], 'M8[Y]'))", () => np.isnan(of('M8[Y]', 'NaT', '2020')));
  numpy("np.isfinite(np.array(['NaT', '2020'], 'M8[Y]'))", () => np.isfinite(of('M8[Y]', 'NaT', '2020')));
  numpy("np.isnan(np.array(['a']))", () => np.isnan(['a']));
  numpy('np.signbit(np.array([1j]))', () => np.signbit([c(0, 1)]));
});

describe('where, nonzero and their kin', () => {
  numpy('np.where([True, False, True], [1, 2, 3], [10, 20, 30])', () =>
    np.where([true, false, true], [1, 2, 3], [10, 20, 30]),
  );
  numpy('np.where([1, 0], 1, 2.5)', () => np.where([1, 0], 1, 2.5));
  numpy('np.where([[True], [False]], [1, 2], 0)', () => np.where([[true], [false]], [1, 2], 0));
  numpy("np.where([True, False], np.array([1], 'i1'), np.array([2], 'u1'))", () =>
    np.where([true, false], of('i1', 1), of('u1', 2)),
  );
  numpy("np.where([True, False], 'a', 'bcd')", () => np.where([true, false], 'a', 'bcd'));
  numpy('np.where(np.array([0., nan, -0.]), 1, 0)', () => np.where(of('f8', 0, NaN, -0), 1, 0));
  numpy('np.where([[1, 0], [0, 1]])', () =>
    np.where([
      [1, 0],
      [0, 1],
    ]),
  );
  numpy('np.where([True, False], [1, 2, 3], 0)', () => np.where([true, false], [1, 2, 3], 0));
  numpy('np.nonzero([0, 3, 0, -1])', () => np.nonzero([0, 3, 0, -1]));
  numpy('np.nonzero(np.eye(3))', () => np.nonzero(np.eye(3)));
  numpy('np.nonzero(np.zeros((2, 0)))', () => np.nonzero(np.zeros([2, 0])));
  numpy("np.nonzero(['', 'a'])", () => np.nonzero(['', 'a']));
  numpy('np.nonzero(np.arange(6).reshape(2, 3).T % 2)', () =>
    np.nonzero(np.remainder(np.arange(6).reshape([2, 3]).T, 2)),
  );
  numpy('np.count_nonzero([0, 1, nan, -0.])', () => BigInt(np.countNonzero(of('f8', 0, 1, NaN, -0))));
  numpy('np.count_nonzero(np.eye(3)[::2])', () => BigInt(np.countNonzero(np.eye(3).get('::2'))));
  numpy('np.count_nonzero([])', () => BigInt(np.countNonzero([])));
});

describe('real and imaginary parts', () => {
  const x = (): np.NDArray => np.array([c(1, 2), c(3, 4)]);
  numpy('np.real(np.array([1 + 2j, 3 + 4j]))', () => np.real(x()));
  numpy('np.imag(np.array([1 + 2j, 3 + 4j]))', () => np.imag(x()));
  numpy('np.array([1 + 2j, 3 + 4j])[::-1].imag', () => np.imag(x().get('::-1')));
  numpy("np.array([1 + 2j], '>c8').real", () => np.real(of('>c8', c(1, 2))));
  numpy('x = np.array([1 + 2j, 3 + 4j]); x.imag[...] = 0; x', () => {
    const y = x();
    np.imag(y).set('...', 0);
    return y;
  });
  numpy('x = np.arange(3); x.real is x', () => {
    const y = np.arange(3);
    return np.real(y) === y;
  });
  numpy('np.arange(3).imag.tolist()', () => np.imag(np.arange(3)).tolist());
});
