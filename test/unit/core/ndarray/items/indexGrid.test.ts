/** Each kind of index on arrays that lie in each way: shapes, strides and flags of what is selected, and refusals. */
import * as np from '../../../../../core/index';
import { claims } from '../../claims';

const numpy = claims(__filename);

describe('parts of np.arange(20).reshape(4, 5)', () => {
  const x = (): np.NDArray => np.arange(20).reshape([4, 5]);
  numpy('np.arange(20).reshape(4, 5)[1:3]', () => x().get('1:3'));
  numpy('np.arange(20).reshape(4, 5)[::-2]', () => x().get('::-2'));
  numpy('np.arange(20).reshape(4, 5)[:, 1]', () => x().get(':, 1'));
  numpy('np.arange(20).reshape(4, 5)[..., ::-1]', () => x().get('..., ::-1'));
  numpy('np.arange(20).reshape(4, 5)[None, 2]', () => x().get('None, 2'));
  numpy('np.arange(20).reshape(4, 5)[-1, 0]', () => x().get('-1, 0'));
  numpy('np.arange(20).reshape(4, 5)[[0, 3]]', () => x().get([[0, 3]]));
  numpy('np.arange(20).reshape(4, 5)[[[1], [2]]]', () => x().get([[[1], [2]]]));
  numpy('np.arange(20).reshape(4, 5)[:, [1, 0]]', () => x().get([np.slice(null), [1, 0]]));
  numpy('np.arange(20).reshape(4, 5)[[0, 1], [1, 0]]', () =>
    x().get([
      [0, 1],
      [1, 0],
    ]),
  );
  numpy('np.arange(20).reshape(4, 5)[[True, False, True, False]]', () =>
    x().get([[true, false, true, false]]),
  );
  numpy('np.arange(20).reshape(4, 5)[1:, [1]]', () => x().get(['1:', [1]]));
  numpy('np.arange(20).reshape(4, 5)[[3, 0], :1]', () => x().get([[3, 0], ':1']));
  numpy('np.arange(20).reshape(4, 5)[..., None, [1]]', () => x().get(['...', null, [1]]));
  numpy('np.arange(20).reshape(4, 5)[4]', () => x().get(4));
  numpy('np.arange(20).reshape(4, 5)[:, [7]]', () => x().get([np.slice(null), [7]]));
  numpy('np.arange(20).reshape(4, 5)[0, 0, 0]', () => x().get('0, 0, 0'));
  numpy('np.arange(20).reshape(4, 5)[[True, False]]', () => x().get([[true, false]]));
  numpy('np.arange(20).reshape(4, 5)[[0, 1], [0, 1, 1]]', () =>
    x().get([
      [0, 1],
      [0, 1, 1],
    ]),
  );
});

