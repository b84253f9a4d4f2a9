/** Sums, products, extremes, means, deviations and their kin, along axes: as NumPy has them, to the last bit. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const of = (dtype: np.DTypeLike, ...values: readonly np.NestedItem[]): np.NDArray =>
  np.array(values, { dtype });
const cube = (): np.NDArray => np.arange(24).reshape([2, 3, 4]);
const c = (re: number, im: number): np.Item => ({ re, im });

describe('sum', () => {
  numpy('np.arange(5).sum()', () => np.arange(5).sum());
  numpy('np.sum([])', () => np.sum([]));
  numpy("np.sum(np.array([], 'i4'))", () => np.sum(of('i4')));
  numpy('np.sum([True, True, False])', () => np.sum([true, true, false]));
  numpy("np.sum(np.array([200, 100], 'u1'))", () => np.sum(of('u1', 200, 100)));
  numpy("np.sum(np.array([2**31, 2**31], 'u4'))", () => np.sum(of('u4', 2 ** 31, 2 ** 31)));
  numpy('np.sum([2**63 - 1, 1])', () => np.sum([2n ** 63n - 1n, 1]));
  numpy("np.sum(np.array([2**64 - 1, 1], 'u8'))", () => np.sum(of('u8', 2n ** 64n - 1n, 1)));
  numpy('np.sum([0.1] * 10)', () => np.sum(new Array<number>(10).fill(0.1)));
  numpy("np.sum(np.full(1000, 0.1, 'f4'))", () => np.sum(np.full(1000, 0.1, { dtype: 'f4' })));
  numpy("np.sum(np.full(1000, 0.1, 'f2'))", () => np.sum(np.full(1000, 0.1, { dtype: 'f2' })));
  numpy("np.sum(np.full(300, 0.1, '>f8'))", () => np.sum(np.full(300, 0.1, { dtype: '>f8' })));
  numpy('np.sum(np.arange(20000) * 0.1)', () => np.sum(np.multiply(np.arange(20000), 0.1)));
  numpy('np.sum((np.arange(20000) * 0.1)[::3])', () => np.sum(np.multiply(np.arange(20000), 0.1).get('::3')));
  numpy('np.sum((np.arange(9000) * 0.1).reshape(9, 1000), axis=0)', () =>
    np.sum(np.multiply(np.arange(9000), 0.1).reshape([9, 1000]), { axis: 0 }),
  );
  numpy('np.sum((np.arange(9000) * 0.1).reshape(9, 1000), axis=1)', () =>
    np.sum(np.multiply(np.arange(9000), 0.1).reshape([9, 1000]), { axis: 1 }),
  );
  numpy('np.sum((np.arange(9000) * 0.1).reshape(9, 1000).T, axis=0)', () =>
    np.sum(np.multiply(np.arange(9000), 0.1).reshape([9, 1000]).T, { axis: 0 }),
  );
  numpy('np.sum([-0., -0.])', () => np.sum(of('f8', -0, -0)));
  numpy('np.sum([inf, -inf])', () => np.sum([Infinity, -Infinity]));
  numpy('np.sum([1., nan])', () => np.sum([1, NaN]));
  numpy('np.sum([1 + 2j, 3j])', () => np.sum([c(1, 2), c(0, 3)]));
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=0)', () => cube().sum({ axis: 0 }));
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=1)', () => cube().sum({ axis: 1 }));
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=-1)', () => cube().sum({ axis: -1 }));
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=(0, 2))', () => cube().sum({ axis: [0, 2] }));
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=())', () => cube().sum({ axis: [] }));
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=1, keepdims=True)', () =>
    cube().sum({ axis: 1, keepdims: true }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(keepdims=True)', () => cube().sum({ keepdims: true }));
  numpy('np.arange(24).reshape(2, 3, 4).T.sum(axis=0)', () => cube().T.sum({ axis: 0 }));
  numpy('np.zeros((0, 3)).sum(axis=0)', () => np.zeros([0, 3]).sum({ axis: 0 }));
  numpy('np.zeros((0, 3)).sum(axis=1)', () => np.zeros([0, 3]).sum({ axis: 1 }));
  numpy('np.array(5).sum()', () => np.array(5).sum());
  numpy('np.array(5).sum(axis=0)', () => np.array(5).sum({ axis: 0 }));
  numpy("np.arange(5).sum(dtype='f4')", () => np.arange(5).sum({ dtype: 'f4' }));
  numpy("np.array([200, 100], 'u1').sum(dtype='u1')", () => of('u1', 200, 100).sum({ dtype: 'u1' }));
  numpy("np.sum([1.7, 2.7], dtype='i4')", () => np.sum([1.7, 2.7], { dtype: 'i4' }));
  numpy('x = np.zeros(4); np.arange(24).reshape(2, 3, 4).sum(axis=(0, 1), out=x); x', () => {
    const out = np.zeros(4);
    assert.equal(cube().sum({ axis: [0, 1], out }), out);
    return out;
  });
  numpy("np.sum(np.array([1, 2], 'm8[s]'))", () => BigInt.asIntN(64, np.sum(of('m8[s]', 1, 2)) as bigint));
  numpy('np.broadcast_to(np.arange(3), (4, 3)).sum(axis=0)', () =>
    np.broadcastTo(np.arange(3), [4, 3]).sum({ axis: 0 }),
  );
  numpy('np.arange(5).sum(axis=1)', () => np.arange(5).sum({ axis: 1 }));
  numpy('np.arange(5).sum(axis=-2)', () => np.arange(5).sum({ axis: -2 }));
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=(0, 0))', () => cube().sum({ axis: [0, 0] }));
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=(0, -3))', () => cube().sum({ axis: [0, -3] }));
  numpy('x = np.zeros(3); np.arange(24).reshape(2, 3, 4).sum(axis=(0, 1), out=x)', () =>
    cube().sum({ axis: [0, 1], out: np.zeros(3) }),
  );
  numpy("x = np.zeros(4, 'i1'); np.zeros((2, 4)).sum(axis=0, out=x)", () =>
    np.zeros([2, 4]).sum({ axis: 0, out: np.zeros(4, { dtype: 'i1' }) }),
  );
  numpy("np.sum(np.array(['2020'], 'M8[Y]'))", () => np.sum(of('M8[Y]', '2020')));
  numpy("np.sum(np.array(['a', 'b']))", () => np.sum(['a', 'b']));
});

describe('an output that does not fit', () => {
  const summed = (shape: readonly number[], options: np.ReduceOptions): np.Reduced =>
    cube().sum({ ...options, out: np.zeros(shape) });
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=(0, 1), out=np.zeros((1,)))', () =>
    summed([1], { axis: [0, 1] }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=(0, 1), out=np.zeros(()))', () =>
    summed([], { axis: [0, 1] }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=0, out=np.zeros((4, 3)))', () =>
    summed([4, 3], { axis: 0 }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=0, out=np.zeros((3,)))', () => summed([3], { axis: 0 }));
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=0, out=np.zeros((3, 4, 1)))', () =>
    summed([3, 4, 1], { axis: 0 }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=0, out=np.zeros((3, 4, 1)), keepdims=True)', () =>
    summed([3, 4, 1], { axis: 0, keepdims: true }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=0, out=np.zeros((2, 3, 4)), keepdims=True)', () =>
    summed([2, 3, 4], { axis: 0, keepdims: true }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=1, out=np.zeros((2, 1)))', () =>
    summed([2, 1], { axis: 1 }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=1, out=np.zeros((3, 4)))', () =>
    summed([3, 4], { axis: 1 }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=2, out=np.zeros((2, 5)))', () =>
    summed([2, 5], { axis: 2 }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=(0, 2), out=np.zeros((5,)))', () =>
    summed([5], { axis: [0, 2] }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=1, out=np.zeros((5, 3, 4)), keepdims=True)', () =>
    summed([5, 3, 4], { axis: 1, keepdims: true }),
  );
  numpy('np.arange(24).reshape(2, 3, 4).sum(axis=1, out=np.zeros((2,)), keepdims=True)', () =>
    summed([2], { axis: 1, keepdims: true }),
  );
  numpy('np.arange(6).reshape(2, 3).sum(axis=0, out=np.broadcast_to(np.zeros(1), (3,)))', () =>
    np
      .arange(6)
      .reshape([2, 3])
      .sum({ axis: 0, out: np.broadcastTo(np.zeros(1), [3]) }),
  );
  numpy('np.min(np.zeros((2, 3)), axis=0, out=np.zeros(2))', () =>
    np.min(np.zeros([2, 3]), { axis: 0, out: np.zeros(2) }),
  );
  numpy('np.ptp(np.zeros((2, 3)), axis=0, out=np.zeros(2))', () =>
    np.ptp(np.zeros([2, 3]), { axis: 0, out: np.zeros(2) }),
  );
  numpy('np.var(np.zeros((2, 3)), axis=0, out=np.zeros((3, 1)))', () =>
    np.var(np.zeros([2, 3]), { axis: 0, out: np.zeros([3, 1]) }),
  );
  numpy('x = np.zeros(3); np.std(np.arange(6).reshape(2, 3), axis=0, out=x); x', () =>
    np.std(np.arange(6).reshape([2, 3]), { axis: 0, out: np.zeros(3) }),
  );
  numpy('np.mean(np.zeros((2, 3)), axis=0, out=np.zeros(2))', () =>
    np.mean(np.zeros([2, 3]), { axis: 0, out: np.zeros(2) }),
  );
});

describe('items that are not added up or multiplied', () => {
  numpy("np.sum(np.zeros(2, 'S3'))", () => np.sum(np.zeros(2, { dtype: 'S3' })));
  numpy("np.sum(np.zeros(2, 'U2'))", () => np.sum(np.zeros(2, { dtype: 'U2' })));
  numpy("np.sum(np.zeros(2, 'V3'))", () => np.sum(np.zeros(2, { dtype: 'V3' })));
  numpy("np.sum(np.zeros(2, [('a', 'i4')]))", () => np.sum(np.zeros(2, { dtype: [['a', 'i4']] })));
  numpy("np.sum(np.zeros(2, 'M8[s]'))", () => np.sum(np.zeros(2, { dtype: 'M8[s]' })));
  numpy("np.prod(np.zeros(2, 'S3'))", () => np.prod(np.zeros(2, { dtype: 'S3' })));
  numpy("np.prod(np.zeros(2, 'U2'))", () => np.prod(np.zeros(2, { dtype: 'U2' })));
  numpy("np.prod(np.zeros(2, 'V3'))", () => np.prod(np.zeros(2, { dtype: 'V3' })));
  numpy("np.prod(np.zeros(2, [('a', 'i4')]))", () => np.prod(np.zeros(2, { dtype: [['a', 'i4']] })));
  numpy("np.prod(np.zeros(2, 'M8[s]'))", () => np.prod(np.zeros(2, { dtype: 'M8[s]' })));
  numpy("np.cumsum(np.zeros(2, 'S3'))", () => np.cumsum(np.zeros(2, { dtype: 'S3' })));
  numpy("np.cumsum(np.zeros(2, 'U2'))", () => np.cumsum(np.zeros(2, { dtype: 'U2' })));
  numpy("np.cumsum(np.zeros(2, 'V3'))", () => np.cumsum(np.zeros(2, { dtype: 'V3' })));
  numpy("np.cumsum(np.zeros(2, [('a', 'i4')]))", () => np.cumsum(np.zeros(2, { dtype: [['a', 'i4']] })));
  numpy("np.cumsum(np.zeros(2, 'M8[s]'))", () => np.cumsum(np.zeros(2, { dtype: 'M8[s]' })));
  numpy("np.cumprod(np.zeros(2, 'S3'))", () => np.cumprod(np.zeros(2, { dtype: 'S3' })));
  numpy("np.cumprod(np.zeros(2, 'U2'))", () => np.cumprod(np.zeros(2, { dtype: 'U2' })));
  numpy("np.cumprod(np.zeros(2, 'V3'))", () => np.cumprod(np.zeros(2, { dtype: 'V3' })));
  numpy("np.cumprod(np.zeros(2, [('a', 'i4')]))", () => np.cumprod(np.zeros(2, { dtype: [['a', 'i4']] })));
  numpy("np.cumprod(np.zeros(2, 'M8[s]'))", () => np.cumprod(np.zeros(2, { dtype: 'M8[s]' })));
  numpy("np.mean(np.zeros(2, 'S3'))", () => np.mean(np.zeros(2, { dtype: 'S3' })));
  numpy("np.mean(np.zeros(2, 'U2'))", () => np.mean(np.zeros(2, { dtype: 'U2' })));
  numpy("np.mean(np.zeros(2, 'V3'))", () => np.mean(np.zeros(2, { dtype: 'V3' })));
  numpy("np.mean(np.zeros(2, [('a', 'i4')]))", () => np.mean(np.zeros(2, { dtype: [['a', 'i4']] })));
  numpy("np.mean(np.zeros(2, 'M8[s]'))", () => np.mean(np.zeros(2, { dtype: 'M8[s]' })));
  numpy("np.var(np.zeros(2, 'S3'))", () => np.var(np.zeros(2, { dtype: 'S3' })));
  numpy("np.var(np.zeros(2, 'U2'))", () => np.var(np.zeros(2, { dtype: 'U2' })));
  numpy("np.var(np.zeros(2, 'V3'))", () => np.var(np.zeros(2, { dtype: 'V3' })));
  numpy("np.var(np.zeros(2, [('a', 'i4')]))", () => np.var(np.zeros(2, { dtype: [['a', 'i4']] })));
  numpy("np.var(np.zeros(2, 'M8[s]'))", () => np.var(np.zeros(2, { dtype: 'M8[s]' })));
});

describe('prod', () => {
  numpy('np.prod([1, 2, 3, 4])', () => np.prod([1, 2, 3, 4]));
  numpy('np.prod([])', () => np.prod([]));
  numpy("np.prod(np.array([200, 2], 'u1'))", () => np.prod(of('u1', 200, 2)));
  numpy('np.prod([2**32, 2**32])', () => np.prod([2 ** 32, 2 ** 32]));
  numpy('np.prod([1.5, 2., -1.])', () => np.prod(of('f8', 1.5, 2, -1)));
  numpy('np.prod([True, False])', () => np.prod([true, false]));
  numpy('np.prod([1j, 1j])', () => np.prod([c(0, 1), c(0, 1)]));
  numpy('np.prod(np.arange(1, 7).reshape(2, 3), axis=0)', () =>
    np.prod(np.arange(1, 7).reshape([2, 3]), { axis: 0 }),
  );
  numpy('np.prod(np.arange(1, 7).reshape(2, 3), axis=1, keepdims=True)', () =>
    np.prod(np.arange(1, 7).reshape([2, 3]), { axis: 1, keepdims: true }),
  );
  numpy("np.prod([2, 3], dtype='f2')", () => np.prod([2, 3], { dtype: 'f2' }));
  numpy("np.prod(np.array([1], 'm8[s]'))", () => np.prod(of('m8[s]', 1)));
});

describe('min and max', () => {
  numpy('np.min([3, 1, 2])', () => np.min([3, 1, 2]));
  numpy('np.max([3, 1, 2])', () => np.max([3, 1, 2]));
  numpy('np.max([1., nan, 2.])', () => np.max(of('f8', 1, NaN, 2)));
  numpy('np.min([nan, 1.])', () => np.min(of('f8', NaN, 1)));
  numpy('np.max([0., -0.])', () => np.max(of('f8', 0, -0)));
  numpy('np.max([-0., 0.])', () => np.max(of('f8', -0, 0)));
  numpy('np.min([True, False])', () => np.min([true, false]));
  numpy("np.max(np.array([2**64 - 1, 0], 'u8'))", () => np.max(of('u8', 2n ** 64n - 1n, 0)));
  numpy('np.max([1 + 2j, 1 + 3j])', () => np.max([c(1, 2), c(1, 3)]));
  numpy("np.min(np.array([3, -1], '>i2'))", () => np.min(of('>i2', 3, -1)));
  numpy('np.arange(24).reshape(2, 3, 4).max(axis=1)', () => cube().max({ axis: 1 }));
  numpy('np.arange(24).reshape(2, 3, 4).min(axis=(0, 2), keepdims=True)', () =>
    cube().min({ axis: [0, 2], keepdims: true }),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[..., ::-1].min(axis=0)', () =>
    cube().get('..., ::-1').min({ axis: 0 }),
  );
  numpy('np.zeros((3, 0)).max(axis=0)', () => np.zeros([3, 0]).max({ axis: 0 }));
  numpy('np.max([])', () => np.max([]));
  numpy('np.min(np.zeros((3, 0)), axis=1)', () => np.min(np.zeros([3, 0]), { axis: 1 }));
  numpy('np.ptp([3, 1, 7])', () => np.ptp([3, 1, 7]));
  numpy('np.ptp(np.arange(24).reshape(2, 3, 4), axis=0)', () => np.ptp(cube(), { axis: 0 }));
  numpy("np.ptp(np.array([-128, 127], 'i1'))", () => np.ptp(of('i1', -128, 127)));
  numpy("np.max(np.array(['a', 'c', 'b']))", () => np.max(['a', 'c', 'b']));
  numpy("np.max(np.zeros(2, 'V3'))", () => np.max(np.zeros(2, { dtype: 'V3' })));
});

describe('mean, std and var', () => {
  numpy('np.mean([1, 2, 4])', () => np.mean([1, 2, 4]));
  numpy('np.mean([])', () => np.mean([]));
  numpy('np.mean([True, False, False])', () => np.mean([true, false, false]));
  numpy("np.mean(np.array([0.1, 0.2, 0.4], 'f4'))", () => np.mean(of('f4', 0.1, 0.2, 0.4)));
  numpy("np.mean(np.array([65504, 65504], 'f2'))", () => np.mean(of('f2', 65504, 65504)));
  numpy("np.mean(np.array([0.1, 0.3], 'f2'))", () => np.mean(of('f2', 0.1, 0.3)));
  numpy('np.mean([1 + 2j, 3])', () => np.mean([c(1, 2), 3]));
  numpy('np.arange(24).reshape(2, 3, 4).mean(axis=1)', () => cube().mean({ axis: 1 }));
  numpy('np.arange(24).reshape(2, 3, 4).mean(axis=(0, 2), keepdims=True)', () =>
    cube().mean({ axis: [0, 2], keepdims: true }),
  );
  numpy("np.mean([1, 2], dtype='f4')", () => np.mean([1, 2], { dtype: 'f4' }));
  numpy('np.zeros((0, 3)).mean(axis=0)', () => np.zeros([0, 3]).mean({ axis: 0 }));
  numpy('np.mean([1., inf])', () => np.mean(of('f8', 1, Infinity)));
  numpy('np.mean(np.array([2**63 - 1, 2**63 - 1]))', () => np.mean([2n ** 63n - 1n, 2n ** 63n - 1n]));
  numpy('np.std([1, 2, 4])', () => np.std([1, 2, 4]));
  numpy('np.std([1, 2, 4], ddof=1)', () => np.std([1, 2, 4], { ddof: 1 }));
  numpy('np.std([5])', () => np.std([5]));
  numpy('np.std([5], ddof=1)', () => np.std([5], { ddof: 1 }));
  numpy('np.std([])', () => np.std([]));
  numpy("np.std(np.array([0.1, 0.2, 0.4], 'f4'))", () => np.std(of('f4', 0.1, 0.2, 0.4)));
  numpy("np.std(np.array([0.1, 0.2, 0.4], 'f2'))", () => np.std(of('f2', 0.1, 0.2, 0.4)));
  numpy('np.var([1, 2, 4])', () => np.var([1, 2, 4]));
  numpy('np.var([1., nan])', () => np.var(of('f8', 1, NaN)));
  numpy('np.var([1 + 2j, 3 - 1j])', () => np.var([c(1, 2), c(3, -1)]));
  numpy('np.arange(24).reshape(2, 3, 4).var(axis=0)', () => cube().var({ axis: 0 }));
  numpy('np.arange(24).reshape(2, 3, 4).std(axis=(1, 2), ddof=2)', () =>
    cube().std({ axis: [1, 2], ddof: 2 }),
  );
  numpy('np.std([True, False])', () => np.std([true, false]));
  numpy("np.mean(np.array(['a']))", () => np.mean(['a']));
  numpy("np.std(np.array(['2020'], 'M8[Y]'))", () => np.std(of('M8[Y]', '2020')));
});

describe('all and any', () => {
  numpy('np.all([1, 2, 0])', () => np.all([1, 2, 0]));
  numpy('np.any([0, 0, 3])', () => np.any([0, 0, 3]));
  numpy('np.all([])', () => np.all([]));
  numpy('np.any([])', () => np.any([]));
  numpy('np.all([nan])', () => np.all([NaN]));
  numpy('np.any([-0.])', () => np.any(of('f8', -0)));
  numpy('np.all(np.eye(3), axis=0)', () => np.all(np.eye(3), { axis: 0 }));
  numpy('np.any(np.eye(3), axis=1, keepdims=True)', () => np.any(np.eye(3), { axis: 1, keepdims: true }));
  numpy('np.all(np.zeros((0, 3)), axis=0)', () => np.all(np.zeros([0, 3]), { axis: 0 }));
  numpy("np.any(np.array(['', 'a']))", () => np.any(['', 'a']));
  numpy("np.all(np.array([b'a', b'']))", () => np.all(of('S1', 'a', '')));
  numpy("np.any(np.array([0, 5], 'm8[s]'))", () => np.any(of('m8[s]', 0, 5)));
});

describe('argmin and argmax', () => {
  numpy('np.argmax([3, 9, 1])', () => np.argmax([3, 9, 1]));
  numpy('np.argmin([3, 9, 1, 1])', () => np.argmin([3, 9, 1, 1]));
  numpy('np.argmax([1., nan, 5., nan])', () => np.argmax(of('f8', 1, NaN, 5, NaN)));
  numpy('np.argmin([-0., 0.])', () => np.argmin(of('f8', -0, 0)));
  numpy('np.argmax([False, True, True])', () => np.argmax([false, true, true]));
  numpy('np.argmax(np.arange(24).reshape(2, 3, 4))', () => np.argmax(cube()));
  numpy('np.argmax(np.arange(24).reshape(2, 3, 4), axis=1)', () => np.argmax(cube(), { axis: 1 }));
  numpy('np.argmin(np.arange(24).reshape(2, 3, 4).T, axis=0)', () => np.argmin(cube().T, { axis: 0 }));
  numpy('np.argmax(np.arange(24).reshape(2, 3, 4), axis=-1, keepdims=True)', () =>
    np.argmax(cube(), { axis: -1, keepdims: true }),
  );
  numpy('np.argmax(np.arange(6).reshape(2, 3), keepdims=True)', () =>
    np.argmax(np.arange(6).reshape([2, 3]), { keepdims: true }),
  );
  numpy("np.argmax(np.array(['2020', 'NaT', '2021'], 'M8[Y]'))", () =>
    np.argmax(of('M8[Y]', '2020', 'NaT', '2021')),
  );
  numpy("np.argmax(np.array(['a', 'c', 'b']))", () => np.argmax(['a', 'c', 'b']));
  numpy("np.argmin(np.array([2**64 - 1, 2**63], 'u8'))", () =>
    np.argmin(of('u8', 2n ** 64n - 1n, 2n ** 63n)),
  );
  numpy('np.argmax([1 + 5j, 2])', () => np.argmax([c(1, 5), 2]));
  numpy('np.argmax([])', () => np.argmax([]));
  numpy('np.argmax(np.zeros((0, 3)), axis=0)', () => np.argmax(np.zeros([0, 3]), { axis: 0 }));
  numpy('np.argmax(np.zeros((0, 3)), axis=1)', () => np.argmax(np.zeros([0, 3]), { axis: 1 }));
  numpy('np.argmax([1, 2], axis=1)', () => np.argmax([1, 2], { axis: 1 }));
});

describe('cumsum and cumprod', () => {
  numpy('np.cumsum([1, 2, 3])', () => np.cumsum([1, 2, 3]));
  numpy("np.cumsum(np.array([200, 100], 'u1'))", () => np.cumsum(of('u1', 200, 100)));
  numpy('np.cumsum([0.1, 0.2, 0.3])', () => np.cumsum([0.1, 0.2, 0.3]));
  numpy("np.cumsum(np.full(5, 0.1, 'f4'))", () => np.cumsum(np.full(5, 0.1, { dtype: 'f4' })));
  numpy('np.cumsum([True, False, True])', () => np.cumsum([true, false, true]));
  numpy('np.cumsum(np.arange(24).reshape(2, 3, 4))', () => np.cumsum(cube()));
  numpy('np.cumsum(np.arange(24).reshape(2, 3, 4), axis=1)', () => np.cumsum(cube(), { axis: 1 }));
  numpy('np.cumsum(np.arange(24).reshape(2, 3, 4).T, axis=-1)', () => np.cumsum(cube().T, { axis: -1 }));
  numpy("np.cumsum([1, 2], dtype='f4')", () => np.cumsum([1, 2], { dtype: 'f4' }));
  numpy('np.cumsum([])', () => np.cumsum([]));
  numpy('np.cumsum(np.array(5))', () => np.cumsum(np.array(5)));
  numpy('np.cumsum([1., nan, 2.])', () => np.cumsum(of('f8', 1, NaN, 2)));
  numpy('np.cumprod([1, 2, 3, 4])', () => np.cumprod([1, 2, 3, 4]));
  numpy('np.cumprod(np.arange(1, 7).reshape(2, 3), axis=0)', () =>
    np.cumprod(np.arange(1, 7).reshape([2, 3]), { axis: 0 }),
  );
  numpy('np.cumprod([1.5, -2.])', () => np.cumprod(of('f8', 1.5, -2)));
  numpy('np.cumsum([1, 2], axis=1)', () => np.cumsum([1, 2], { axis: 1 }));
  numpy("np.cumsum(np.array(['a']))", () => np.cumsum(['a']));
});

describe('histogram', () => {
  const both = (values: np.Nested | np.NDArray, options: Parameters<typeof np.histogram>[1]): unknown => {
    const { hist, binEdges } = np.histogram(values, options);
    return [hist, binEdges];
  };
  numpy('np.histogram([1, 2, 1, 4], 3)', () => both([1, 2, 1, 4], { bins: 3 }));
  numpy('np.histogram([1, 2, 1, 4])', () => both([1, 2, 1, 4], {}));
  numpy('np.histogram([1., 2., 2.5], 4, (0, 3))', () =>
    both(of('f8', 1, 2, 2.5), { bins: 4, range: [0, 3] }),
  );
  numpy('np.histogram([5, 5, 5], 2)', () => both([5, 5, 5], { bins: 2 }));
  numpy('np.histogram([], 2)', () => both([], { bins: 2 }));
  numpy('np.histogram([1, 2, 3], [0, 2, 3])', () => both([1, 2, 3], { bins: [0, 2, 3] }));
  numpy('np.histogram([0.1, 0.2, 0.3], 3, (0.1, 0.4))', () =>
    both([0.1, 0.2, 0.3], { bins: 3, range: [0.1, 0.4] }),
  );
  numpy("np.histogram(np.array([1, 2, 200], 'u1'), 4)", () => both(of('u1', 1, 2, 200), { bins: 4 }));
  numpy("np.histogram(np.array([0.1, 0.7], 'f4'), 3)", () => both(of('f4', 0.1, 0.7), { bins: 3 }));
  numpy("np.histogram(np.array([0.1, 0.7], '>f4')[::-1], 3)", () =>
    both(of('>f4', 0.1, 0.7).get('::-1'), { bins: 3 }),
  );
  numpy('np.histogram([1, 2], 0)', () => both([1, 2], { bins: 0 }));
  numpy('np.histogram([1, 2], 3, (5, 1))', () => both([1, 2], { bins: 3, range: [5, 1] }));
  numpy('np.histogram([1., nan], 3)', () => both(of('f8', 1, NaN), { bins: 3 }));
  numpy('np.histogram([1., inf], 3)', () => both(of('f8', 1, Infinity), { bins: 3 }));
  numpy('np.histogram([1, 2], [3, 1])', () => both([1, 2], { bins: [3, 1] }));
});
