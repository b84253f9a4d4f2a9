/** `x[…]` with arrays of integers and booleans: copies, their shapes and the order of their axes, and what is refused. */
import assert from 'node:assert/strict';
import * as np from '../../../../../core/index';
import { claims } from '../../claims';

const numpy = claims(__filename);

const line = (): np.NDArray => np.arange(10);
const cube = (): np.NDArray => np.arange(24).reshape([2, 3, 4]);
const all = np.slice(null);
const none = (): np.NDArray => np.array([], { dtype: 'int64' });

describe('lists of integers', () => {
  numpy('np.arange(10)[[1, 3, 5]]', () => line().get([[1, 3, 5]]));
  numpy('np.arange(10)[np.array([1, 3, 5])]', () => line().get(np.array([1, 3, 5])));
  numpy('np.arange(10)[[-1, 0, -10]]', () => line().get([[-1, 0, -10]]));
  numpy('np.arange(10)[[2, 2, 2]]', () => line().get([[2, 2, 2]]));
  numpy('np.arange(10)[[[1, 2], [3, 4]]]', () =>
    line().get([
      [
        [1, 2],
        [3, 4],
      ],
    ]),
  );
  numpy("np.arange(10)[np.array([], 'i8')]", () => line().get(none()));
  numpy("np.arange(10)[np.array([1, 2], 'u1')]", () => line().get(np.array([1, 2], { dtype: 'u1' })));
  numpy("np.arange(10)[np.array([1, 2], '>i4')]", () => line().get(np.array([1, 2], { dtype: '>i4' })));
  numpy('np.arange(10)[::-1][[1, 3]]', () =>
    line()
      .get('::-1')
      .get([[1, 3]]),
  );
  numpy('np.arange(10)[[1, 3], None]', () => line().get([[1, 3], null]));
  numpy('np.arange(10)[None, [1, 3]]', () => line().get([null, [1, 3]]));
  numpy('np.arange(10)[..., [1, 3]]', () => line().get(['...', [1, 3]]));
  numpy('np.array(5)[[]]', () => np.array(5).get([[]]));
  numpy('np.arange(10)[[True, 2]]', () => line().get([[true, 2]]));
});