describe('parts of np.arange(20).reshape(5, 4).T', () => {
  const x = (): np.NDArray => np.arange(20).reshape([5, 4]).T;
  numpy('np.arange(20).reshape(5, 4).T[1:3]', () => x().get('1:3'));
  numpy('np.arange(20).reshape(5, 4).T[::-2]', () => x().get('::-2'));
  numpy('np.arange(20).reshape(5, 4).T[:, 1]', () => x().get(':, 1'));
  numpy('np.arange(20).reshape(5, 4).T[..., ::-1]', () => x().get('..., ::-1'));
  numpy('np.arange(20).reshape(5, 4).T[None, 2]', () => x().get('None, 2'));
  numpy('np.arange(20).reshape(5, 4).T[-1, 0]', () => x().get('-1, 0'));
  numpy('np.arange(20).reshape(5, 4).T[[0, 3]]', () => x().get([[0, 3]]));
  numpy('np.arange(20).reshape(5, 4).T[[[1], [2]]]', () => x().get([[[1], [2]]]));
  numpy('np.arange(20).reshape(5, 4).T[:, [1, 0]]', () => x().get([np.slice(null), [1, 0]]));
  numpy('np.arange(20).reshape(5, 4).T[[0, 1], [1, 0]]', () =>
    x().get([
      [0, 1],
      [1, 0],
    ]),
  );
  numpy('np.arange(20).reshape(5, 4).T[[True, False, True, False]]', () =>
    x().get([[true, false, true, false]]),
  );
  numpy('np.arange(20).reshape(5, 4).T[1:, [1]]', () => x().get(['1:', [1]]));
  numpy('np.arange(20).reshape(5, 4).T[[3, 0], :1]', () => x().get([[3, 0], ':1']));
  numpy('np.arange(20).reshape(5, 4).T[..., None, [1]]', () => x().get(['...', null, [1]]));
  numpy('np.arange(20).reshape(5, 4).T[4]', () => x().get(4));
  numpy('np.arange(20).reshape(5, 4).T[:, [7]]', () => x().get([np.slice(null), [7]]));
  numpy('np.arange(20).reshape(5, 4).T[0, 0, 0]', () => x().get('0, 0, 0'));
  numpy('np.arange(20).reshape(5, 4).T[[True, False]]', () => x().get([[true, false]]));
  numpy('np.arange(20).reshape(5, 4).T[[0, 1], [0, 1, 1]]', () =>
    x().get([
      [0, 1],
      [0, 1, 1],
    ]),
  );
});

describe('parts of np.arange(40).reshape(4, 10)[:, ::-2]', () => {
  const x = (): np.NDArray => np.arange(40).reshape([4, 10]).get(':, ::-2');
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][1:3]', () => x().get('1:3'));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][::-2]', () => x().get('::-2'));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][:, 1]', () => x().get(':, 1'));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][..., ::-1]', () => x().get('..., ::-1'));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][None, 2]', () => x().get('None, 2'));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][-1, 0]', () => x().get('-1, 0'));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][[0, 3]]', () => x().get([[0, 3]]));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][[[1], [2]]]', () => x().get([[[1], [2]]]));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][:, [1, 0]]', () => x().get([np.slice(null), [1, 0]]));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][[0, 1], [1, 0]]', () =>
    x().get([
      [0, 1],
      [1, 0],
    ]),
  );
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][[True, False, True, False]]', () =>
    x().get([[true, false, true, false]]),
  );
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][1:, [1]]', () => x().get(['1:', [1]]));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][[3, 0], :1]', () => x().get([[3, 0], ':1']));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][..., None, [1]]', () => x().get(['...', null, [1]]));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][4]', () => x().get(4));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][:, [7]]', () => x().get([np.slice(null), [7]]));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][0, 0, 0]', () => x().get('0, 0, 0'));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][[True, False]]', () => x().get([[true, false]]));
  numpy('np.arange(40).reshape(4, 10)[:, ::-2][[0, 1], [0, 1, 1]]', () =>
    x().get([
      [0, 1],
      [0, 1, 1],
    ]),
  );
});

describe('parts of np.broadcast_to(np.arange(5), (4, 5))', () => {
  const x = (): np.NDArray => np.broadcastTo(np.arange(5), [4, 5]);
  numpy('np.broadcast_to(np.arange(5), (4, 5))[1:3]', () => x().get('1:3'));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[::-2]', () => x().get('::-2'));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[:, 1]', () => x().get(':, 1'));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[..., ::-1]', () => x().get('..., ::-1'));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[None, 2]', () => x().get('None, 2'));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[-1, 0]', () => x().get('-1, 0'));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[[0, 3]]', () => x().get([[0, 3]]));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[[[1], [2]]]', () => x().get([[[1], [2]]]));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[:, [1, 0]]', () => x().get([np.slice(null), [1, 0]]));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[[0, 1], [1, 0]]', () =>
    x().get([
      [0, 1],
      [1, 0],
    ]),
  );
  numpy('np.broadcast_to(np.arange(5), (4, 5))[[True, False, True, False]]', () =>
    x().get([[true, false, true, false]]),
  );
  numpy('np.broadcast_to(np.arange(5), (4, 5))[1:, [1]]', () => x().get(['1:', [1]]));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[[3, 0], :1]', () => x().get([[3, 0], ':1']));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[..., None, [1]]', () => x().get(['...', null, [1]]));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[4]', () => x().get(4));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[:, [7]]', () => x().get([np.slice(null), [7]]));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[0, 0, 0]', () => x().get('0, 0, 0'));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[[True, False]]', () => x().get([[true, false]]));
  numpy('np.broadcast_to(np.arange(5), (4, 5))[[0, 1], [0, 1, 1]]', () =>
    x().get([
      [0, 1],
      [0, 1, 1],
    ]),
  );
});

