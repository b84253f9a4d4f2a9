/** Arrays from nested lists, values, typed arrays and other arrays, as NumPy makes them. */
import assert from 'node:assert/strict';
import * as np from '../../../../../core/index';
import { claims } from '../../claims';

const numpy = claims(__filename);

describe('np.array of lists', () => {
  numpy('np.array([])', () => np.array([]));
  numpy('np.array([[]])', () => np.array([[]]));
  numpy('np.array([[], []])', () => np.array([[], []]));
  numpy('np.array([[[]], [[]]])', () => np.array([[[]], [[]]]));
  numpy('np.array([1, 2, 3])', () => np.array([1, 2, 3]));
  numpy('np.array([1, 2.5, 3])', () => np.array([1, 2.5, 3]));
  numpy('np.array([True, False])', () => np.array([true, false]));
  numpy('np.array([True, 2])', () => np.array([true, 2]));
  numpy('np.array([True, 2.5])', () => np.array([true, 2.5]));
  numpy('np.array([1, 2j])', () => np.array([1, { re: 0, im: 2 }]));
  numpy("np.array(['a', 'bcd'])", () => np.array(['a', 'bcd']));
  numpy("np.array(['', ''])", () => np.array(['', '']));
  numpy("np.array(['😀', 'é'])", () => np.array(['😀', 'é']));
  numpy("np.array(['a', 1])", () => np.array(['a', 1]));
  numpy("np.array([1.5, 'a'])", () => np.array([1.5, 'a']));
  numpy("np.array([True, 'a'])", () => np.array([true, 'a']));
  numpy("np.array([1j, 'a'])", () => np.array([{ re: 0, im: 1 }, 'a']));
  numpy('np.array([[1, 2], [3, 4]])', () =>
    np.array([
      [1, 2],
      [3, 4],
    ]),
  );
  numpy('np.array([[1], [2.5]])', () => np.array([[1], [2.5]]));
  numpy('np.array([[[1, 2, 3]]])', () => np.array([[[1, 2, 3]]]));
  numpy('np.array([2**63 - 1])', () => np.array([2n ** 63n - 1n]));
  numpy('np.array([2**63])', () => np.array([2n ** 63n]));
  numpy('np.array([2**64 - 1])', () => np.array([2n ** 64n - 1n]));
  numpy('np.array([-1, 2**63])', () => np.array([-1, 2n ** 63n]));
  numpy('np.array([-2**63])', () => np.array([-(2n ** 63n)]));
  numpy('np.array([-0.0])', () => np.array([-0]));
  numpy('np.array([nan, inf, -inf])', () => np.array([NaN, Infinity, -Infinity]));
  numpy('np.array([1e300, 1])', () => np.array([1e300, 1]));
});

describe('np.array of one value', () => {
  numpy('np.array(5)', () => np.array(5));
  numpy('np.array(5.5)', () => np.array(5.5));
  numpy('np.array(True)', () => np.array(true));
  numpy('np.array(1 - 2j)', () => np.array({ re: 1, im: -2 }));
  numpy("np.array('text')", () => np.array('text'));
  numpy("np.array('')", () => np.array(''));
  numpy('np.array(2**63)', () => np.array(2n ** 63n));
  numpy('np.array(-1, ndmin=2)', () => np.array(-1, { ndmin: 2 }));
});