describe('integers along several axes', () => {
  numpy('np.arange(24).reshape(2, 3, 4)[[0, 1]]', () => cube().get([[0, 1]]));
  numpy('np.arange(24).reshape(2, 3, 4)[:, [0, 2]]', () => cube().get([all, [0, 2]]));
  numpy('np.arange(24).reshape(2, 3, 4)[..., [0, 2, 3]]', () => cube().get(['...', [0, 2, 3]]));
  numpy('np.arange(24).reshape(2, 3, 4)[[0, 1], [1, 2]]', () =>
    cube().get([
      [0, 1],
      [1, 2],
    ]),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[[0, 1], [1, 2], [3, 0]]', () =>
    cube().get([
      [0, 1],
      [1, 2],
      [3, 0],
    ]),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[[0, 1], :, [3, 0]]', () => cube().get([[0, 1], all, [3, 0]]));
  numpy('np.arange(24).reshape(2, 3, 4)[:, [1, 2], [3, 0]]', () => cube().get([all, [1, 2], [3, 0]]));
  numpy('np.arange(24).reshape(2, 3, 4)[0, :, [3, 0]]', () => cube().get([0, all, [3, 0]]));
  numpy('np.arange(24).reshape(2, 3, 4)[:, 0, [3, 0]]', () => cube().get([all, 0, [3, 0]]));
  numpy('np.arange(24).reshape(2, 3, 4)[[0, 1], 1:, ::2]', () => cube().get([[0, 1], '1:', '::2']));
  numpy('np.arange(24).reshape(2, 3, 4)[[1], [[0], [2]]]', () => cube().get([[1], [[0], [2]]]));
  numpy('np.arange(24).reshape(2, 3, 4)[[[0], [1]], [0, 1, 2]]', () =>
    cube().get([
      [[0], [1]],
      [0, 1, 2],
    ]),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[[0, 1], None, [1, 2]]', () => cube().get([[0, 1], null, [1, 2]]));
  numpy('np.arange(24).reshape(2, 3, 4)[:, None, [1, 2]]', () => cube().get([all, null, [1, 2]]));
  numpy('np.arange(24).reshape(2, 3, 4)[[0, 1], ..., [1, 2]]', () => cube().get([[0, 1], '...', [1, 2]]));
  numpy('np.arange(24).reshape(2, 3, 4).T[[0, 1]]', () => cube().T.get([[0, 1]]));
  numpy('np.arange(24).reshape(2, 3, 4).T[:, [0, 1]]', () => cube().T.get([all, [0, 1]]));
  numpy('np.arange(24).reshape(2, 3, 4)[:, ::-1, [0, 1]]', () => cube().get([all, '::-1', [0, 1]]));
  numpy('np.arange(24).reshape(2, 3, 4)[np.array(1), [0, 1]]', () => cube().get([np.array(1), [0, 1]]));
  numpy("np.zeros((2, 0, 3), 'i2')[[0, 1, 1]]", () => np.zeros([2, 0, 3], { dtype: 'i2' }).get([[0, 1, 1]]));
  numpy("np.zeros((0, 3))[np.array([], 'i8')]", () => np.zeros([0, 3]).get(none()));
});

describe('masks', () => {
  numpy('x = np.arange(10); x[x > 6]', () => {
    const x = line();
    return x.get(np.greater(x, 6));
  });
  numpy('x = np.arange(10); x[x > 60]', () => {
    const x = line();
    return x.get(np.greater(x, 60));
  });
  numpy('x = np.arange(24).reshape(2, 3, 4); x[x % 5 == 0]', () => {
    const x = cube();
    return x.get(np.equal(np.remainder(x, 5), 0));
  });
  numpy('np.arange(24).reshape(2, 3, 4)[[True, False]]', () => cube().get([[true, false]]));
  numpy('np.arange(24).reshape(2, 3, 4)[:, [True, False, True]]', () =>
    cube().get([all, [true, false, true]]),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[[[True, False, True], [False, True, False]]]', () =>
    cube().get([
      [
        [true, false, true],
        [false, true, false],
      ],
    ]),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[[True, True], [1, 2]]', () =>
    cube().get([
      [true, true],
      [1, 2],
    ]),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[[True, False], [1, 2]]', () =>
    cube().get([
      [true, false],
      [1, 2],
    ]),
  );
  numpy('np.arange(10)[True]', () => line().get(true));
  numpy('np.arange(10)[False]', () => line().get(false));
  numpy('np.arange(10)[True, [1, 2]]', () => line().get([true, [1, 2]]));
  numpy('np.array(5)[True]', () => np.array(5).get(true));
  numpy('np.array(5)[np.array(False)]', () => np.array(5).get(np.array(false)));
  numpy('np.arange(10)[np.array(True)]', () => line().get(np.array(true)));
  numpy('np.ones((2, 2))[np.ones((2, 2), bool).T]', () =>
    np.ones([2, 2]).get(np.ones([2, 2], { dtype: '?' }).T),
  );
  numpy("np.arange(4)[np.zeros(4, '?')]", () => np.arange(4).get(np.zeros(4, { dtype: '?' })));
});

describe('what is refused', () => {
  numpy('np.arange(10)[[10]]', () => line().get([[10]]));
  numpy('np.arange(10)[[0, -11]]', () => line().get([[0, -11]]));
  numpy('np.arange(24).reshape(2, 3, 4)[:, [0, 3]]', () => cube().get([all, [0, 3]]));
  numpy('np.arange(24).reshape(2, 3, 4)[[0, 1], [0, 1, 2]]', () =>
    cube().get([
      [0, 1],
      [0, 1, 2],
    ]),
  );
  numpy('np.arange(24).reshape(2, 3, 4)[[[0, 1]], [[0], [1], [2]], [1, 2, 3]]', () =>
    cube().get([[[0, 1]], [[0], [1], [2]], [1, 2, 3]]),
  );
  numpy('np.arange(10)[[1.5]]', () => line().get([[1.5]]));
  numpy('np.arange(10)[np.array([1.0])]', () => line().get(np.array([1], { dtype: 'f8' })));
  numpy('np.arange(10)[[True, False]]', () => line().get([[true, false]]));
  numpy('np.arange(24).reshape(2, 3, 4)[:, [True, False]]', () => cube().get([all, [true, false]]));
  numpy("np.arange(24).reshape(2, 3, 4)[np.ones((2, 4), '?')]", () =>
    cube().get(np.ones([2, 4], { dtype: '?' })),
  );
  numpy('np.arange(10)[[0], [0]]', () => line().get([[0], [0]]));
  numpy('np.arange(10)[[0], 0]', () => line().get([[0], 0]));
  numpy('np.arange(10)[[[0, 1], [2]]]', () => line().get([[[0, 1], [2]]]));
  numpy("np.arange(10)[np.array(['a'])]", () => line().get(np.array(['a'])));
});

describe('what a fancy index gives', () => {
  it('is a copy', () => {
    const x = line();
    const y = x.get([[1, 2]]);
    y.set('...', 0);
    assert.deepEqual(x.tolist(), line().tolist());
    assert.equal(np.sharesMemory(x, y), false);
  });

  numpy("np.array([(1, 2), (3, 4)], [('x', '<f4'), ('y', '>i2')])[[1, 0]]", () =>
    np
      .array(
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
      )
      .get([[1, 0]]),
  );
  numpy("np.array(['a', 'bcd'])[[1, 1, 0]]", () => np.array(['a', 'bcd']).get([[1, 1, 0]]));
  numpy("np.arange(3, dtype='>f4')[[2, 0]]", () => np.arange(3, { dtype: '>f4' }).get([[2, 0]]));
  numpy("np.frombuffer(bytearray(range(9)), '<i2', 4, 1)[[3, 0]]", () =>
    np
      .frombuffer(Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]), { dtype: '<i2', count: 4, offset: 1 })
      .get([[3, 0]]),
  );
});