describe('parts of np.arange(20, dtype=`>i2`).reshape(4, 5)', () => {
  const x = (): np.NDArray => np.arange(20, { dtype: '>i2' }).reshape([4, 5]);
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[1:3]", () => x().get('1:3'));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[::-2]", () => x().get('::-2'));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[:, 1]", () => x().get(':, 1'));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[..., ::-1]", () => x().get('..., ::-1'));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[None, 2]", () => x().get('None, 2'));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[-1, 0]", () => x().get('-1, 0'));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[[0, 3]]", () => x().get([[0, 3]]));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[[[1], [2]]]", () => x().get([[[1], [2]]]));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[:, [1, 0]]", () => x().get([np.slice(null), [1, 0]]));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[[0, 1], [1, 0]]", () =>
    x().get([
      [0, 1],
      [1, 0],
    ]),
  );
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[[True, False, True, False]]", () =>
    x().get([[true, false, true, false]]),
  );
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[1:, [1]]", () => x().get(['1:', [1]]));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[[3, 0], :1]", () => x().get([[3, 0], ':1']));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[..., None, [1]]", () => x().get(['...', null, [1]]));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[4]", () => x().get(4));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[:, [7]]", () => x().get([np.slice(null), [7]]));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[0, 0, 0]", () => x().get('0, 0, 0'));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[[True, False]]", () => x().get([[true, false]]));
  numpy("np.arange(20, dtype='>i2').reshape(4, 5)[[0, 1], [0, 1, 1]]", () =>
    x().get([
      [0, 1],
      [0, 1, 1],
    ]),
  );
});

describe('parts of np.array([[`a`, `bc`]] * 4)', () => {
  const x = (): np.NDArray =>
    np.array([
      ['a', 'bc'],
      ['a', 'bc'],
      ['a', 'bc'],
      ['a', 'bc'],
    ]);
  numpy("np.array([['a', 'bc']] * 4)[1:3]", () => x().get('1:3'));
  numpy("np.array([['a', 'bc']] * 4)[::-2]", () => x().get('::-2'));
  numpy("np.array([['a', 'bc']] * 4)[:, 1]", () => x().get(':, 1'));
  numpy("np.array([['a', 'bc']] * 4)[..., ::-1]", () => x().get('..., ::-1'));
  numpy("np.array([['a', 'bc']] * 4)[None, 2]", () => x().get('None, 2'));
  numpy("np.array([['a', 'bc']] * 4)[-1, 0]", () => x().get('-1, 0'));
  numpy("np.array([['a', 'bc']] * 4)[[0, 3]]", () => x().get([[0, 3]]));
  numpy("np.array([['a', 'bc']] * 4)[[[1], [2]]]", () => x().get([[[1], [2]]]));
  numpy("np.array([['a', 'bc']] * 4)[:, [1, 0]]", () => x().get([np.slice(null), [1, 0]]));
  numpy("np.array([['a', 'bc']] * 4)[[0, 1], [1, 0]]", () =>
    x().get([
      [0, 1],
      [1, 0],
    ]),
  );
  numpy("np.array([['a', 'bc']] * 4)[[True, False, True, False]]", () =>
    x().get([[true, false, true, false]]),
  );
  numpy("np.array([['a', 'bc']] * 4)[1:, [1]]", () => x().get(['1:', [1]]));
  numpy("np.array([['a', 'bc']] * 4)[[3, 0], :1]", () => x().get([[3, 0], ':1']));
  numpy("np.array([['a', 'bc']] * 4)[..., None, [1]]", () => x().get(['...', null, [1]]));
  numpy("np.array([['a', 'bc']] * 4)[4]", () => x().get(4));
  numpy("np.array([['a', 'bc']] * 4)[:, [7]]", () => x().get([np.slice(null), [7]]));
  numpy("np.array([['a', 'bc']] * 4)[0, 0, 0]", () => x().get('0, 0, 0'));
  numpy("np.array([['a', 'bc']] * 4)[[True, False]]", () => x().get([[true, false]]));
  numpy("np.array([['a', 'bc']] * 4)[[0, 1], [0, 1, 1]]", () =>
    x().get([
      [0, 1],
      [0, 1, 1],
    ]),
  );
});

