/** `x[…] = value`: broadcasting, casts, overlap, fields, and what NumPy refuses. */
import * as np from '../../../../../core/index';
import { claims } from '../../claims';

const numpy = claims(__filename);

/** The array after something was done to it. */
function after(x: np.NDArray, act: (x: np.NDArray) => void): np.NDArray {
  act(x);
  return x;
}

/** What was stored in a fresh array of this shape and dtype. */
const stored = (
  shape: np.ShapeLike,
  dtype: np.DTypeLike,
  index: np.IndexLike,
  value: np.NDArray | np.Nested,
): np.NDArray => after(np.zeros(shape, { dtype }), x => x.set(index, value));

const line = (): np.NDArray => np.arange(10);
const all = np.slice(null);

describe('values that are stored', () => {
  numpy('x = np.arange(10); x[3] = 99; x', () => after(line(), x => x.set(3, 99)));
  numpy('x = np.arange(10); x[-1] = 2.9; x', () => after(line(), x => x.set(-1, 2.9)));
  numpy('x = np.arange(10); x[::3] = -1; x', () => after(line(), x => x.set('::3', -1)));
  numpy('x = np.arange(10); x[::-3] = [1, 2, 3, 4]; x', () =>
    after(line(), x => x.set('::-3', [1, 2, 3, 4])),
  );
  numpy('x = np.arange(10); x[5:5] = 7; x', () => after(line(), x => x.set('5:5', 7)));
  numpy('x = np.arange(10); x[5:5] = []; x', () => after(line(), x => x.set('5:5', [])));
  numpy('x = np.arange(10); x[2:4] = [[8, 9]]; x', () => after(line(), x => x.set('2:4', [[8, 9]])));
  numpy('x = np.zeros((2, 3)); x[...] = [1, 2, 3]; x', () => stored([2, 3], 'f8', '...', [1, 2, 3]));
  numpy('x = np.zeros((2, 3)); x[...] = [[1], [2]]; x', () => stored([2, 3], 'f8', '...', [[1], [2]]));
  numpy('x = np.zeros((2, 3)); x[1] = [1, 2, 3]; x', () => stored([2, 3], 'f8', 1, [1, 2, 3]));
  numpy('x = np.zeros((2, 3)); x[:, 1] = [8, 9]; x', () => stored([2, 3], 'f8', ':, 1', [8, 9]));
  numpy('x = np.zeros(()); x[()] = 5; x', () => stored([], 'f8', [], 5));
  numpy('x = np.zeros(()); x[...] = [[5]]; x', () => stored([], 'f8', '...', [[5]]));
  numpy("x = np.zeros(3, 'i1'); x[...] = np.array([1, 200, -129]); x", () =>
    stored(3, 'i1', '...', np.array([1, 200, -129])),
  );
  numpy("x = np.zeros(3, 'u2'); x[...] = np.array([-1, 70000, 3.7]); x", () =>
    stored(3, 'u2', '...', np.array([-1, 70000, 3.7])),
  );
  numpy("x = np.zeros(2, '?'); x[...] = [0.5, 0]; x", () => stored(2, '?', '...', [0.5, 0]));
  numpy("x = np.zeros(2, 'c8'); x[...] = [1, 2j]; x", () => stored(2, 'c8', '...', [1, { re: 0, im: 2 }]));
  numpy("x = np.zeros(2, 'f4'); x[0] = 1e300; x", () => stored(2, 'f4', 0, 1e300));
  numpy("x = np.zeros(2, 'f4'); x[0] = '1.5'; x", () => stored(2, 'f4', 0, '1.5'));
  numpy("x = np.zeros(2, 'i4'); x[...] = '12'; x", () => stored(2, 'i4', '...', '12'));
  numpy("x = np.zeros(2, 'S3'); x[...] = 'abcd'; x", () => stored(2, 'S3', '...', 'abcd'));
  numpy("x = np.zeros(2, 'U3'); x[0] = 12345; x", () => stored(2, 'U3', 0, 12345));
  numpy("x = np.zeros(2, 'U9'); x[...] = [1.5, True]; x", () => stored(2, 'U9', '...', [1.5, true]));
  numpy("x = np.zeros(2, 'U9'); x[...] = np.array([1.5, 2.0]); x", () =>
    stored(2, 'U9', '...', np.array([1.5, 2.5 - 0.5])),
  );
  numpy("x = np.zeros(2, 'M8[D]'); x[1] = '2020-02-29'; x", () => stored(2, 'M8[D]', 1, '2020-02-29'));
  numpy("x = np.zeros(2, 'm8[s]'); x[...] = 5; x", () => stored(2, 'm8[s]', '...', 5));
  numpy("x = np.zeros(2, '>i4'); x[...] = [1, -2]; x", () => stored(2, '>i4', '...', [1, -2]));
  numpy("x = np.zeros(2, 'V3'); x[0] = b'ab'; x", () => stored(2, 'V3', 0, Uint8Array.from([0x61, 0x62])));
});