describe('index arrays that are not in C order', () => {
  const places = (): np.NDArray => np.remainder(np.arange(10).reshape([5, 2]).T, 5);
  const plane = (): np.NDArray => np.arange(10).reshape([5, 2]);
  numpy('np.arange(10)[np.arange(10).reshape(5, 2).T % 5]', () => line().get([places()]));
  numpy('np.arange(10)[np.arange(10).reshape(5, 2).T % 5, None]', () => line().get([places(), null]));
  numpy('np.arange(10)[..., np.zeros((2, 1, 2), int, order="F")]', () =>
    line().get(['...', np.zeros([2, 1, 2], { dtype: 'i8', order: 'F' })]),
  );
  numpy('np.arange(10)[np.zeros((2, 1, 2), int, order="F")]', () =>
    line().get([np.zeros([2, 1, 2], { dtype: 'i8', order: 'F' })]),
  );
  numpy('i = np.arange(10).reshape(5, 2).T % 5; np.arange(10).reshape(5, 2)[i]', () =>
    plane().get([places()]),
  );
  numpy('i = np.arange(10).reshape(5, 2).T % 5; np.arange(10).reshape(5, 2)[i, i % 2]', () =>
    plane().get([places(), np.remainder(places(), 2)]),
  );
  numpy('i = np.arange(10).reshape(5, 2).T % 5; np.arange(10).reshape(5, 2)[i, np.zeros((2, 5), int)]', () =>
    plane().get([places(), np.zeros([2, 5], { dtype: 'i8' })]),
  );
  numpy('i = np.arange(10).reshape(5, 2).T % 5; np.arange(10).reshape(5, 1, 2)[i, :, i % 2]', () =>
    plane()
      .reshape([5, 1, 2])
      .get([places(), ':', np.remainder(places(), 2)]),
  );
  numpy(
    'x = np.arange(5); x[np.array([[0, 1, 1], [1, 0, 0]], order="F")] = np.arange(6).reshape(2, 3); x',
    () => {
      const x = np.arange(5);
      const twice = np.array([[0, 1, 1], [1, 0, 0]], { order: 'F' }); // prettier-ignore
      x.set([twice], np.arange(6).reshape([2, 3]));
      return x;
    },
  );
});