describe('np.array with a dtype', () => {
  numpy("np.array([1, 2], 'i1')", () => np.array([1, 2], { dtype: 'i1' }));
  numpy("np.array([1, 2], '>i4')", () => np.array([1, 2], { dtype: '>i4' }));
  numpy("np.array([1.7, -1.7], 'i4')", () => np.array([1.7, -1.7], { dtype: 'i4' }));
  numpy("np.array([0, 1, 2.5, nan], '?')", () => np.array([0, 1, 2.5, NaN], { dtype: '?' }));
  numpy("np.array([True, False], 'f4')", () => np.array([true, false], { dtype: 'f4' }));
  numpy("np.array([1, 2], 'c8')", () => np.array([1, 2], { dtype: 'c8' }));
  numpy("np.array([1e300], 'f4')", () => np.array([1e300], { dtype: 'f4' }));
  numpy("np.array([65504, 65520, 1e-8], 'f2')", () => np.array([65504, 65520, 1e-8], { dtype: 'f2' }));
  numpy("np.array(['12', '-7'], 'i4')", () => np.array(['12', '-7'], { dtype: 'i4' }));
  numpy("np.array(['1.5', 'nan', '-inf'], 'f8')", () => np.array(['1.5', 'nan', '-inf'], { dtype: 'f8' }));
  numpy("np.array(['1+2j'], 'c16')", () => np.array(['1+2j'], { dtype: 'c16' }));
  numpy("np.array([1, 22], 'S')", () => np.array([1, 22], { dtype: 'S' }));
  numpy("np.array(['ab', 'c'], 'S')", () => np.array(['ab', 'c'], { dtype: 'S' }));
  numpy("np.array(['abc'], 'S2')", () => np.array(['abc'], { dtype: 'S2' }));
  numpy("np.array(['abc'], 'U2')", () => np.array(['abc'], { dtype: 'U2' }));
  numpy("np.array(['abc'], '>U4')", () => np.array(['abc'], { dtype: '>U4' }));
  numpy("np.array([1.5, 10], 'U')", () => np.array([1.5, 10], { dtype: 'U' }));
  numpy("np.array([True, False], 'U')", () => np.array([true, false], { dtype: 'U' }));
  numpy("np.array([[], []], 'i2')", () => np.array([[], []], { dtype: 'i2' }));
  numpy("np.array(['2020-01-01', '1970'], 'M8[D]')", () =>
    np.array(['2020-01-01', '1970'], { dtype: 'M8[D]' }),
  );
  numpy("np.array(['NaT', '2020-02-29T12:30'], 'M8[s]')", () =>
    np.array(['NaT', '2020-02-29T12:30'], { dtype: 'M8[s]' }),
  );
  numpy("np.array([1, -2], 'm8[ms]')", () => np.array([1, -2], { dtype: 'm8[ms]' }));
  numpy("np.array([(1, 2.5), (3, 4)], [('x', '<i2'), ('y', '<f4')])", () =>
    np.array(
      [
        [1, 2.5],
        [3, 4],
      ],
      {
        dtype: [
          ['x', '<i2'],
          ['y', '<f4'],
        ],
      },
    ),
  );
  numpy("np.array((1, [2, 3]), [('x', '>i4'), ('y', 'u1', 2)])", () =>
    np.array([1, [2, 3]], {
      dtype: [
        ['x', '>i4'],
        ['y', 'u1', 2],
      ],
    }),
  );
  numpy("np.array(7, [('x', '<i2'), ('y', '<f4')])", () =>
    np.array(7, {
      dtype: [
        ['x', '<i2'],
        ['y', '<f4'],
      ],
    }),
  );
});