describe('values for fancy indices', () => {
  numpy('x = np.arange(10); x[[1, 3]] = [8, 9]; x', () => after(line(), x => x.set([[1, 3]], [8, 9])));
  numpy('x = np.arange(10); x[[1, 1, 1]] = [7, 8, 9]; x', () =>
    after(line(), x => x.set([[1, 1, 1]], [7, 8, 9])),
  );
  numpy('x = np.arange(10); x[[1, 3]] = 0; x', () => after(line(), x => x.set([[1, 3]], 0)));
  numpy('x = np.arange(10); x[x > 6] = -1; x', () => after(line(), x => x.set(np.greater(x, 6), -1)));
  numpy('x = np.arange(10); x[x > 6] = [1, 2, 3]; x', () =>
    after(line(), x => x.set(np.greater(x, 6), [1, 2, 3])),
  );
  numpy("x = np.arange(10); x[np.array([], 'i8')] = 5; x", () =>
    after(line(), x => x.set(np.array([], { dtype: 'i8' }), 5)),
  );
  numpy('x = np.zeros((2, 3)); x[[0, 1], [2, 0]] = [5, 6]; x', () =>
    stored(
      [2, 3],
      'f8',
      [
        [0, 1],
        [2, 0],
      ],
      [5, 6],
    ),
  );
  numpy('x = np.zeros((2, 3)); x[:, [2, 0]] = [[5, 6]]; x', () =>
    stored([2, 3], 'f8', [all, [2, 0]], [[5, 6]]),
  );
  numpy('x = np.zeros((2, 3)); x[:, [2, 0]] = [[5], [6]]; x', () =>
    stored([2, 3], 'f8', [all, [2, 0]], [[5], [6]]),
  );
  numpy('x = np.zeros((2, 3)); x[[True, False]] = [1, 2, 3]; x', () =>
    stored([2, 3], 'f8', [[true, false]], [1, 2, 3]),
  );
  numpy('x = np.zeros((2, 2, 2)); x[[0, 1], :, [1, 0]] = [[1, 2], [3, 4]]; x', () =>
    stored(
      [2, 2, 2],
      'f8',
      [[0, 1], all, [1, 0]],
      [
        [1, 2],
        [3, 4],
      ],
    ),
  );
  numpy('x = np.arange(10); x[True] = 3; x', () => after(line(), x => x.set(true, 3)));
  numpy('x = np.arange(10); x[False] = 3; x', () => after(line(), x => x.set(false, 3)));
  numpy('x = np.arange(10)[::2]; x[[0, -1]] = 99; x', () =>
    after(line().get('::2'), x => x.set([[0, -1]], 99)),
  );
  numpy('x = np.zeros((3, 2)).T; x[[0, 1]] = [1, 2, 3]; x', () =>
    after(np.zeros([3, 2]).T, x => x.set([[0, 1]], [1, 2, 3])),
  );
});

