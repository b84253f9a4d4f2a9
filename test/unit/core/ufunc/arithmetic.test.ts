/** + − × ÷ and what is made of them: dtypes, overflow, zeros, NaNs, and layouts of results, as NumPy has them. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const of = (dtype: np.DTypeLike, ...values: readonly np.NestedItem[]): np.NDArray =>
  np.array(values, { dtype });
const c = (re: number, im: number): np.Item => ({ re, im });

describe('whole numbers', () => {
  numpy('np.array([1, 2, 3]) + 1', () => np.add([1, 2, 3], 1));
  numpy("np.array([100, 127], 'i1') + np.array([100, 1], 'i1')", () =>
    np.add(of('i1', 100, 127), of('i1', 100, 1)),
  );
  numpy("np.array([0, 5], 'u1') - np.array([1, 6], 'u1')", () => np.subtract(of('u1', 0, 5), of('u1', 1, 6)));
  numpy("np.array([200], 'u1') * np.array([2], 'u1')", () => np.multiply(of('u1', 200), of('u1', 2)));
  numpy("np.array([2**31 - 1], 'i4') + np.array([1], 'i4')", () =>
    np.add(of('i4', 2 ** 31 - 1), of('i4', 1)),
  );
  numpy("np.array([2**16], 'u4') * np.array([2**16 + 1], 'u4')", () =>
    np.multiply(of('u4', 2 ** 16), of('u4', 2 ** 16 + 1)),
  );
  numpy("np.array([65536], 'i4') * np.array([65536], 'i4')", () =>
    np.multiply(of('i4', 65536), of('i4', 65536)),
  );
  numpy("np.array([123456789], 'i4') * np.array([987654321], 'i4')", () =>
    np.multiply(of('i4', 123456789), of('i4', 987654321)),
  );
  numpy('np.array([2**63 - 1]) + 1', () => np.add([2n ** 63n - 1n], 1));
  numpy('np.array([2**62]) * 4', () => np.multiply([2n ** 62n], 4));
  numpy('np.array([-2**63]) - 1', () => np.subtract([-(2n ** 63n)], 1));
  numpy("np.array([0], 'u8') - np.array([1], 'u8')", () => np.subtract(of('u8', 0), of('u8', 1)));
  numpy("np.array([2**64 - 1], 'u8') * np.array([3], 'u8')", () =>
    np.multiply(of('u8', 2n ** 64n - 1n), of('u8', 3)),
  );
  numpy('np.array([7, -7, 7, -7]) // np.array([2, 2, -2, -2])', () =>
    np.floorDivide([7, -7, 7, -7], [2, 2, -2, -2]),
  );
  numpy('np.array([7, -7, 7, -7]) % np.array([2, 2, -2, -2])', () =>
    np.remainder([7, -7, 7, -7], [2, 2, -2, -2]),
  );
  numpy('np.fmod([7, -7, 7, -7], [2, 2, -2, -2])', () => np.fmod([7, -7, 7, -7], [2, 2, -2, -2]));
  numpy("np.array([1, 0, -1], 'i4') // np.array([0, 0, 0], 'i4')", () =>
    np.floorDivide(of('i4', 1, 0, -1), of('i4', 0, 0, 0)),
  );
  numpy("np.array([1, 0], 'i4') % np.array([0, 0], 'i4')", () =>
    np.remainder(of('i4', 1, 0), of('i4', 0, 0)),
  );
  numpy('np.array([1, -1]) // 0', () => np.floorDivide([1, -1], 0));
  numpy("np.array([1], 'u8') % np.array([0], 'u8')", () => np.remainder(of('u8', 1), of('u8', 0)));
  numpy("np.array([-128], 'i1') // np.array([-1], 'i1')", () => np.floorDivide(of('i1', -128), of('i1', -1)));
  numpy('np.array([-2**63]) // -1', () => np.floorDivide([-(2n ** 63n)], -1));
  numpy("np.array([-128], 'i1') % np.array([-1], 'i1')", () => np.remainder(of('i1', -128), of('i1', -1)));
  numpy('np.divmod(np.array([7, -7]), 3)', () => np.divmod([7, -7], 3));
  numpy('np.array([1, 2]) / np.array([3, 0])', () => np.divide([1, 2], [3, 0]));
  numpy("np.array([1], 'i1') / np.array([3], 'i1')", () => np.divide(of('i1', 1), of('i1', 3)));
  numpy("np.array([1], 'i2') / np.array([3], 'i2')", () => np.divide(of('i2', 1), of('i2', 3)));
  numpy('np.array([0]) / 0', () => np.divide([0], 0));
  numpy('np.array([2, 3, -2]) ** 5', () => np.power([2, 3, -2], 5));
  numpy("np.array([2, 3], 'i1') ** np.array([7, 6], 'i1')", () => np.power(of('i1', 2, 3), of('i1', 7, 6)));
  numpy('np.array([3]) ** 40', () => np.power([3], 40));
  numpy("np.array([3], 'u8') ** np.array([41], 'u8')", () => np.power(of('u8', 3), of('u8', 41)));
  numpy('np.array([0, 1, 5]) ** 0', () => np.power([0, 1, 5], 0));
  numpy('np.array([2, 4]) ** 0.5', () => np.power([2, 4], 0.5));
  numpy('np.array([2]) ** -1', () => np.power([2], -1));
  numpy('np.array([2, 3]) ** np.array([1, -1])', () => np.power([2, 3], [1, -1]));
  numpy("-np.array([1, 0, -128], 'i1')", () => np.negative(of('i1', 1, 0, -128)));
  numpy("-np.array([1, 0], 'u1')", () => np.negative(of('u1', 1, 0)));
  numpy("np.abs(np.array([-128, -1, 5], 'i1'))", () => np.abs(of('i1', -128, -1, 5)));
  numpy('np.abs(np.array([-2**63]))', () => np.abs([-(2n ** 63n)]));
  numpy("np.abs(np.array([5], 'u4'))", () => np.abs(of('u4', 5)));
  numpy('np.sign([-5, 0, 5])', () => np.sign([-5, 0, 5]));
  numpy("np.sign(np.array([0, 200], 'u1'))", () => np.sign(of('u1', 0, 200)));
  numpy('np.positive([-5, 0])', () => np.positive([-5, 0]));
  numpy("np.square(np.array([16, -3], 'i1'))", () => np.square(of('i1', 16, -3)));
  numpy('np.reciprocal([1, 2, -1])', () => np.reciprocal([1, 2, -1]));
  numpy("np.reciprocal(np.array([0], 'i4'))", () => np.reciprocal(of('i4', 0)));
  numpy('np.conjugate([1, 2])', () => np.conjugate([1, 2]));
});

describe('booleans', () => {
  numpy('np.array([True, False]) + np.array([True, True])', () => np.add([true, false], [true, true]));
  numpy('np.array([True, False]) * np.array([True, True])', () => np.multiply([true, false], [true, true]));
  numpy('np.array([True, False]) + 1', () => np.add([true, false], 1));
  numpy('np.array([True, False]) / np.array([True, True])', () => np.divide([true, false], [true, true]));
  numpy('np.array([True, False]) // np.array([True, True])', () =>
    np.floorDivide([true, false], [true, true]),
  );
  numpy('np.array([True, True]) ** np.array([True, False])', () => np.power([true, true], [true, false]));
  numpy('np.abs(np.array([True, False]))', () => np.abs([true, false]));
  numpy('np.square(np.array([True, False]))', () => np.square([true, false]));
  numpy('np.array([True]) - np.array([True])', () => np.subtract([true], [true]));
  numpy('-np.array([True])', () => np.negative([true]));
  numpy('+np.array([True])', () => np.positive([true]));
  numpy('np.sign(np.array([True]))', () => np.sign([true]));
});

describe('floats', () => {
  numpy('np.array([0.1]) + 0.2', () => np.add([0.1], 0.2));
  numpy('np.array([1., -1., 0.]) / 0.', () => np.divide([1.5, -1.5, 0], 0));
  numpy('np.array([0., -0.]) * -1', () => np.multiply(of('f8', 0, -0), -1));
  numpy('np.array([0., -0.]) + 0.', () => np.add(of('f8', 0, -0), 0));
  numpy('np.array([inf]) - inf', () => np.subtract([Infinity], Infinity));
  numpy('np.array([7.5, -7.5, 7.5, -7.5]) // np.array([2., 2., -2., -2.])', () =>
    np.floorDivide([7.5, -7.5, 7.5, -7.5], [2, 2, -2, -2]),
  );
  numpy('np.array([7.5, -7.5, 7.5, -7.5]) % np.array([2., 2., -2., -2.])', () =>
    np.remainder([7.5, -7.5, 7.5, -7.5], [2, 2, -2, -2]),
  );
  numpy('np.array([1., -1., 0., inf, nan]) // 0.', () => np.floorDivide([1.5, -1.5, 0, Infinity, NaN], 0));
  numpy('np.array([1., inf, 5.]) % np.array([0., 2., inf])', () =>
    np.remainder([1, Infinity, 5], of('f8', 0, 2, Infinity)),
  );
  numpy('np.array([-5., 0., -0.]) % np.array([inf, 3., 3.])', () =>
    np.remainder(of('f8', -5, 0, -0), of('f8', Infinity, 3, 3)),
  );
  numpy('np.array([1., 0.3, -0.3]) // np.array([0.1, 0.1, 0.1])', () =>
    np.floorDivide(of('f8', 1, 0.3, -0.3), [0.1, 0.1, 0.1]),
  );
  numpy('np.fmod([7.5, -7.5, inf, 5.], [2., -2., 2., inf])', () =>
    np.fmod([7.5, -7.5, Infinity, 5], of('f8', 2, -2, 2, Infinity)),
  );
  numpy("np.array([0.1], 'f4') + np.array([0.2], 'f4')", () => np.add(of('f4', 0.1), of('f4', 0.2)));
  numpy("np.array([0.1], 'f4') + 0.2", () => np.add(of('f4', 0.1), 0.2));
  numpy("np.array([0.1], 'f4') + np.array([0.2])", () => np.add(of('f4', 0.1), [0.2]));
  numpy("np.array([1e38], 'f4') * 10", () => np.multiply(of('f4', 1e38), 10));
  numpy("np.array([2048], 'f2') + np.array([1], 'f2')", () => np.add(of('f2', 2048), of('f2', 1)));
  numpy("np.array([65504], 'f2') * 2", () => np.multiply(of('f2', 65504), 2));
  numpy("np.array([0.1], 'f2') / np.array([3], 'f2')", () => np.divide(of('f2', 0.1), of('f2', 3)));
  numpy("np.array([7.5, -7.5], 'f2') // np.array([2, 2], 'f2')", () =>
    np.floorDivide(of('f2', 7.5, -7.5), of('f2', 2, 2)),
  );
  numpy("np.array([7.5, -7.5], 'f4') % np.array([2, 2], 'f4')", () =>
    np.remainder(of('f4', 7.5, -7.5), of('f4', 2, 2)),
  );
  numpy('np.sqrt([4., 2., -1., 0., -0., inf])', () => np.sqrt(of('f8', 4, 2, -1, 0, -0, Infinity)));
  numpy("np.sqrt(np.array([2, 3], 'f4'))", () => np.sqrt(of('f4', 2, 3)));
  numpy("np.sqrt(np.array([2, 3], 'f2'))", () => np.sqrt(of('f2', 2, 3)));
  numpy("np.sqrt(np.array([4, 9], 'i1'))", () => np.sqrt(of('i1', 4, 9)));
  numpy("np.sqrt(np.array([4, 9], 'i2'))", () => np.sqrt(of('i2', 4, 9)));
  numpy("np.sqrt(np.array([4, 9], 'i4'))", () => np.sqrt(of('i4', 4, 9)));
  numpy('np.abs(np.array([-0., -nan, -inf, -2.5]))', () => np.abs(of('f8', -0, NaN, -Infinity, -2.5)));
  numpy('np.fabs(np.array([-2, 3]))', () => np.fabs([-2, 3]));
  numpy('np.sign(np.array([-0., 0., nan, -inf, 3.]))', () => np.sign(of('f8', -0, 0, NaN, -Infinity, 3)));
  numpy('np.square([-1.5, inf])', () => np.square([-1.5, Infinity]));
  numpy('np.reciprocal([2., 0., -0.])', () => np.reciprocal(of('f8', 2, 0, -0)));
  numpy('np.floor([1.5, -1.5, -0.5, nan, inf])', () => np.floor([1.5, -1.5, -0.5, NaN, Infinity]));
  numpy('np.ceil([1.5, -1.5, -0.5, 0.5])', () => np.ceil([1.5, -1.5, -0.5, 0.5]));
  numpy('np.trunc([1.5, -1.5, -0.5])', () => np.trunc([1.5, -1.5, -0.5]));
  numpy('np.rint([0.5, 1.5, 2.5, -0.5, -1.5, 1e300])', () => np.rint([0.5, 1.5, 2.5, -0.5, -1.5, 1e300]));
  numpy('np.rint([2**52 + 0.5, -0.2, 0.49999999999999994])', () =>
    np.rint([2 ** 52 + 0.5, -0.2, 0.49999999999999994]),
  );
  numpy('np.floor([1, 2])', () => np.floor([1, 2]));
  numpy('np.ceil([True])', () => np.ceil([true]));
  numpy("np.trunc(np.array([1.5], 'f2'))", () => np.trunc(of('f2', 1.5)));
  numpy('np.rint([1, 2])', () => np.rint([1, 2]));
  numpy('np.copysign([1., -2., 0.], [-0., 1., -5.])', () =>
    np.copysign(of('f8', 1, -2, 0), of('f8', -0, 1, -5)),
  );
  numpy('np.copysign([1, 2], -1)', () => np.copysign([1, 2], -1));
  numpy('np.hypot([3., inf, nan], [4., nan, inf])', () =>
    np.hypot(of('f8', 3, Infinity, NaN), of('f8', 4, NaN, Infinity)),
  );
  numpy('np.power([2., 0., -8.], [0.5, -1., 3.])', () => np.power(of('f8', 2, 0, -8), of('f8', 0.5, -1, 3)));
  numpy('np.power([-8., 1., nan, inf], [0.5, nan, 0., 0.])', () =>
    np.power(of('f8', -8, 1, NaN, Infinity), of('f8', 0.5, NaN, 0, 0)),
  );
  numpy('np.degrees([0., np.pi])', () => np.degrees(of('f8', 0, Math.PI)));
  numpy('np.exp([0., -inf, inf, nan])', () => np.exp(of('f8', 0, -Infinity, Infinity, NaN)));
  numpy('np.exp2([0., 3., -1., 1024.])', () => np.exp2(of('f8', 0, 3, -1, 1024)));
  numpy('np.log([1., 0., -1., inf])', () => np.log(of('f8', 1, 0, -1, Infinity)));
  numpy('np.log2([8., 1., 0.])', () => np.log2(of('f8', 8, 1, 0)));
  numpy('np.log10([1000., 1., 0.])', () => np.log10(of('f8', 1000, 1, 0)));
  numpy('np.sin([0., -0., inf])', () => np.sin(of('f8', 0, -0, Infinity)));
  numpy('np.arctan2([0., -0., 0., -0.], [1., 1., -1., -1.])', () =>
    np.arctan2(of('f8', 0, -0, 0, -0), of('f8', 1, 1, -1, -1)),
  );
  numpy('np.arcsin([0., 2.])', () => np.arcsin(of('f8', 0, 2)));
  numpy('np.arctanh([0., 1., -1., 2.])', () => np.arctanh(of('f8', 0, 1, -1, 2)));
  numpy('np.cbrt([27., -8., 0.])', () => np.cbrt(of('f8', 27, -8, 0)));
  numpy('np.expm1([0., -0., -inf])', () => np.expm1(of('f8', 0, -0, -Infinity)));
  numpy('np.log1p([0., -0., -1., -2.])', () => np.log1p(of('f8', 0, -0, -1, -2)));
});

describe('complex numbers', () => {
  numpy('np.array([1 + 2j]) + np.array([3 - 1j])', () => np.add([c(1, 2)], [c(3, -1)]));
  numpy('np.array([1 + 2j]) - 1', () => np.subtract([c(1, 2)], 1));
  numpy('np.array([1 + 2j]) * np.array([3 - 1j])', () => np.multiply([c(1, 2)], [c(3, -1)]));
  numpy('np.array([1 + 2j]) / 2', () => np.divide([c(1, 2)], 2));
  numpy("np.array([1 + 2j], 'c8') + 0.5", () => np.add(of('c8', c(1, 2)), 0.5));
  numpy("np.array([1], 'f4') + 1j", () => np.add(of('f4', 1), c(0, 1)));
  numpy('np.array([1]) + 1j', () => np.add([1], c(0, 1)));
  numpy("np.array([1 + 2j], 'c8') + np.array([1.])", () => np.add(of('c8', c(1, 2)), of('f8', 1)));
  numpy('-np.array([1 + 2j])', () => np.negative([c(1, 2)]));
  numpy('np.conjugate(np.array([1 + 2j, -3j]))', () => np.conjugate([c(1, 2), c(-0, -3)]));
  numpy('np.abs(np.array([3 + 4j, 0j]))', () => np.abs([c(3, 4), c(0, 0)]));
  numpy("np.abs(np.array([3 + 4j], 'c8'))", () => np.abs(of('c8', c(3, 4))));
  numpy('np.square(np.array([1 + 2j]))', () => np.square([c(1, 2)]));
  numpy('np.sign(np.array([3 + 4j, 0j]))', () => np.sign([c(3, 4), c(0, 0)]));
  numpy('np.sqrt(np.array([-4 + 0j, 3 + 4j]))', () => np.sqrt([c(-4, 0), c(3, 4)]));
  numpy('np.array([1 + 2j]) ** 2', () => np.power([c(1, 2)], 2));
  numpy('np.array([1 + 2j]) ** 0', () => np.power([c(1, 2)], 0));
  numpy('np.rint(np.array([1.5 - 2.5j]))', () => np.rint([c(1.5, -2.5)]));
  numpy('np.reciprocal(np.array([2j]))', () => np.reciprocal([c(0, 2)]));
  numpy('np.array([1j]) // 1', () => np.floorDivide([c(0, 1)], 1));
  numpy('np.array([1j]) % 1', () => np.remainder([c(0, 1)], 1));
  numpy('np.floor(np.array([1j]))', () => np.floor([c(0, 1)]));
  numpy('np.hypot(np.array([1j]), 1)', () => np.hypot([c(0, 1)], 1));
  numpy('np.arctan2(np.array([1j]), 1)', () => np.arctan2([c(0, 1)], 1));
  numpy('np.fabs(np.array([1j]))', () => np.fabs([c(0, 1)]));
});

describe('values beside arrays', () => {
  numpy("np.array([1], 'i1') + 1", () => np.add(of('i1', 1), 1));
  numpy("np.array([1], 'i1') + 200", () => np.add(of('i1', 1), 200));
  numpy("np.array([1], 'u1') + -1", () => np.add(of('u1', 1), -1));
  numpy("np.array([1], 'u1') * 2.5", () => np.multiply(of('u1', 1), 2.5));
  numpy("np.array([1], 'f4') * 2.5", () => np.multiply(of('f4', 1), 2.5));
  numpy("np.array([1], 'f2') + 1e5", () => np.add(of('f2', 1), 1e5));
  numpy("np.array([1], 'u8') + 1", () => np.add(of('u8', 1), 1));
  numpy("np.array([1], 'i8') + 2**63", () => np.add(of('i8', 1), 2n ** 63n));
  numpy("np.array([1], 'u8') + np.array([1])", () => np.add(of('u8', 1), [1]));
  numpy("np.array([1], 'u4') + np.array([1], 'i4')", () => np.add(of('u4', 1), of('i4', 1)));
  numpy("np.array([1], 'i8') + np.array([1], 'f4')", () => np.add(of('i8', 1), of('f4', 1)));
  numpy("np.array([1], 'i2') + np.array([1], 'f2')", () => np.add(of('i2', 1), of('f2', 1)));
  numpy("np.array([1], 'i1') + np.array(200)", () => np.add(of('i1', 1), np.array(200)));
  numpy("np.array([1], '>i4') + np.array([1], '>i4')", () => np.add(of('>i4', 1), of('>i4', 1)));
  numpy("np.array([1.5], '>f4') * 2", () => np.multiply(of('>f4', 1.5), 2));
  numpy("np.array([1], 'f4') + True", () => np.add(of('f4', 1), true));
  numpy('np.add(1, 2)', () => np.add(1, 2));
  numpy('np.add(1, 2.5)', () => np.add(1, 2.5));
  numpy('np.add(True, False)', () => np.add(true, false));
  numpy('np.add(2**62, 2**62)', () => np.add(2n ** 62n, 2n ** 62n));
  numpy("np.array(['a']) + 1", () => np.add(['a'], 1));
  numpy("np.array([1]) - np.array(['a'])", () => np.subtract([1], ['a']));
  numpy("np.zeros(1, [('a', 'i4')]) + 1", () => np.add(np.zeros(1, { dtype: [['a', 'i4']] }), 1));
  numpy("np.negative(np.array(['a']))", () => np.negative(['a']));
  numpy("np.sqrt(np.array(['a']))", () => np.sqrt(['a']));
  numpy("np.abs(np.zeros(1, 'V3'))", () => np.abs(np.zeros(1, { dtype: 'V3' })));
});

describe('broadcasting and the layout of results', () => {
  const plane = (): np.NDArray => np.arange(6).reshape([2, 3]);
  numpy('np.arange(3) + np.arange(2)[:, None]', () => np.add(np.arange(3), np.arange(2).get(':, None')));
  numpy('np.arange(6).reshape(2, 3) + np.array([[10], [20]])', () => np.add(plane(), [[10], [20]]));
  numpy('np.arange(6).reshape(2, 3).T + 1', () => np.add(plane().T, 1));
  numpy('np.arange(6).reshape(2, 3).T + np.arange(6).reshape(2, 3).T', () => np.add(plane().T, plane().T));
  numpy('np.arange(6).reshape(2, 3).T + np.arange(6).reshape(3, 2)', () =>
    np.add(plane().T, np.arange(6).reshape([3, 2])),
  );
  numpy('np.arange(24).reshape(2, 3, 4).transpose(1, 2, 0) * 2', () =>
    np.multiply(np.arange(24).reshape([2, 3, 4]).transpose([1, 2, 0]), 2),
  );
  numpy('np.arange(10)[::-2] + 1', () => np.add(np.arange(10).get('::-2'), 1));
  numpy('np.zeros((0, 3)) + np.zeros(3)', () => np.add(np.zeros([0, 3]), np.zeros(3)));
  numpy('np.zeros((3, 0)) + np.zeros((1, 1))', () => np.add(np.zeros([3, 0]), np.zeros([1, 1])));
  numpy('np.array(5) + np.array(6)', () => np.add(np.array(5), np.array(6)));
  numpy('np.array(5) + np.arange(2)', () => np.add(np.array(5), np.arange(2)));
  numpy('np.broadcast_to(np.arange(3), (2, 3)) + 0', () => np.add(np.broadcastTo(np.arange(3), [2, 3]), 0));
  numpy("np.frombuffer(bytearray(range(9)), '<i4', 2, 1) + 0", () =>
    np.add(
      np.frombuffer(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]), { dtype: '<i4', count: 2, offset: 1 }),
      0,
    ),
  );
  numpy('np.arange(3) + np.arange(4)', () => np.add(np.arange(3), np.arange(4)));
  numpy('np.zeros((2, 3)) + np.zeros((3, 2))', () => np.add(np.zeros([2, 3]), np.zeros([3, 2])));
});

describe('results that lie in each other', () => {
  const overlapping = (x: np.NDArray, shape: readonly number[], strides: readonly number[]): np.NDArray =>
    np.asStrided(x, { shape, strides });
  numpy('x = as_strided(np.zeros(1), (5,), (0,)); np.add(x, 1, out=x)', () => {
    const x = overlapping(np.zeros([1]), [5], [0]);
    return np.add(x, 1, { out: x });
  });
  numpy('x = np.zeros(6); v = as_strided(x, (2, 4), (16, 8)); np.add(v, 1, out=v); x', () => {
    const x = np.zeros([6]);
    const v = overlapping(x, [2, 4], [16, 8]);
    np.add(v, 1, { out: v });
    return x;
  });
  numpy("x = np.arange(6, dtype='i4'); v = as_strided(x, (2, 4), (8, 4)); np.negative(v, out=v); x", () => {
    const x = np.arange(6, { dtype: 'i4' });
    const v = overlapping(x, [2, 4], [8, 4]);
    np.negative(v, { out: v });
    return x;
  });
});

describe('texts', () => {
  const words = (dtype: np.DTypeLike, ...values: readonly string[]) => np.array(values, { dtype });
  numpy("np.add(np.array(['a', 'bc']), np.array(['x']))", () =>
    np.add(words('U2', 'a', 'bc'), words('U1', 'x')),
  );
  numpy("np.add(np.array([[b'a'], [b'bc']]), np.array([b'x', b'']))", () =>
    np.add(words('S2', 'a', 'bc').reshape([2, 1]), words('S1', 'x', '')),
  );
  numpy("np.add(np.array(['a', 'bc'], '>U3'), 'q')", () => np.add(words('>U3', 'a', 'bc'), 'q'));
  numpy("np.add(np.array(['ä']), np.array(['b']), out=np.zeros(1, 'U1'))", () =>
    np.add(words('U1', 'ä'), words('U1', 'b'), { out: np.zeros(1, { dtype: 'U1' }) }),
  );
  numpy("np.add(np.array(['a']), np.array(['b']), out=np.zeros(1, 'S5'))", () =>
    np.add(words('U1', 'a'), words('U1', 'b'), { out: np.zeros(1, { dtype: 'S5' }) }),
  );
  numpy("np.add(np.array(['a', 'bc']), np.array([b'x']))", () =>
    np.add(words('U2', 'a', 'bc'), words('S1', 'x')),
  );
  numpy("np.add(np.array(['a', 'bc', 'd']), np.array(['x', 'y']))", () =>
    np.add(words('U2', 'a', 'bc', 'd'), words('U1', 'x', 'y')),
  );
});