describe('what np.array refuses', () => {
  numpy('np.array([1, [2, 3]])', () => np.array([1, [2, 3]]));
  numpy('np.array([[1, 2], [3]])', () => np.array([[1, 2], [3]]));
  numpy('np.array([[1, 2], 3])', () => np.array([[1, 2], 3]));
  numpy("np.array([1, '2', [1, 2, 3]])", () => np.array([1, '2', [1, 2, 3]]));
  numpy('np.array([[[1], [2]], [[3], 4]])', () =>
    np.array([
      [[1], [2]],
      [[3], 4],
    ]),
  );
  numpy('np.array([[], 1])', () => np.array([[], 1]));
  numpy("np.array([300], 'i1')", () => np.array([300], { dtype: 'i1' }));
  numpy("np.array([-1], 'u1')", () => np.array([-1], { dtype: 'u1' }));
  numpy("np.array([2**31], 'i4')", () => np.array([2 ** 31], { dtype: 'i4' }));
  numpy("np.array([2**32], 'u4')", () => np.array([2 ** 32], { dtype: 'u4' }));
  numpy("np.array([2**63], 'i8')", () => np.array([2n ** 63n], { dtype: 'i8' }));
  numpy("np.array([-1], 'u8')", () => np.array([-1], { dtype: 'u8' }));
  numpy("np.array([nan], 'i4')", () => np.array([NaN], { dtype: 'i4' }));
  numpy("np.array([inf], 'i8')", () => np.array([Infinity], { dtype: 'i8' }));
  numpy("np.array([1j], 'f8')", () => np.array([{ re: 0, im: 1 }], { dtype: 'f8' }));
  numpy("np.array(['x'], 'i4')", () => np.array(['x'], { dtype: 'i4' }));
  numpy("np.array(['1.5'], 'i4')", () => np.array(['1.5'], { dtype: 'i4' }));
  numpy("np.array(['x'], 'f8')", () => np.array(['x'], { dtype: 'f8' }));
  numpy("np.array(['é'], 'S')", () => np.array(['é'], { dtype: 'S' }));
  numpy("np.array(['2020-13-01'], 'M8[D]')", () => np.array(['2020-13-01'], { dtype: 'M8[D]' }));
  numpy("np.array([1.5], 'm8[s]')", () => np.array([1.5], { dtype: 'm8[s]' }));
  numpy("np.array([1], 'nope')", () => np.array([1], { dtype: 'nope' }));
  numpy('np.array([1], copy=False)', () => np.array([1], { copy: false }));
  numpy("np.array(np.arange(3), 'f8', copy=False)", () =>
    np.array(np.arange(3), { dtype: 'f8', copy: false }),
  );
});

describe('np.array of an array', () => {
  numpy('np.array(np.arange(4))', () => np.array(np.arange(4)));
  numpy("np.array(np.arange(4), '>f4')", () => np.array(np.arange(4), { dtype: '>f4' }));
  numpy('np.array(np.arange(6).reshape(2, 3).T)', () => np.array(np.arange(6).reshape([2, 3]).T));
  numpy("np.array(np.arange(6).reshape(2, 3).T, order='C')", () =>
    np.array(np.arange(6).reshape([2, 3]).T, { order: 'C' }),
  );
  numpy("np.array(np.arange(6).reshape(2, 3), order='F')", () =>
    np.array(np.arange(6).reshape([2, 3]), { order: 'F' }),
  );
  numpy("np.array(np.arange(6).reshape(2, 3).T, order='A')", () =>
    np.array(np.arange(6).reshape([2, 3]).T, { order: 'A' }),
  );
  numpy("np.array(np.arange(12).reshape(3, 4)[:, ::2], order='A')", () =>
    np.array(np.arange(12).reshape([3, 4]).get(':, ::2'), { order: 'A' }),
  );
  numpy('np.array(np.arange(24).reshape(2, 3, 4).transpose(1, 2, 0))', () =>
    np.array(np.arange(24).reshape([2, 3, 4]).transpose([1, 2, 0])),
  );
  numpy('np.array(np.arange(6)[::-1])', () => np.array(np.arange(6).get('::-1')));
  numpy('np.array(np.broadcast_to(np.arange(3), (2, 3)))', () =>
    np.array(np.broadcastTo(np.arange(3), [2, 3])),
  );
  numpy('np.array(np.arange(3), copy=None)', () => np.array(np.arange(3), { copy: null }));
  numpy('np.array(np.arange(3), ndmin=3)', () => np.array(np.arange(3), { ndmin: 3 }));
  numpy('np.array(np.arange(3), copy=None, ndmin=2)', () => np.array(np.arange(3), { copy: null, ndmin: 2 }));
  numpy("np.array(np.array([1, 200]), 'i1')", () => np.array(np.array([1, 200]), { dtype: 'i1' }));
  numpy("np.array(np.array([1.5, 20]), 'S')", () => np.array(np.array([1.5, 20]), { dtype: 'S' }));
  numpy("np.array(np.array(['a', 'bc']), 'S')", () => np.array(np.array(['a', 'bc']), { dtype: 'S' }));
  numpy("np.array(np.array([1, 2], 'i2'), 'V')", () =>
    np.array(np.array([1, 2], { dtype: 'i2' }), { dtype: 'V' }),
  );
  numpy("np.array(np.array(['2020'], 'M8[Y]'), 'M8')", () =>
    np.array(np.array(['2020'], { dtype: 'M8[Y]' }), { dtype: 'M8' }),
  );
  numpy("np.array(np.arange(2), ('i4', (2,)))", () => np.array(np.arange(2), { dtype: ['i4', [2]] }));
  numpy('np.array([np.arange(2), np.arange(2) + 0.5])', () =>
    np.array([np.arange(2), np.add(np.arange(2), 0.5)] as unknown as np.Nested),
  );
});

