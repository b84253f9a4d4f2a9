/**
 * Assignments whose value lies over the same bytes as another dtype: what is read may have been written before, and NumPy
 * says how much is read at once.
 */
import assert from 'node:assert/strict';
import * as np from '../../../../../core/index';
import { claims } from '../../claims';

const numpy = claims(
  __filename,
  `
def words(dtype='<f8', count=6):
    return (np.arange(1, count + 1) * 1.5).astype(dtype)
`,
);

const words = (dtype = '<f8', count = 6): np.NDArray =>
  np.multiply(np.arange(1, count + 1), 1.5).astype(dtype);

/** The array after `x → change(x)`. */
function after(x: np.NDArray, change: (x: np.NDArray) => void): np.NDArray {
  change(x);
  return x;
}

describe('a line over a line of another dtype', () => {
  numpy("x = words(); x.view('<f4')[:6] = x; x.view('u1')", () =>
    after(words(), x => x.view('<f4').set(':6', x)).view('u1'),
  );
  numpy("x = words(); x.view('<f4')[6:] = x; x.view('u1')", () =>
    after(words(), x => x.view('<f4').set('6:', x)).view('u1'),
  );
  numpy("x = words(); x.view('<f4')[::2] = x; x.view('u1')", () =>
    after(words(), x => x.view('<f4').set('::2', x)).view('u1'),
  );
  numpy("x = words(); x.view('<f4')[::-2] = x; x.view('u1')", () =>
    after(words(), x => x.view('<f4').set('::-2', x)).view('u1'),
  );
  numpy("x = words('<i4', 8); x[...] = x.view('<i2')[:8]; x", () =>
    after(words('<i4', 8), x => x.set('...', x.view('<i2').get(':8'))),
  );
  numpy("x = words('<i4', 8); x[...] = x.view('<i2')[8:]; x", () =>
    after(words('<i4', 8), x => x.set('...', x.view('<i2').get('8:'))),
  );
  numpy("x = words('<i4', 8); x[:4] = x.view('<i2')[3:15:3]; x", () =>
    after(words('<i4', 8), x => x.set(':4', x.view('<i2').get('3:15:3'))),
  );
  numpy("x = words('<f4', 8); x.view('<c8')[...] = x[:4]; x", () =>
    after(words('<f4', 8), x => x.view('<c8').set('...', x.get(':4'))),
  );
});

describe('a line over one of swapped bytes', () => {
  numpy("x = words('<f4', 300); x.view('>f4')[1:] = x[:-1]; x.view('u1')", () =>
    after(words('<f4', 300), x => x.view('>f4').set('1:', x.get(':-1'))).view('u1'),
  );
  numpy("x = words('<i2', 300); x.view('>i4')[...] = x[:150]; x.view('u1')", () =>
    after(words('<i2', 300), x => x.view('>i4').set('...', x.get(':150'))).view('u1'),
  );
  numpy("x = words('>i4', 300); x[:200] = x.view('<i2')[100:300]; x.view('u1')", () =>
    after(words('>i4', 300), x => x.set(':200', x.view('<i2').get('100:300'))).view('u1'),
  );
  numpy("x = words('>i4', 9); x[...] = np.broadcast_to(x.view('<i4')[2], 9); x", () =>
    after(words('>i4', 9), x => x.set('...', np.broadcastTo(x.view('<i4').get('2:3').reshape([]), [9]))),
  );
});

describe('one value over the same bytes', () => {
  numpy("x = words('<f8', 2); x.view('u1')[...] = x[1:].reshape(()); x.view('u1')", () =>
    after(words('<f8', 2), x => x.view('u1').set('...', x.get('1:').reshape([]))).view('u1'),
  );
  numpy("x = words('<f8', 2); x.view('i1')[::-1] = x[1:]; x.view('u1')", () =>
    after(words('<f8', 2), x => x.view('i1').set('::-1', x.get('1:'))).view('u1'),
  );
  numpy("x = words('<f8', 2); x.view('i1')[...] = x[1:0:-1]; x.view('u1')", () =>
    after(words('<f8', 2), x => x.view('i1').set('...', x.get('1:0:-1'))).view('u1'),
  );
});

describe('masks over the same bytes', () => {
  const mask = (...bits: readonly number[]): np.NDArray => np.array(bits, { dtype: '?' });
  numpy("x = words('<i4', 6); x[np.array([0, 1, 1, 0, 1, 1], '?')] = x[:4]; x", () =>
    after(words('<i4', 6), x => x.set([mask(0, 1, 1, 0, 1, 1)], x.get(':4'))),
  );
  numpy("x = words('<i4', 6); x[np.array([0, 1, 1, 0, 1, 1], '?')] = x[3::-1]; x", () =>
    after(words('<i4', 6), x => x.set([mask(0, 1, 1, 0, 1, 1)], x.get('3::-1'))),
  );
  numpy("x = words('<i4', 6); x[np.array([0, 1, 1, 0, 1, 1], '?')] = x.view('<i2')[1:9:2]; x", () =>
    after(words('<i4', 6), x => x.set([mask(0, 1, 1, 0, 1, 1)], x.view('<i2').get('1:9:2'))),
  );
  numpy("x = words('<i4', 6).reshape(2, 3); x.T[np.array([[1, 1], [0, 0], [1, 0]], '?')] = x[0]; x", () =>
    after(words('<i4', 6).reshape([2, 3]), x => x.T.set([mask(1, 1, 0, 0, 1, 0).reshape([3, 2])], x.get(0))),
  );
});

describe('records over the same bytes', () => {
  const pairs = [['a', '<i2'], ['b', '<i4']]; // prettier-ignore
  const made = (): np.NDArray => np.arange(24, { dtype: 'u1' }).view(pairs);
  it('are stored one after the other by a mask', () => {
    const x = made();
    x.set([np.array([false, true, true, true], { dtype: '?' })], x.get(':3'));
    assert.deepEqual(x.tobytes(), repeated(made().get(':1'), 4));
  });
});

/** The bytes of one item, so often. */
const repeated = (x: np.NDArray, count: number): Uint8Array =>
  Uint8Array.from({ length: count * x.nbytes }, (_, k) => x.tobytes()[k % x.nbytes]);
