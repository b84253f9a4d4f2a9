/** `out`, `where`, `dtype` and `casting` of universal functions: results, overlap, and what NumPy refuses. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const line = (): np.NDArray => np.arange(10);

/** What lands in a fresh output. */
function into(out: np.NDArray, act: (out: np.NDArray) => np.NDArray): np.NDArray {
  assert.equal(act(out), out);
  return out;
}

describe('out', () => {
  numpy('x = np.zeros(3); np.add([1, 2, 3], 0.5, out=x); x', () =>
    into(np.zeros(3), out => np.add([1, 2, 3], 0.5, { out })),
  );
  numpy("x = np.zeros(3, 'f4'); np.add([1, 2, 3], 0.5, out=x); x", () =>
    into(np.zeros(3, { dtype: 'f4' }), out => np.add([1, 2, 3], 0.5, { out })),
  );
  numpy('x = np.zeros((2, 3)); np.add([1, 2, 3], [[1], [2]], out=x); x', () =>
    into(np.zeros([2, 3]), out => np.add([1, 2, 3], [[1], [2]], { out })),
  );
  numpy('x = np.zeros((2, 3)); np.add(1, [1, 2, 3], out=x); x', () =>
    into(np.zeros([2, 3]), out => np.add(1, [1, 2, 3], { out })),
  );
  numpy("x = np.zeros(6, '>i2')[::-2]; np.multiply([1, 2, 3], 2, out=x, casting='unsafe'); x", () =>
    into(np.zeros(6, { dtype: '>i2' }).get('::-2'), out =>
      np.multiply([1, 2, 3], 2, { out, casting: 'unsafe' }),
    ),
  );
  numpy("x = np.zeros(2, 'c16'); np.add([1, 2], 0.5, out=x); x", () =>
    into(np.zeros(2, { dtype: 'c16' }), out => np.add([1, 2], 0.5, { out })),
  );
  numpy("x = np.zeros(2, '?'); np.less([1, 5], 3, out=x); x", () =>
    into(np.zeros(2, { dtype: '?' }), out => np.less([1, 5], 3, { out })),
  );
  numpy('x = np.zeros(2); np.less([1, 5], 3, out=x); x', () =>
    into(np.zeros(2), out => np.less([1, 5], 3, { out })),
  );
  numpy('x = np.zeros(()); np.add(1, 2, out=x); x', () => into(np.zeros([]), out => np.add(1, 2, { out })));
  numpy('x = np.arange(10); np.add(x[:-1], x[1:], out=x[1:]); x', () => {
    const x = line();
    np.add(x.get(':-1'), x.get('1:'), { out: x.get('1:') });
    return x;
  });
  numpy('x = np.arange(10); np.add(x, x[::-1], out=x); x', () =>
    into(line(), out => np.add(out, out.get('::-1'), { out })),
  );
  numpy('x = np.arange(10); np.negative(x[::-1], out=x); x', () =>
    into(line(), out => np.negative(out.get('::-1'), { out })),
  );
  numpy('x = np.arange(10); np.multiply(x, 3, out=x); x', () =>
    into(line(), out => np.multiply(out, 3, { out })),
  );
  numpy('x = np.arange(9).reshape(3, 3); np.add(x, x.T, out=x); x', () =>
    into(np.arange(9).reshape([3, 3]), out => np.add(out, out.T, { out })),
  );
  numpy("x = np.arange(4, dtype='f4'); np.sqrt(x, out=x); x", () =>
    into(np.arange(4, { dtype: 'f4' }), out => np.sqrt(out, { out })),
  );
  numpy("x = np.zeros(3, 'i4'); np.add([1, 2, 3], 0.5, out=x)", () =>
    np.add([1, 2, 3], 0.5, { out: np.zeros(3, { dtype: 'i4' }) }),
  );
  numpy("x = np.zeros(3, 'u4'); np.add([1, 2, 3], 1, out=x); x", () =>
    into(np.zeros(3, { dtype: 'u4' }), out => np.add([1, 2, 3], 1, { out })),
  );
  numpy('x = np.zeros(2); np.add([1, 2, 3], 1, out=x)', () => np.add([1, 2, 3], 1, { out: np.zeros(2) }));
  numpy('x = np.zeros(3); np.add(np.zeros((2, 3)), 1, out=x)', () =>
    np.add(np.zeros([2, 3]), 1, { out: np.zeros(3) }),
  );
  numpy('x = np.zeros((1, 3)); np.add(np.zeros((2, 3)), 1, out=x)', () =>
    np.add(np.zeros([2, 3]), 1, { out: np.zeros([1, 3]) }),
  );
  numpy('x = np.broadcast_to(np.zeros(3), (2, 3)); np.add(1, 1, out=x)', () =>
    np.add(1, 1, { out: np.broadcastTo(np.zeros(3), [2, 3]) }),
  );
  numpy('np.add(np.zeros(2), np.zeros(3), out=np.broadcast_to(np.zeros(1), (2,)))', () =>
    np.add(np.zeros(2), np.zeros(3), { out: np.broadcastTo(np.zeros(1), [2]) }),
  );
  numpy("x = np.zeros(1, 'S3'); np.add([1], 1, out=x)", () =>
    np.add([1], 1, { out: np.zeros(1, { dtype: 'S3' }) }),
  );
});