describe('np.asarray and its kin', () => {
  numpy('x = np.arange(3); np.asarray(x) is x', () => {
    const x = np.arange(3);
    return np.asarray(x) === x;
  });
  numpy("x = np.arange(3); np.asarray(x, 'i8') is x", () => {
    const x = np.arange(3);
    return np.asarray(x, { dtype: 'i8' }) === x;
  });
  numpy("x = np.arange(3); np.asarray(x, '>i8') is x", () => {
    const x = np.arange(3);
    return np.asarray(x, { dtype: '>i8' }) === x;
  });
  numpy("x = np.ones((2, 2)); np.asarray(x, order='F') is x", () => {
    const x = np.ones([2, 2]);
    return np.asarray(x, { order: 'F' }) === x;
  });
  numpy('x = np.ones((2, 2)); np.ascontiguousarray(x) is x', () => {
    const x = np.ones([2, 2]);
    return np.ascontiguousarray(x) === x;
  });
  numpy('np.ascontiguousarray(5)', () => np.ascontiguousarray(5));
  numpy('np.ascontiguousarray(np.arange(6).reshape(2, 3).T)', () =>
    np.ascontiguousarray(np.arange(6).reshape([2, 3]).T),
  );
  numpy("np.ascontiguousarray([1, 2], dtype='f2')", () => np.ascontiguousarray([1, 2], { dtype: 'f2' }));
  numpy('np.asfortranarray(5)', () => np.asfortranarray(5));
  numpy('np.asfortranarray(np.arange(6).reshape(2, 3))', () =>
    np.asfortranarray(np.arange(6).reshape([2, 3])),
  );
  numpy('np.asfortranarray(np.arange(24).reshape(2, 3, 4)[:, ::2])', () =>
    np.asfortranarray(np.arange(24).reshape([2, 3, 4]).get(':, ::2')),
  );
  numpy("np.asfortranarray([[1, 2]], dtype='>u2')", () => np.asfortranarray([[1, 2]], { dtype: '>u2' }));
  numpy('x = np.arange(3); np.asfortranarray(x) is x', () => {
    const x = np.arange(3);
    return np.asfortranarray(x) === x;
  });
});

const bytes = (...values: readonly number[]): ArrayBuffer => Uint8Array.from(values).buffer;

