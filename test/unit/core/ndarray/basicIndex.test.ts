/** `x[…]` with integers, slices, `...` and new axes: views that NumPy makes too, and what it refuses. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const line = (): np.NDArray => np.arange(10);
const cube = (): np.NDArray => np.arange(24).reshape([2, 3, 4]);

describe('slices of a line', () => {
  for (const index of [
    ':',
    '::',
    '2:',
    ':3',
    '2:7',
    '::2',
    '1::3',
    '::-1',
    '7:2:-2',
    '-3:',
    ':-3',
    '-8:-2:3',
    '20:',
    ':20',
    '5:5',
    '7:2',
    '-20:3',
    '::-3',
    '-1::-1',
    '3::-1',
    ':3:-1',
    '20::-4',
    '0:10:100',
    '...',
  ]) {
    it(`np.arange(10)[${index}] is a view`, () => {
      const x = line();
      const view = x.get(index);
      assert.equal(view.base, x);
      assert.equal(view.flags.OWNDATA, false);
    });
  }
  numpy('np.arange(10)[:]', () => line().get(':'));
  numpy('np.arange(10)[2:]', () => line().get('2:'));
  numpy('np.arange(10)[:3]', () => line().get(':3'));
  numpy('np.arange(10)[2:7]', () => line().get('2:7'));
  numpy('np.arange(10)[::2]', () => line().get('::2'));
  numpy('np.arange(10)[1::3]', () => line().get('1::3'));
  numpy('np.arange(10)[::-1]', () => line().get('::-1'));
  numpy('np.arange(10)[7:2:-2]', () => line().get('7:2:-2'));
  numpy('np.arange(10)[-3:]', () => line().get('-3:'));
  numpy('np.arange(10)[:-3]', () => line().get(':-3'));
  numpy('np.arange(10)[-8:-2:3]', () => line().get('-8:-2:3'));
  numpy('np.arange(10)[20:]', () => line().get('20:'));
  numpy('np.arange(10)[:20]', () => line().get(':20'));
  numpy('np.arange(10)[5:5]', () => line().get('5:5'));
  numpy('np.arange(10)[7:2]', () => line().get('7:2'));
  numpy('np.arange(10)[-20:3]', () => line().get('-20:3'));
  numpy('np.arange(10)[::-3]', () => line().get('::-3'));
  numpy('np.arange(10)[-1::-1]', () => line().get('-1::-1'));
  numpy('np.arange(10)[:3:-1]', () => line().get(':3:-1'));
  numpy('np.arange(10)[20::-4]', () => line().get('20::-4'));
  numpy('np.arange(10)[0:10:100]', () => line().get('0:10:100'));
  numpy('np.arange(10)[slice(2, None, 3)]', () => line().get(np.slice(2, null, 3)));
  numpy('np.arange(10)[slice(4)]', () => line().get(np.slice(4)));
  numpy('np.arange(10)[slice(None, None, -2)]', () => line().get({ step: -2 }));
  numpy('np.arange(10)[::0]', () => line().get('::0'));
});

describe('one item', () => {
  numpy('np.arange(10)[3]', () => line().get(3));
  numpy('np.arange(10)[-1]', () => line().get('-1'));
  numpy('np.arange(24).reshape(2, 3, 4)[1, 2, 3]', () => cube().get('1, 2, 3'));
  numpy('np.arange(24).reshape(2, 3, 4)[-1, -1, -1]', () => cube().get([-1, -1, -1]));
  numpy("np.arange(3, dtype='>i2')[1]", () => np.arange(3, { dtype: '>i2' }).get(1));
  numpy('np.array(5)[()]', () => np.array(5).get([]));
  numpy('np.array(5)[...]', () => np.array(5).get('...'));
  numpy('np.arange(10)[3, ...]', () => line().get('3, ...'));
  numpy('np.arange(10)[..., 3]', () => line().get('..., 3'));
  numpy("np.array(['ab', 'c'])[0]", () => np.array(['ab', 'c']).get(0));
  numpy("np.array([b'ab', b'c'])[1]", () => np.array(['ab', 'c'], { dtype: 'S2' }).get(1));
  numpy('np.arange(10)[np.array(4)]', () => line().get(np.array(4)));
  numpy('np.arange(24).reshape(2, 3, 4)[np.array(1)]', () => cube().get(np.array(1)));

  it('has memory of its own', () => {
    const x = line();
    const item = x.get(3);
    item.set([], 99);
    assert.deepEqual(x.item(3), 3n);
    assert.equal(item.base, null);
  });
});

describe('several axes', () => {
  numpy('np.arange(24).reshape(2, 3, 4)[1]', () => cube().get(1));
  numpy('np.arange(24).reshape(2, 3, 4)[:, 1]', () => cube().get(':, 1'));
  numpy('np.arange(24).reshape(2, 3, 4)[..., 1]', () => cube().get('..., 1'));
  numpy('np.arange(24).reshape(2, 3, 4)[1, ..., 2]', () => cube().get('1, ..., 2'));
  numpy('np.arange(24).reshape(2, 3, 4)[:, ::-1, ::2]', () => cube().get(':, ::-1, ::2'));
  numpy('np.arange(24).reshape(2, 3, 4)[0, :, 1:3]', () => cube().get('0, :, 1:3'));
  numpy('np.arange(24).reshape(2, 3, 4)[:, 3:]', () => cube().get(':, 3:'));
  numpy('np.arange(24).reshape(2, 3, 4)[1, 1, ::-2]', () => cube().get('1, 1, ::-2'));
  numpy('np.arange(24).reshape(2, 3, 4).T[1:, 0]', () => cube().T.get('1:, 0'));
  numpy('np.arange(24).reshape(2, 3, 4)[()]', () => cube().get([]));
  numpy("np.zeros((0, 3), 'i2')[:, 1]", () => np.zeros([0, 3], { dtype: 'i2' }).get(':, 1'));
  numpy('np.asfortranarray(np.arange(6).reshape(2, 3))[:, 1:]', () =>
    np.asfortranarray(np.arange(6).reshape([2, 3])).get(':, 1:'),
  );
});

describe('new axes', () => {
  numpy('np.arange(10)[None]', () => line().get('None'));
  numpy('np.arange(10)[:, None]', () => line().get([np.slice(null), np.newaxis]));
  numpy('np.arange(10)[None, ::2, None]', () => line().get('None, ::2, None'));
  numpy('np.arange(10)[np.newaxis, 3]', () => line().get('np.newaxis, 3'));
  numpy('np.arange(24).reshape(2, 3, 4)[..., None]', () => cube().get('..., None'));
  numpy('np.arange(24).reshape(2, 3, 4)[0, None, :, None, 1]', () => cube().get('0, None, :, None, 1'));
  numpy('np.array(5)[None]', () => np.array(5).get(null));
  numpy('np.array(5)[None, None]', () => np.array(5).get([null, null]));
});

describe('what is refused', () => {
  numpy('np.arange(10)[10]', () => line().get(10));
  numpy('np.arange(10)[-11]', () => line().get(-11));
  numpy('np.arange(24).reshape(2, 3, 4)[2]', () => cube().get(2));
  numpy('np.arange(24).reshape(2, 3, 4)[0, 3]', () => cube().get('0, 3'));
  numpy('np.arange(24).reshape(2, 3, 4)[..., -5]', () => cube().get('..., -5'));
  numpy('np.arange(24).reshape(2, 3, 4)[0, 0, 0, 0]', () => cube().get('0, 0, 0, 0'));
  numpy('np.arange(24).reshape(2, 3, 4)[..., ...]', () => cube().get('..., ...'));
  numpy('np.array(5)[0]', () => np.array(5).get(0));
  numpy('np.arange(10)[1.5]', () => line().get(1.5));
  numpy("np.arange(10)['x']", () => line().get("'x'"));
  numpy('np.zeros((0, 3))[0]', () => np.zeros([0, 3]).get(0));
});

describe('fields', () => {
  const points = (): np.NDArray =>
    np.array(
      [
        [1, 2],
        [3, 4],
      ],
      {
        dtype: [
          ['x', '<f4'],
          ['y', '>i2'],
        ],
      },
    );
  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])['x']", () => points().get('x'));
  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])['y']", () => points().get("'y'"));
  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])[['y']]", () => points().get([['y']]));
  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])[['y', 'x']]", () =>
    points().get([['y', 'x']]),
  );
  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])['z']", () => points().get("'z'"));
  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])[['x', 'z']]", () =>
    points().get([['x', 'z']]),
  );
  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])[['x', 'x']]", () =>
    points().get([['x', 'x']]),
  );
  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])[1]", () => points().get(1));
  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])[::-1]['y']", () =>
    points().get('::-1').get('y'),
  );
  numpy("np.zeros((2, 2), [('m', '<i2', (2, 3))])['m']", () =>
    np.zeros([2, 2], { dtype: [['m', '<i2', [2, 3]]] }).get('m'),
  );
  numpy("np.zeros(2, [('a', [('b', 'u1'), ('c', '<i4')])])['a']['c']", () =>
    np
      .zeros(2, {
        dtype: [
          [
            'a',
            [
              ['b', 'u1'],
              ['c', '<i4'],
            ],
          ],
        ],
      })
      .get('a')
      .get('c'),
  );
});