describe('what is stored in np.arange(20).reshape(4, 5)', () => {
  const stored = (index: np.IndexLike): np.NDArray => {
    const x = np.arange(20).reshape([4, 5]);
    x.set(index, np.array([-1, -2]));
    return x;
  };
  numpy('x = np.arange(20).reshape(4, 5); x[1:3, :2] = np.array([-1, -2]); x', () => stored('1:3, :2'));
  numpy('x = np.arange(20).reshape(4, 5); x[0, ::4] = np.array([-1, -2]); x', () => stored('0, ::4'));
  numpy('x = np.arange(20).reshape(4, 5); x[[0, 3], 1] = np.array([-1, -2]); x', () => stored([[0, 3], 1]));
  numpy('x = np.arange(20).reshape(4, 5); x[:2, [4, 0]] = np.array([-1, -2]); x', () =>
    stored([':2', [4, 0]]),
  );
  numpy('x = np.arange(20).reshape(4, 5); x[[0, 0], [1, 1]] = np.array([-1, -2]); x', () =>
    stored([
      [0, 0],
      [1, 1],
    ]),
  );
  numpy('x = np.arange(20).reshape(4, 5); x[2, 2] = np.array([-1, -2]); x', () => stored('2, 2'));
  numpy('x = np.arange(20).reshape(4, 5); x[:, :3] = np.array([-1, -2]); x', () => stored(':, :3'));
  numpy('x = np.arange(20).reshape(4, 5); x[[1, 2, 3], 0] = np.array([-1, -2]); x', () =>
    stored([[1, 2, 3], 0]),
  );
});

describe('what is stored in np.arange(20).reshape(5, 4).T', () => {
  const stored = (index: np.IndexLike): np.NDArray => {
    const x = np.arange(20).reshape([5, 4]).T;
    x.set(index, np.array([-1, -2]));
    return x;
  };
  numpy('x = np.arange(20).reshape(5, 4).T; x[1:3, :2] = np.array([-1, -2]); x', () => stored('1:3, :2'));
  numpy('x = np.arange(20).reshape(5, 4).T; x[0, ::4] = np.array([-1, -2]); x', () => stored('0, ::4'));
  numpy('x = np.arange(20).reshape(5, 4).T; x[[0, 3], 1] = np.array([-1, -2]); x', () => stored([[0, 3], 1]));
  numpy('x = np.arange(20).reshape(5, 4).T; x[:2, [4, 0]] = np.array([-1, -2]); x', () =>
    stored([':2', [4, 0]]),
  );
  numpy('x = np.arange(20).reshape(5, 4).T; x[[0, 0], [1, 1]] = np.array([-1, -2]); x', () =>
    stored([
      [0, 0],
      [1, 1],
    ]),
  );
  numpy('x = np.arange(20).reshape(5, 4).T; x[2, 2] = np.array([-1, -2]); x', () => stored('2, 2'));
  numpy('x = np.arange(20).reshape(5, 4).T; x[:, :3] = np.array([-1, -2]); x', () => stored(':, :3'));
  numpy('x = np.arange(20).reshape(5, 4).T; x[[1, 2, 3], 0] = np.array([-1, -2]); x', () =>
    stored([[1, 2, 3], 0]),
  );
});

