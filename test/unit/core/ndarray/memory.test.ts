/** Which arrays share bytes, flags and how they change, `x.shape = …`, `x.strides = …`, `x.flat`, copies that are written back. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const line = (): np.NDArray => np.arange(10);
const plane = (): np.NDArray => np.arange(6).reshape([2, 3]);

function changed(x: np.NDArray, change: (x: np.NDArray) => void): np.NDArray {
  change(x);
  return x;
}

describe('shared bytes', () => {
  const both =
    (share: (a: np.NDArray, b: np.NDArray) => boolean, one: string, two: string) => (): boolean => {
      const x = line();
      return share(x.get(one), x.get(two));
    };
  numpy('x = np.arange(10); np.shares_memory(x[::2], x[1::2])', both(np.sharesMemory, '::2', '1::2'));
  numpy('x = np.arange(10); np.may_share_memory(x[::2], x[1::2])', both(np.mayShareMemory, '::2', '1::2'));
  numpy('x = np.arange(10); np.shares_memory(x[::2], x[::3])', both(np.sharesMemory, '::2', '::3'));
  numpy('x = np.arange(10); np.shares_memory(x[:5], x[5:])', both(np.sharesMemory, ':5', '5:'));
  numpy('x = np.arange(10); np.may_share_memory(x[:5], x[5:])', both(np.mayShareMemory, ':5', '5:'));
  numpy('x = np.arange(10); np.shares_memory(x[::-1], x[3:4])', both(np.sharesMemory, '::-1', '3:4'));
  numpy('x = np.arange(10); np.shares_memory(x[3:3], x)', both(np.sharesMemory, '3:3', ':'));
  numpy('x = np.arange(10); np.may_share_memory(x[3:3], x)', both(np.mayShareMemory, '3:3', ':'));
  numpy('x = np.arange(10); np.shares_memory(x, x.copy())', () => np.sharesMemory(line(), line()));
  numpy("x = np.arange(10); np.shares_memory(x, x.view('u1')[7:8])", () => {
    const x = line();
    return np.sharesMemory(x, x.view('u1').get('7:8'));
  });
  numpy('x = np.arange(6).reshape(2, 3); np.shares_memory(x[:, 0], x[:, 1])', () => {
    const x = plane();
    return np.sharesMemory(x.get(':, 0'), x.get(':, 1'));
  });
  numpy("x = np.zeros(4, [('a', 'u1'), ('b', '<i2')]); np.shares_memory(x['a'], x['b'])", () => {
    const x = np.zeros(4, {
      dtype: [
        ['a', 'u1'],
        ['b', '<i2'],
      ],
    });
    return np.sharesMemory(x.get('a'), x.get('b'));
  });

  it('is found out with as much work as is allowed', () => {
    const x = np.zeros([192], { dtype: 'u1' });
    const strided = (offset: number, strides: number[]): np.NDArray =>
      np.asStrided(x.get(`${offset}:`), { shape: strides.map(() => 3), strides });
    const [a, b] = [strided(0, [36, 12, 4]), strided(1, [32, 16, 8])];
    assert.equal(np.mayShareMemory(a, b), true);
    assert.equal(np.sharesMemory(a, b), false);
    assert.throws(() => np.sharesMemory(np.arange(6), np.arange(6), { maxWork: -3 }), {
      name: 'InspectorError',
    });
  });

  it('can be two items of one array', () => {
    assert.equal(np.overlapsItself(np.arange(6)), false);
    assert.equal(np.overlapsItself(np.broadcastTo(np.arange(3), [2, 3])), true);
    assert.equal(np.overlapsItself(np.slidingWindowView(np.arange(6), 3)), true);
    assert.equal(np.overlapsItself(np.broadcastTo(np.zeros([0, 3]), [0, 3])), false);
  });

  it('have bounds', () => {
    const x = np.arange(10, { dtype: '<i4' });
    assert.deepEqual(np.byteBounds(x), [0, 40]);
    assert.deepEqual(np.byteBounds(x.get('::-1')), [0, 40]);
    assert.deepEqual(np.byteBounds(x.get('2:9:3')), [8, 36]);
    assert.deepEqual(np.byteBounds(x.get('3:3')), [0, 0]);
  });
});

describe('base', () => {
  it('is the array that owns the bytes, whatever views lie between', () => {
    const x = np.arange(24);
    const views = [
      x.get('1:'),
      x.get('::2').get('::2'),
      x.reshape([2, 12]).T.get('3:'),
      x.view('u1').view('<i4'),
    ];
    for (const view of views) assert.equal(view.base, x);
    assert.equal(x.base, null);
    assert.equal(x.get([[1, 2]]).base, null);
    assert.equal(np.broadcastTo(x.get('1:'), [2, 23]).base, x);
  });

  it('is the buffer where it came from elsewhere', () => {
    const memory = new ArrayBuffer(16);
    const x = np.frombuffer(memory);
    assert.equal(x.base, memory);
    assert.equal(x.get('1:').base, x);
    assert.equal(x.get('1:').get('0:').base, x);
  });
});

describe('flags', () => {
  numpy('str(np.arange(3).flags)', () => String(np.arange(3).flags));
  numpy('str(np.arange(6).reshape(2, 3).T.flags)', () => String(plane().T.flags));
  numpy('str(np.broadcast_to(np.arange(3), (2, 3)).flags)', () =>
    String(np.broadcastTo(np.arange(3), [2, 3]).flags),
  );
  numpy("str(np.frombuffer(bytearray(9), '<i4', 2, 1).flags)", () =>
    String(np.frombuffer(new ArrayBuffer(9), { dtype: '<i4', count: 2, offset: 1 }).flags),
  );
  numpy('str(np.zeros((0, 3))[:, ::2].flags)', () => String(np.zeros([0, 3]).get(':, ::2').flags));
  numpy('np.arange(24).reshape(2, 3, 4)[:, 1:2]', () => np.arange(24).reshape([2, 3, 4]).get(':, 1:2'));
  numpy('np.arange(24).reshape(2, 3, 4)[:1, :, :1]', () => np.arange(24).reshape([2, 3, 4]).get(':1, :, :1'));
  numpy("np.zeros(3, [('a', 'u1'), ('b', '<f8')])['b']", () =>
    np
      .zeros(3, {
        dtype: [
          ['a', 'u1'],
          ['b', '<f8'],
        ],
      })
      .get('b'),
  );
  numpy('x = np.arange(3); x.setflags(write=False); x[:2]', () =>
    changed(np.arange(3), x => x.setflags({ write: false })).get(':2'),
  );
  numpy('x = np.arange(3); x.setflags(write=False); x.setflags(write=True); x', () =>
    changed(np.arange(3), x => {
      x.setflags({ write: false });
      x.setflags({ write: true });
    }),
  );
  numpy('x = np.arange(3); y = x[:]; x.setflags(write=False); y.setflags(write=True); y', () => {
    const x = np.arange(3);
    const y = x.get(':');
    x.setflags({ write: false });
    y.setflags({ write: true });
    return y;
  });
  numpy(
    'x = np.arange(3); y = x[:]; x.setflags(write=False); y.setflags(write=False); y.setflags(write=True)',
    () => {
      const x = np.arange(3);
      const y = x.get(':');
      x.setflags({ write: false });
      y.setflags({ write: false });
      y.setflags({ write: true });
    },
  );
  numpy('np.broadcast_to(np.arange(3), (2, 3)).setflags(write=True)', () => {
    np.broadcastTo(np.arange(3), [2, 3]).setflags({ write: true });
  });
  numpy('x = np.arange(3); x.setflags(); x', () => changed(np.arange(3), x => x.setflags({})));
});

describe('x.shape = …', () => {
  const reshaped = (x: np.NDArray, shape: readonly number[] | number): np.NDArray =>
    changed(x, one => (one.shape = shape));
  numpy('x = np.arange(6); x.shape = (2, 3); x', () => reshaped(np.arange(6), [2, 3]));
  numpy('x = np.arange(6); x.shape = 6; x', () => reshaped(np.arange(6), 6));
  numpy('x = np.arange(6); x.shape = (-1, 2); x', () => reshaped(np.arange(6), [-1, 2]));
  numpy('x = np.arange(6).reshape(2, 3).T; x.shape = (3, 2, 1); x', () => reshaped(plane().T, [3, 2, 1]));
  numpy('x = np.arange(12).reshape(3, 4)[:, :3]; x.shape = (9,)', () =>
    reshaped(np.arange(12).reshape([3, 4]).get(':, :3'), [9]),
  );
  numpy('x = np.arange(6).reshape(2, 3).T; x.shape = (6,)', () => reshaped(plane().T, [6]));
  numpy('x = np.arange(6); x.shape = (4, 2)', () => reshaped(np.arange(6), [4, 2]));
  numpy('x = np.arange(6); x.shape = (-1, 4)', () => reshaped(np.arange(6), [-1, 4]));
  numpy('x = np.zeros((0, 3)); x.shape = (3, 0); x', () => reshaped(np.zeros([0, 3]), [3, 0]));
});

describe('x.strides = …', () => {
  const restrided = (x: np.NDArray, strides: readonly number[] | number): np.NDArray =>
    changed(x, one => (one.strides = strides));
  numpy('x = np.arange(6).reshape(2, 3); x.strides = (8, 16); x', () => restrided(plane(), [8, 16]));
  numpy('x = np.arange(6).reshape(2, 3); x.strides = (0, 8); x', () => restrided(plane(), [0, 8]));
  numpy('x = np.arange(10)[:3]; x.strides = (24,); x', () => restrided(line().get(':3'), [24]));
  numpy('x = np.arange(10)[9:]; x.strides = (-8,); x', () => restrided(line().get('9:'), [-8]));
  numpy('x = np.arange(6).reshape(2, 3); x.strides = (24, 16)', () => restrided(plane(), [24, 16]));
  numpy('x = np.arange(3); x.strides = (-8,)', () => restrided(np.arange(3), [-8]));
  numpy('x = np.arange(3); x.strides = (8, 8)', () => restrided(np.arange(3), [8, 8]));
  numpy('x = np.zeros((0, 3)); x.strides = (80, 80); x', () => restrided(np.zeros([0, 3]), [80, 80]));
});

describe('x.flat', () => {
  numpy('np.arange(6).reshape(2, 3).T.flat[1]', () => plane().T.flat.get(1));
  numpy('np.arange(6).reshape(2, 3).T.flat[-1]', () => plane().T.flat.get(-1));
  numpy('np.arange(6).reshape(2, 3).T.flat[1:4]', () => plane().T.flat.get('1:4'));
  numpy('np.arange(6).reshape(2, 3).T.flat[::-2]', () => plane().T.flat.get('::-2'));
  numpy('np.arange(6).reshape(2, 3).flat[[0, 5, 5]]', () => plane().flat.get([[0, 5, 5]]));
  numpy('np.arange(4).flat[np.array([True, False, True, False])]', () =>
    np.arange(4).flat.get(np.array([true, false, true, false])),
  );
  numpy('np.arange(6).reshape(2, 3).flat[...]', () => plane().flat.get('...'));
  numpy('np.arange(6).flat[6]', () => np.arange(6).flat.get(6));
  numpy('np.arange(6).flat[-7]', () => np.arange(6).flat.get(-7));
  numpy('x = np.arange(6).reshape(2, 3).T; x.flat[1] = 99; x', () =>
    changed(plane().T, x => x.flat.set(1, 99)),
  );
  numpy('x = np.arange(6).reshape(2, 3).T; x.flat[1:4] = [7, 8]; x', () =>
    changed(plane().T, x => x.flat.set('1:4', [7, 8])),
  );
  numpy('x = np.arange(6).reshape(2, 3); x.flat[::2] = [7, 8, 9, 10]; x', () =>
    changed(plane(), x => x.flat.set('::2', [7, 8, 9, 10])),
  );
  numpy('x = np.arange(6).reshape(2, 3); x.flat[[0, -1]] = 5; x', () =>
    changed(plane(), x => x.flat.set([[0, -1]], 5)),
  );
  numpy('x = np.arange(6).reshape(2, 3); x.flat[...] = 2.9; x', () =>
    changed(plane(), x => x.flat.set('...', 2.9)),
  );
  numpy('x = np.arange(6); x.flat[6] = 1', () => np.arange(6).flat.set(6, 1));
  numpy('x = np.arange(6); x.flat[1:3] = []; x', () => changed(np.arange(6), x => x.flat.set('1:3', [])));
  numpy('x = np.arange(6); x.flat[3] = [7]', () => np.arange(6).flat.set(3, [7]));
  numpy("x = np.arange(6); x.flat[3] = 'a'", () => np.arange(6).flat.set(3, 'a'));
  numpy('np.broadcast_to(np.arange(3), (2, 3)).flat[0] = 1', () =>
    np.broadcastTo(np.arange(3), [2, 3]).flat.set(0, 1),
  );
  numpy('len(np.zeros((2, 0, 3)).flat)', () => np.zeros([2, 0, 3]).flat.length);

  it('can be gone through', () => {
    assert.deepEqual([...plane().T.flat], [0n, 3n, 1n, 4n, 2n, 5n]);
    assert.deepEqual([...np.array(5).flat], [5n]);
    assert.deepEqual([...np.zeros([0, 2]).flat], []);
  });

  it('cannot be written to where the array cannot', () => {
    assert.throws(() => np.broadcastTo(np.arange(3), [2, 3]).flat.set(0, 1), {
      kind: 'read-only',
      numpyName: 'ValueError',
    });
  });
});

describe('copies that are written back', () => {
  it('lock their original until they are resolved', () => {
    const x = np.arange(6).reshape([2, 3]).T;
    const copy = np.withWriteback(x, { order: 'C', dtype: 'f8' });
    assert.equal(copy.flags.WRITEBACKIFCOPY, true);
    assert.equal(x.flags.WRITEABLE, false);
    assert.throws(() => x.set('...', 0), { kind: 'read-only' });
    copy.set('...', 1.9);
    assert.equal(np.resolveWriteback(copy), true);
    assert.equal(copy.flags.WRITEBACKIFCOPY, false);
    assert.deepEqual(x.tolist(), [
      [1n, 1n],
      [1n, 1n],
      [1n, 1n],
    ]);
    assert.equal(x.flags.WRITEABLE, true);
    assert.equal(np.resolveWriteback(copy), false);
  });

  it('are forgotten where they are discarded', () => {
    const x = np.arange(3);
    const copy = np.withWriteback(x, { dtype: '>i4' });
    copy.set('...', 9);
    np.discardWriteback(copy);
    assert.equal(np.resolveWriteback(copy), false);
    assert.deepEqual(x.tolist(), [0n, 1n, 2n]);
    assert.equal(x.flags.WRITEABLE, true);
  });

  it('are not made where the array is as it is asked for', () => {
    const x = np.arange(3);
    assert.equal(np.withWriteback(x), x);
    assert.equal(np.withWriteback(x, { order: 'F', dtype: 'i8' }), x);
    assert.equal(x.flags.WRITEBACKIFCOPY, false);
  });

  it('are not made of what cannot be written to', () => {
    const x = np.broadcastTo(np.arange(3), [2, 3]);
    assert.throws(() => np.withWriteback(x, { order: 'C' }), { kind: 'read-only', numpyName: 'ValueError' });
  });
});