describe('values that share bytes with their target', () => {
  numpy('x = np.arange(10); x[1:] = x[:-1]; x', () => after(line(), x => x.set('1:', x.get(':-1'))));
  numpy('x = np.arange(10); x[:-1] = x[1:]; x', () => after(line(), x => x.set(':-1', x.get('1:'))));
  numpy('x = np.arange(10); x[...] = x[::-1]; x', () => after(line(), x => x.set('...', x.get('::-1'))));
  numpy('x = np.arange(10); x[::2] = x[:5]; x', () => after(line(), x => x.set('::2', x.get(':5'))));
  numpy('x = np.arange(10); x[:5] = x[::2]; x', () => after(line(), x => x.set(':5', x.get('::2'))));
  numpy('x = np.arange(10); x[1::2] = x[:5]; x', () => after(line(), x => x.set('1::2', x.get(':5'))));
  numpy('x = np.arange(10); x[-1:4:-1] = x[6:1:-1]; x', () =>
    after(line(), x => x.set('-1:4:-1', x.get('6:1:-1'))),
  );
  numpy('x = np.arange(10); x[6:1:-1] = x[-1:4:-1]; x', () =>
    after(line(), x => x.set('6:1:-1', x.get('-1:4:-1'))),
  );
  numpy('x = np.arange(10); x[::3] = x[1:5]; x', () => after(line(), x => x.set('::3', x.get('1:5'))));
  numpy('x = np.arange(10); x[1:5] = x[::3]; x', () => after(line(), x => x.set('1:5', x.get('::3'))));
  numpy("x = np.arange(9, dtype='u1'); y = x[1:].view('<i4'); y[...] = x[:8].view('<i4'); x", () =>
    after(np.arange(9, { dtype: 'u1' }), x => x.get('1:').view('<i4').set('...', x.get(':8').view('<i4'))),
  );
  numpy("x = np.arange(6, dtype='>i4'); x[1:] = x.view('<i4')[:-1]; x", () =>
    after(np.arange(6, { dtype: '>i4' }), x => x.set('1:', x.view('<i4').get(':-1'))),
  );
  numpy('x = np.arange(9).reshape(3, 3); x[...] = x.T; x', () =>
    after(np.arange(9).reshape([3, 3]), x => x.set('...', x.T)),
  );
  numpy('x = np.arange(9).reshape(3, 3); x[1:, 1:] = x[:-1, :-1]; x', () =>
    after(np.arange(9).reshape([3, 3]), x => x.set('1:, 1:', x.get(':-1, :-1'))),
  );
  numpy('x = np.arange(9).reshape(3, 3); x[...] = x[0]; x', () =>
    after(np.arange(9).reshape([3, 3]), x => x.set('...', x.get(0))),
  );
  numpy('x = np.arange(9).reshape(3, 3); x[...] = x[:, 1:2]; x', () =>
    after(np.arange(9).reshape([3, 3]), x => x.set('...', x.get(':, 1:2'))),
  );
  numpy('x = np.arange(10); x[[0, 1, 2]] = x[1:4]; x', () =>
    after(line(), x => x.set([[0, 1, 2]], x.get('1:4'))),
  );
  numpy('x = np.arange(5); x[[True, False, True, True, False]] = x[:3]; x', () =>
    after(np.arange(5), x => x.set([[true, false, true, true, false]], x.get(':3'))),
  );
  numpy('x = np.arange(10); x[x] = x[::-1]; x', () => after(line(), x => x.set([x], x.get('::-1'))));
  numpy("x = np.arange(8, dtype='i2'); x.view('i4')[...] = x[:4]; x", () =>
    after(np.arange(8, { dtype: 'i2' }), x => x.view('i4').set('...', x.get(':4'))),
  );
  numpy("x = np.arange(8, dtype='i2'); x[1:5] = x.view('i4'); x", () =>
    after(np.arange(8, { dtype: 'i2' }), x => x.set('1:5', x.view('i4'))),
  );
  numpy("x = np.arange(6, dtype='>i4'); x[...] = x.view('<i4')[::-1]; x", () =>
    after(np.arange(6, { dtype: '>i4' }), x => x.set('...', x.view('<i4').get('::-1'))),
  );
});