describe('which of several wrong indices is told', () => {
  const wrong = (): np.NDArray => np.array([[0, 20], [30, 40]], { order: 'F' }); // prettier-ignore
  numpy('np.zeros(3)[np.array([[0, 20], [30, 40]], order="F")]', () => np.zeros(3).get([wrong()]));
  numpy('np.zeros((3, 2))[np.array([[0, 20], [30, 40]], order="F")]', () => np.zeros([3, 2]).get([wrong()]));
  numpy('np.zeros((3, 2))[np.array([[0, 20], [30, 40]], order="F")] = 0', () =>
    np.zeros([3, 2]).set([wrong()], 0),
  );
  numpy('np.zeros((3, 3, 2))[np.array([[0, 20], [30, 40]], order="F"), 0]', () =>
    np.zeros([3, 3, 2]).get([wrong(), 0]),
  );
});

describe('numbers as arrays and bigints', () => {
  numpy('np.arange(10)[np.array(2):np.array(8):np.array(3)]', () =>
    line().get([np.slice(np.array(2) as never, np.array(8) as never, np.array(3) as never)]),
  );
  numpy('np.arange(10)[np.array([2]):]', () => line().get([{ start: np.array([2]) as never }]));
  numpy('np.arange(10)[2**64]', () => line().get(2n ** 64n));
  numpy('np.arange(10)[(True,) * 65]', () => line().get(new Array<boolean>(65).fill(true)));
  numpy('np.zeros(np.array([2, 3]))', () => np.zeros(np.array([2, 3]) as never));
  numpy('np.zeros([2, True])', () => np.zeros([2, true as never]));
  numpy('np.arange(6).reshape(np.array(2.), 3)', () => np.arange(6).reshape([np.array(2.5) as never, 3]));
});

describe('x.flat', () => {
  const flat = () => np.arange(9).reshape([3, 3]).flat;
  const after = (index: np.IndexLike): np.NDArray => {
    const x = np.arange(9).reshape([3, 3]);
    x.flat.set(index, 5);
    return x;
  };
  numpy('np.arange(9).reshape(3, 3).flat[False]', () => flat().get(false));
  numpy('np.arange(9).reshape(3, 3).flat[None]', () => flat().get([null]));
  numpy('np.arange(9).reshape(3, 3).flat[1, 2]', () => flat().get('1, 2'));
  numpy('np.arange(9).reshape(3, 3).flat[..., 1]', () => flat().get(['...', 1]));
  numpy('np.arange(9).reshape(3, 3).flat[[True, False]]', () => flat().get([[true, false]]));
  numpy('np.arange(9).reshape(3, 3).flat[np.zeros(4, bool)]', () =>
    flat().get([np.zeros(4, { dtype: '?' })]),
  );
  numpy('np.arange(9).reshape(3, 3).flat[np.zeros((3, 3), bool)]', () =>
    flat().get([np.zeros([3, 3], { dtype: '?' })]),
  );
  numpy('np.arange(9).reshape(3, 3).flat[np.arange(4).flat]', () => flat().get(np.arange(4).flat));
  numpy("np.arange(9).reshape(3, 3).flat[np.array(['a']).flat]", () => flat().get(np.array(['a']).flat));
  numpy('x = np.arange(9).reshape(3, 3); x.flat[True] = 5; x', () => after(true));
  numpy('x = np.arange(9).reshape(3, 3); x.flat[...] = 5; x', () => after('...'));
  numpy('x = np.arange(9).reshape(3, 3); x.flat[()] = 5; x', () => after([]));
  numpy('x = np.arange(9).reshape(3, 3); x.flat[None] = 5; x', () => after(null));
});