describe('where', () => {
  numpy('x = np.zeros(3); np.add([1, 2, 3], 10, out=x, where=[True, False, True]); x', () =>
    into(np.zeros(3), out => np.add([1, 2, 3], 10, { out, where: np.array([true, false, true]) })),
  );
  numpy('x = np.full((2, 2), 7.); np.add(1, 1, out=x, where=[[True], [False]]); x', () =>
    into(np.full([2, 2], 7, { dtype: 'f8' }), out =>
      np.add(1, 1, { out, where: np.array([[true], [false]]) }),
    ),
  );
  numpy('x = np.arange(4.); np.sqrt(x, out=x, where=x > 1); x', () =>
    into(np.arange(4, { dtype: 'f8' }), out => np.sqrt(out, { out, where: np.greater(out, 1) })),
  );
  numpy('x = np.zeros(3); np.add([1, 2, 3], 10, out=x, where=True); x', () =>
    into(np.zeros(3), out => np.add([1, 2, 3], 10, { out, where: true })),
  );
  numpy('x = np.zeros(3); np.add([1, 2, 3], 10, out=x, where=False); x', () =>
    into(np.zeros(3), out => np.add([1, 2, 3], 10, { out, where: false })),
  );
});

describe('dtype and casting', () => {
  numpy("np.add([1, 2], [3, 4], dtype='f4')", () => np.add([1, 2], [3, 4], { dtype: 'f4' }));
  numpy("np.add([1, 2], [3, 4], dtype='i1', casting='unsafe')", () =>
    np.add([1, 2], [3, 4], { dtype: 'i1', casting: 'unsafe' }),
  );
  numpy("np.add([1, 2], [3, 4], dtype='c16')", () => np.add([1, 2], [3, 4], { dtype: 'c16' }));
  numpy("np.multiply([1.5], [2.5], dtype='i4')", () => np.multiply([1.5], [2.5], { dtype: 'i4' }));
  numpy("np.multiply([1.5], [2.5], dtype='i4', casting='unsafe')", () =>
    np.multiply([1.5], [2.5], { dtype: 'i4', casting: 'unsafe' }),
  );
  numpy("np.sqrt([4, 9], dtype='f4')", () => np.sqrt([4, 9], { dtype: 'f4' }));
  numpy("np.sqrt([4, 9], dtype='i4')", () => np.sqrt([4, 9], { dtype: 'i4' }));
  numpy("np.divide([1], [2], dtype='f4')", () => np.divide([1], [2], { dtype: 'f4' }));
  numpy("np.add([1.], [2.], casting='no', out=np.zeros(1, 'f4'))", () =>
    np.add([1.5], [2], { casting: 'no', out: np.zeros(1, { dtype: 'f4' }) }),
  );
  numpy("np.add(np.array([1], 'i4'), np.array([2], 'i4'), dtype='i2', casting='safe')", () =>
    np.add(np.array([1], { dtype: 'i4' }), np.array([2], { dtype: 'i4' }), { dtype: 'i2', casting: 'safe' }),
  );
  numpy("np.bitwise_and([1], [1], dtype='f8')", () => np.bitwiseAnd([1], [1], { dtype: 'f8' }));
});