describe('what is refused', () => {
  numpy('x = np.arange(10); x[2:5] = [1, 2]', () => line().set('2:5', [1, 2]));
  numpy('x = np.arange(10); x[2:5] = []', () => line().set('2:5', []));
  numpy('x = np.arange(10); x[3] = [1, 2]', () => line().set(3, [1, 2]));
  numpy('x = np.zeros(3); x[0] = [1, 2]', () => np.zeros(3).set(0, [1, 2]));
  numpy('x = np.zeros((2, 3)); x[...] = np.zeros((3, 2))', () =>
    np.zeros([2, 3]).set('...', np.zeros([3, 2])),
  );
  numpy('x = np.zeros((2, 3)); x[...] = np.zeros((2, 1, 3))', () =>
    np.zeros([2, 3]).set('...', np.zeros([2, 1, 3])),
  );
  numpy('x = np.arange(10); x[[1, 2, 3]] = [1, 2]', () => line().set([[1, 2, 3]], [1, 2]));
  numpy('x = np.arange(10); x[x > 5] = [1, 2]', () => line().set(np.greater(line(), 5), [1, 2]));
  numpy('x = np.arange(10); x[[10]] = 1', () => line().set([[10]], 1));
  numpy('x = np.arange(10); x[10] = 1', () => line().set(10, 1));
  numpy("x = np.zeros(2, 'i1'); x[0] = 200", () => np.zeros(2, { dtype: 'i1' }).set(0, 200));
  numpy("x = np.zeros(2, 'u8'); x[...] = -1", () => np.zeros(2, { dtype: 'u8' }).set('...', -1));
  numpy("x = np.zeros(2, 'i8'); x[0] = nan", () => np.zeros(2, { dtype: 'i8' }).set(0, NaN));
  numpy("x = np.zeros(2, 'i4'); x[0] = inf", () => np.zeros(2, { dtype: 'i4' }).set(0, Infinity));
  numpy("x = np.zeros(2, 'i4'); x[0] = 'a'", () => np.zeros(2, { dtype: 'i4' }).set(0, 'a'));
  numpy("x = np.zeros(2, 'f8'); x[0] = 'a'", () => np.zeros(2).set(0, 'a'));
  numpy("x = np.zeros(2, 'f8'); x[0] = 1j", () => np.zeros(2).set(0, { re: 0, im: 1 }));
  numpy("x = np.zeros(2, 'S2'); x[0] = 'é'", () => np.zeros(2, { dtype: 'S2' }).set(0, 'é'));
  numpy("x = np.zeros(2, 'M8[D]'); x[0] = 'x'", () => np.zeros(2, { dtype: 'M8[D]' }).set(0, 'x'));
  numpy("x = np.zeros(2, 'm8[D]'); x[0] = 1.5", () => np.zeros(2, { dtype: 'm8[D]' }).set(0, 1.5));
  numpy('x = np.broadcast_to(np.arange(3), (2, 3)); x[0, 0] = 1', () =>
    np.broadcastTo(np.arange(3), [2, 3]).set('0, 0', 1),
  );
  numpy('x = np.arange(3); x.flags.writeable = False; x[[0]] = 1', () =>
    after(np.arange(3), x => {
      x.setflags({ write: false });
      x.set([[0]], 1);
    }),
  );
});

const POINT: np.DTypeLike = [
  ['x', '<f4'],
  ['y', '>i2'],
];