describe('np.frombuffer', () => {
  numpy("np.frombuffer(bytearray([1, 0, 2, 0]), '<u2')", () =>
    np.frombuffer(bytes(1, 0, 2, 0), { dtype: '<u2' }),
  );
  numpy("np.frombuffer(bytearray([1, 0, 2, 0]), '>u2')", () =>
    np.frombuffer(bytes(1, 0, 2, 0), { dtype: '>u2' }),
  );
  numpy("np.frombuffer(bytearray(range(8)), 'u1', count=3, offset=2)", () =>
    np.frombuffer(bytes(0, 1, 2, 3, 4, 5, 6, 7), { dtype: 'u1', count: 3, offset: 2 }),
  );
  numpy("np.frombuffer(bytearray(range(9)), '<i4', offset=1)", () =>
    np.frombuffer(bytes(0, 1, 2, 3, 4, 5, 6, 7, 8), { dtype: '<i4', offset: 1 }),
  );
  numpy("np.frombuffer(bytearray(range(6)), [('a', 'u1'), ('b', '<u2')])", () =>
    np.frombuffer(bytes(0, 1, 2, 3, 4, 5), {
      dtype: [
        ['a', 'u1'],
        ['b', '<u2'],
      ],
    }),
  );
  numpy("np.frombuffer(bytearray(3), '<u2')", () => np.frombuffer(bytes(0, 0, 0), { dtype: '<u2' }));
  numpy("np.frombuffer(bytearray(4), '<u2', count=3)", () =>
    np.frombuffer(bytes(0, 0, 0, 0), { dtype: '<u2', count: 3 }),
  );
  numpy("np.frombuffer(bytearray(4), '<u2', offset=5)", () =>
    np.frombuffer(bytes(0, 0, 0, 0), { dtype: '<u2', offset: 5 }),
  );
  numpy("np.frombuffer(bytearray(4), '<u2', offset=-1)", () =>
    np.frombuffer(bytes(0, 0, 0, 0), { dtype: '<u2', offset: -1 }),
  );
  numpy("np.frombuffer(bytearray(4), 'S')", () => np.frombuffer(bytes(0, 0, 0, 0), { dtype: 'S' }));

  it('shares the bytes', () => {
    const memory = new Uint8Array([1, 2, 3]);
    const x = np.frombuffer(memory.buffer, { dtype: 'u1' });
    x.set(1, 9);
    assert.deepEqual([...memory], [1, 9, 3]);
    assert.equal(x.base, memory.buffer);
  });
});

describe('np.array of typed arrays', () => {
  const cases: readonly [string, np.Nested][] = [
    ['|i1', Int8Array.of(-1, 2)],
    ['|u1', Uint8Array.of(255, 2)],
    ['|u1', Uint8ClampedArray.of(255, 2)],
    ['<i2', Int16Array.of(-1, 2)],
    ['<u2', Uint16Array.of(65535, 2)],
    ['<i4', Int32Array.of(-1, 2)],
    ['<u4', Uint32Array.of(2 ** 32 - 1, 2)],
    ['<i8', BigInt64Array.of(-1n, 2n)],
    ['<u8', BigUint64Array.of(2n ** 64n - 1n, 2n)],
    ['<f4', Float32Array.of(0.1, NaN)],
    ['<f8', Float64Array.of(0.1, -0)],
  ];
  for (const [str, values] of cases) {
    it(`takes ${values.constructor.name} as ${str}`, () => {
      const x = np.array(values);
      const view = values as Uint8Array;
      assert.equal(x.dtype.str, str);
      assert.deepEqual(x.shape, [2]);
      assert.equal(x.base, null);
      assert.deepEqual(x.tobytes(), new Uint8Array(view.buffer.slice(0, view.byteLength)));
    });
  }

  it('takes the part of the buffer that is looked at', () => {
    assert.deepEqual(np.array(Int16Array.of(1, 2, 3, 4).subarray(1, 3)).tolist(), [2, 3]);
    assert.deepEqual(np.array(new DataView(bytes(1, 2, 3), 1)).tolist(), [2, 3]);
  });

  it('takes several as rows', () => {
    assert.deepEqual(np.array([1, 2], { dtype: 'f4' }).tolist(), [1, 2]);
    const x = np.array([np.array(Int8Array.of(1, 2)), np.array(Int16Array.of(3, 4))] as unknown as np.Nested);
    assert.equal(x.dtype.str, '<i2');
    assert.deepEqual(x.tolist(), [
      [1, 2],
      [3, 4],
    ]);
  });

  it('does not take what NumPy keeps as objects', () => {
    for (const value of [() => 1, Symbol('x')]) {
      assert.throws(
        () => np.array([value] as unknown as np.Nested),
        { name: 'InspectorError' },
        String(value),
      );
    }
    assert.throws(() => np.array([2n ** 64n]), { kind: 'unsupported-dtype', numpyName: 'OverflowError' });
  });
});