describe('what is stored in np.arange(40).reshape(4, 10)[:, ::-2]', () => {
  const stored = (index: np.IndexLike): np.NDArray => {
    const x = np.arange(40).reshape([4, 10]).get(':, ::-2');
    x.set(index, np.array([-1, -2]));
    return x;
  };
  numpy('x = np.arange(40).reshape(4, 10)[:, ::-2]; x[1:3, :2] = np.array([-1, -2]); x', () =>
    stored('1:3, :2'),
  );
  numpy('x = np.arange(40).reshape(4, 10)[:, ::-2]; x[0, ::4] = np.array([-1, -2]); x', () =>
    stored('0, ::4'),
  );
  numpy('x = np.arange(40).reshape(4, 10)[:, ::-2]; x[[0, 3], 1] = np.array([-1, -2]); x', () =>
    stored([[0, 3], 1]),
  );
  numpy('x = np.arange(40).reshape(4, 10)[:, ::-2]; x[:2, [4, 0]] = np.array([-1, -2]); x', () =>
    stored([':2', [4, 0]]),
  );
  numpy('x = np.arange(40).reshape(4, 10)[:, ::-2]; x[[0, 0], [1, 1]] = np.array([-1, -2]); x', () =>
    stored([
      [0, 0],
      [1, 1],
    ]),
  );
  numpy('x = np.arange(40).reshape(4, 10)[:, ::-2]; x[2, 2] = np.array([-1, -2]); x', () => stored('2, 2'));
  numpy('x = np.arange(40).reshape(4, 10)[:, ::-2]; x[:, :3] = np.array([-1, -2]); x', () => stored(':, :3'));
  numpy('x = np.arange(40).reshape(4, 10)[:, ::-2]; x[[1, 2, 3], 0] = np.array([-1, -2]); x', () =>
    stored([[1, 2, 3], 0]),
  );
});

describe('what is stored in np.arange(20, dtype=`>i2`).reshape(4, 5)', () => {
  const stored = (index: np.IndexLike): np.NDArray => {
    const x = np.arange(20, { dtype: '>i2' }).reshape([4, 5]);
    x.set(index, np.array([-1, -2]));
    return x;
  };
  numpy("x = np.arange(20, dtype='>i2').reshape(4, 5); x[1:3, :2] = np.array([-1, -2]); x", () =>
    stored('1:3, :2'),
  );
  numpy("x = np.arange(20, dtype='>i2').reshape(4, 5); x[0, ::4] = np.array([-1, -2]); x", () =>
    stored('0, ::4'),
  );
  numpy("x = np.arange(20, dtype='>i2').reshape(4, 5); x[[0, 3], 1] = np.array([-1, -2]); x", () =>
    stored([[0, 3], 1]),
  );
  numpy("x = np.arange(20, dtype='>i2').reshape(4, 5); x[:2, [4, 0]] = np.array([-1, -2]); x", () =>
    stored([':2', [4, 0]]),
  );
  numpy("x = np.arange(20, dtype='>i2').reshape(4, 5); x[[0, 0], [1, 1]] = np.array([-1, -2]); x", () =>
    stored([
      [0, 0],
      [1, 1],
    ]),
  );
  numpy("x = np.arange(20, dtype='>i2').reshape(4, 5); x[2, 2] = np.array([-1, -2]); x", () =>
    stored('2, 2'),
  );
  numpy("x = np.arange(20, dtype='>i2').reshape(4, 5); x[:, :3] = np.array([-1, -2]); x", () =>
    stored(':, :3'),
  );
  numpy("x = np.arange(20, dtype='>i2').reshape(4, 5); x[[1, 2, 3], 0] = np.array([-1, -2]); x", () =>
    stored([[1, 2, 3], 0]),
  );
});