describe('records', () => {
  numpy("x = np.zeros(2, [('x', '<f4'), ('y', '>i2')]); x[0] = (1.5, 7); x", () =>
    stored(2, POINT, 0, [1.5, 7]),
  );
  numpy("x = np.zeros(2, [('x', '<f4'), ('y', '>i2')]); x['y'] = [8, 9]; x", () =>
    stored(2, POINT, 'y', [8, 9]),
  );
  numpy("x = np.zeros(2, [('x', '<f4'), ('y', '>i2')]); x[...] = 3; x", () => stored(2, POINT, '...', 3));
  numpy("x = np.zeros(2, [('x', '<f4'), ('y', '>i2')]); x[...] = np.array([3, 4]); x", () =>
    stored(2, POINT, '...', np.array([3, 4])),
  );
  numpy(
    "x = np.zeros(2, [('x', '<f4'), ('y', '>i2')]); x[...] = np.array([(1, 2)], [('a', 'i8'), ('b', 'i1')]); x",
    () =>
      stored(
        2,
        POINT,
        '...',
        np.array([[1, 2]], {
          dtype: [
            ['a', 'i8'],
            ['b', 'i1'],
          ],
        }),
      ),
  );
  numpy(
    "x = np.zeros(2, [('x', '<f4'), ('y', '>i2')]); x[['y']] = np.array([(5,), (6,)], [('y', 'i4')]); x",
    () => stored(2, POINT, [['y']], np.array([[5], [6]], { dtype: [['y', 'i4']] })),
  );
  numpy("x = np.zeros(2, [('x', '<f4'), ('y', '>i2')]); x[0] = (1, 2, 3)", () =>
    stored(2, POINT, 0, [1, 2, 3]),
  );
  numpy("x = np.zeros(2, [('x', '<f4'), ('y', '>i2')]); x[...] = np.zeros(2, [('a', 'i8')])", () =>
    stored(2, POINT, '...', np.zeros(2, { dtype: [['a', 'i8']] })),
  );
  numpy("x = np.zeros(2, [('m', 'u1', 3)]); x['m'] = [1, 2, 3]; x", () =>
    stored(2, [['m', 'u1', 3]], 'm', [1, 2, 3]),
  );
  numpy("x = np.zeros(2, [('m', 'u1', 3)]); x[1] = ([1, 2, 3],); x", () =>
    stored(2, [['m', 'u1', 3]], 1, [[1, 2, 3]]),
  );
  numpy("x = np.zeros(2, [('m', 'u1', 3)]); x[1] = (7,); x", () => stored(2, [['m', 'u1', 3]], 1, [7]));
  numpy("x = np.zeros(2, [('m', 'u1', 3)]); x[1] = ([1, 2],)", () =>
    stored(2, [['m', 'u1', 3]], 1, [[1, 2]]),
  );
  numpy("x = np.zeros(2, [('m', 'u1', (2, 2))]); x[1] = ([[1, 2], [3, 4]],); x", () =>
    stored(2, [['m', 'u1', [2, 2]]], 1, [
      [
        [1, 2],
        [3, 4],
      ],
    ]),
  );
  numpy("x = np.zeros(2, 'i4'); x[...] = np.array([(5,), (6,)], [('a', 'i4')]); x", () =>
    stored(2, 'i4', '...', np.array([[5], [6]], { dtype: [['a', 'i4']] })),
  );
});

/** Nine bytes a record, of which a view takes the middle. */
const gapped = (): np.NDArray => {
  const bytes = np.arange(18, { dtype: 'u1' });
  return bytes.view([['x', '<f4'], ...POINT.slice(1), ['s', 'S3']] as np.DTypeLike);
};

const stripes = (act: (y: np.NDArray) => void): np.NDArray => {
  const x = gapped();
  act(x.get([['y']]));
  return x.view('u1');
};

describe('what is between the fields that a view takes', () => {
  numpy(
    "x = np.arange(18, dtype='u1').view([('x', '<f4'), ('y', '>i2'), ('s', 'S3')]); v = x[['y']]; v[0] = v[1, ...]; x.view('u1')",
    () => stripes(y => y.set(0, y.get('1, ...'))),
  );
  numpy(
    "x = np.arange(18, dtype='u1').view([('x', '<f4'), ('y', '>i2'), ('s', 'S3')]); v = x[['y']]; v[0] = v[1]; x.view('u1')",
    () => stripes(y => y.set(0, y.get(1))),
  );
  numpy(
    "x = np.arange(18, dtype='u1').view([('x', '<f4'), ('y', '>i2'), ('s', 'S3')]); v = x[['y']]; v[:1] = v[1:]; x.view('u1')",
    () => stripes(y => y.set(':1', y.get('1:'))),
  );
  numpy(
    "x = np.arange(18, dtype='u1').view([('x', '<f4'), ('y', '>i2'), ('s', 'S3')]); v = x[['y']]; v[0] = x[['y']][1, ...]; x.view('u1')",
    () =>
      stripes(y =>
        y.set(
          0,
          gapped()
            .get([['y']])
            .get('1, ...'),
        ),
      ),
  );
  numpy(
    "x = np.arange(18, dtype='u1').view([('x', '<f4'), ('y', '>i2'), ('s', 'S3')]); v = x[['y']]; v.flat[0] = v[1, ...]; x.view('u1')",
    () => stripes(y => y.flat.set(0, y.get('1, ...'))),
  );
  numpy(
    "x = np.arange(18, dtype='u1').view([('x', '<f4'), ('y', '>i2'), ('s', 'S3')]); v = x[['y']]; v.flat[:1] = v[1, ...]; x.view('u1')",
    () => stripes(y => y.flat.set(':1', y.get('1, ...'))),
  );
});