describe('times', () => {
  const dates = (...values: readonly string[]): np.NDArray => np.array(values, { dtype: 'M8[D]' });
  const spans = (unit: string, ...values: readonly number[]): np.NDArray =>
    np.array(values, { dtype: `m8[${unit}]` });
  numpy("np.array(['2020-02-28'], 'M8[D]') + np.array([1, 2], 'm8[D]')", () =>
    np.add(dates('2020-02-28'), spans('D', 1, 2)),
  );
  numpy("np.array(['2020-02-28'], 'M8[D]') + np.array([36], 'm8[h]')", () =>
    np.add(dates('2020-02-28'), spans('h', 36)),
  );
  numpy("np.array(['2020-02-28'], 'M8[D]') + 1", () => np.add(dates('2020-02-28'), 1));
  numpy("np.array(['2020-03-01', 'NaT'], 'M8[D]') - np.array(['2020-02-28'], 'M8[D]')", () =>
    np.subtract(dates('2020-03-01', 'NaT'), dates('2020-02-28')),
  );
  numpy("np.array(['2020-03-01'], 'M8[D]') - np.array([1], 'm8[D]')", () =>
    np.subtract(dates('2020-03-01'), spans('D', 1)),
  );
  numpy("np.array([5], 'm8[s]') + np.array([1], 'm8[m]')", () => np.add(spans('s', 5), spans('m', 1)));
  numpy("np.array([5], 'm8[s]') * 3", () => np.multiply(spans('s', 5), 3));
  numpy("2.5 * np.array([5], 'm8[s]')", () => np.multiply(2.5, spans('s', 5)));
  numpy("np.array([7, -7], 'm8[s]') / 2", () => np.divide(spans('s', 7, -7), 2));
  numpy("np.array([7, -7], 'm8[s]') / 2.5", () => np.divide(spans('s', 7, -7), 2.5));
  numpy("np.array([7, -7], 'm8[s]') // 2", () => np.floorDivide(spans('s', 7, -7), 2));
  numpy("np.array([7, -7], 'm8[s]') // 2.5", () => np.floorDivide(spans('s', 7, -7), 2.5));
  numpy("np.array([7, -7], 'm8[s]') / np.array([2], 'm8[s]')", () =>
    np.divide(spans('s', 7, -7), spans('s', 2)),
  );
  numpy("np.array([7, -7], 'm8[s]') // np.array([2], 'm8[s]')", () =>
    np.floorDivide(spans('s', 7, -7), spans('s', 2)),
  );
  numpy("np.array([7, -7], 'm8[s]') % np.array([4], 'm8[s]')", () =>
    np.remainder(spans('s', 7, -7), spans('s', 4)),
  );
  numpy("np.array([1, 90], 'm8[m]') % np.array([7], 'm8[s]')", () =>
    np.remainder(spans('m', 1, 90), spans('s', 7)),
  );
  numpy("np.array([7], 'm8[s]') // np.array([0], 'm8[s]')", () =>
    np.floorDivide(spans('s', 7), spans('s', 0)),
  );
  numpy("np.array([7], 'm8[s]') % np.array([0], 'm8[s]')", () => np.remainder(spans('s', 7), spans('s', 0)));
  numpy("np.array([7], 'm8[s]') / 0", () => np.divide(spans('s', 7), 0));
  numpy("-np.array([5, -3], 'm8[s]')", () => np.negative(spans('s', 5, -3)));
  numpy("+np.array([5], 'm8[s]')", () => np.positive(spans('s', 5)));
  numpy("np.abs(np.array([5, -3], 'm8[s]'))", () => np.abs(spans('s', 5, -3)));
  numpy("np.sign(np.array([5, 0, -3], 'm8[s]'))", () => np.sign(spans('s', 5, 0, -3)));
  numpy("np.array(['2020-01-01', 'NaT'], 'M8[D]') < np.array(['2020-01-02'], 'M8[D]')", () =>
    np.less(dates('2020-01-01', 'NaT'), dates('2020-01-02')),
  );
  numpy("np.array(['NaT'], 'M8[D]') == np.array(['NaT'], 'M8[D]')", () =>
    np.equal(dates('NaT'), dates('NaT')),
  );
  numpy("np.array(['NaT'], 'M8[D]') != np.array(['NaT'], 'M8[D]')", () =>
    np.notEqual(dates('NaT'), dates('NaT')),
  );
  numpy("np.array([60], 'm8[s]') == np.array([1], 'm8[m]')", () => np.equal(spans('s', 60), spans('m', 1)));
  numpy("np.maximum(np.array(['2020', 'NaT'], 'M8[Y]'), np.array(['2021'], 'M8[Y]'))", () =>
    np.maximum(np.array(['2020', 'NaT'], { dtype: 'M8[Y]' }), np.array(['2021'], { dtype: 'M8[Y]' })),
  );
  numpy("np.fmin(np.array(['2020', 'NaT'], 'M8[Y]'), np.array(['2021'], 'M8[Y]'))", () =>
    np.fmin(np.array(['2020', 'NaT'], { dtype: 'M8[Y]' }), np.array(['2021'], { dtype: 'M8[Y]' })),
  );
  numpy("np.array(['2020-01-01'], 'M8[D]') + np.array(['2020-01-01'], 'M8[D]')", () =>
    np.add(dates('2020-01-01'), dates('2020-01-01')),
  );
  numpy("np.array([1], 'm8[s]') - np.array(['2020-01-01'], 'M8[D]')", () =>
    np.subtract(spans('s', 1), dates('2020-01-01')),
  );
  numpy("np.array(['2020-01-01'], 'M8[D]') * 2", () => np.multiply(dates('2020-01-01'), 2));
  numpy("np.array([1], 'm8[s]') * np.array([1], 'm8[s]')", () => np.multiply(spans('s', 1), spans('s', 1)));
  numpy("2 / np.array([1], 'm8[s]')", () => np.divide(2, spans('s', 1)));
  numpy("-np.array(['2020-01-01'], 'M8[D]')", () => np.negative(dates('2020-01-01')));
  numpy("np.sqrt(np.array([1], 'm8[s]'))", () => np.sqrt(spans('s', 1)));
  numpy("np.array([1], 'm8[Y]') + np.array([1], 'm8[D]')", () => np.add(spans('Y', 1), spans('D', 1)));
  numpy("np.array(['2020-01-01'], 'M8[D]') < 5", () => np.less(dates('2020-01-01'), 5));
  numpy("np.array(['2020-01-01'], 'M8[D]') < 1.5", () => np.less(dates('2020-01-01'), 1.5));
  numpy("np.equal(np.array(['2020-01-01'], 'M8[D]'), np.array([5]))", () =>
    np.equal(dates('2020-01-01'), [5]),
  );
  numpy("np.array(['2020-01-01'], 'M8[D]') > np.array([5], 'm8[s]')", () =>
    np.greater(dates('2020-01-01'), spans('s', 5)),
  );
  numpy("np.array([5], 'm8[s]') + 1.5", () => np.add(spans('s', 5), 1.5));
  numpy("x = np.zeros(1, 'm8[ms]'); np.add(np.array([1], 'm8[s]'), np.array([1], 'm8[s]'), out=x); x", () =>
    into(np.zeros(1, { dtype: 'm8[ms]' }), out => np.add(spans('s', 1), spans('s', 1), { out })),
  );
  numpy("x = np.zeros(1); np.add(np.array([1], 'm8[s]'), 1, out=x)", () =>
    np.add(spans('s', 1), 1, { out: np.zeros(1) }),
  );
});
