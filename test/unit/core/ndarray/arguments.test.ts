/** What scripts hand in where no compiler looks: refused in words, NumPy's where it has some, and never passed over. */
import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

/** The core as a script sees it, without types. */
type Loose = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
const face = np as unknown as Loose;
const loose = (x: np.NDArray): Loose => x as unknown as Loose;
const row = (): Loose => loose(np.arange(6));

describe('ranges of dates', () => {
  const range = (dtype: string | undefined, ...bounds: readonly unknown[]): unknown =>
    face.arange(...bounds, ...(dtype === undefined ? [] : [{ dtype }]));
  numpy("np.arange('2020-01', '2020-05', dtype='M8[M]')", () => range('M8[M]', '2020-01', '2020-05'));
  numpy("np.arange('2020-01', '2020-05', 2, dtype='M8[M]')", () => range('M8[M]', '2020-01', '2020-05', 2));
  numpy("np.arange('2021', '2020', -5, dtype='M8[M]')", () => range('M8[M]', '2021', '2020', -5));
  numpy("np.arange('2021', '2020', dtype='M8[Y]')", () => range('M8[Y]', '2021', '2020'));
  numpy("np.arange('2020-01', '2020-01-04', dtype='M8')", () => range('M8', '2020-01', '2020-01-04'));
  numpy("np.arange('2020-01', 5, dtype='M8[M]')", () => range('M8[M]', '2020-01', 5));
  numpy("np.arange(3, 5, dtype='M8[D]')", () => range('M8[D]', 3, 5));
  numpy("np.arange('0', '5', dtype='m8[s]')", () => range('m8[s]', '0', '5'));
  numpy("np.arange(0, 10, 3, dtype='m8[25s]')", () => range('m8[25s]', 0, 10, 3));
  numpy("np.arange(4, dtype='m8[s]')", () => range('m8[s]', 4));
  numpy("np.arange(np.array('2020-01', dtype='M8[M]'), np.array('2020-03', dtype='M8[M]'))", () =>
    range(undefined, np.array('2020-01', { dtype: 'M8[M]' }), np.array('2020-03', { dtype: 'M8[M]' })),
  );
  numpy("np.arange(np.array('2020-01', dtype='M8[M]'), 3)", () =>
    range(undefined, np.array('2020-01', { dtype: 'M8[M]' }), 3),
  );
  numpy("np.arange(np.array(1, dtype='m8[m]'), np.array(200, dtype='m8[s]'), 40)", () =>
    range(undefined, np.array(1, { dtype: 'm8[m]' }), np.array(200, { dtype: 'm8[s]' }), 40),
  );
  numpy("np.arange('2020-01', dtype='M8[M]')", () => range('M8[M]', '2020-01'));
  numpy("np.arange('2020', '2021', 0, dtype='M8[Y]')", () => range('M8[Y]', '2020', '2021', 0));
  numpy("np.arange('NaT', '2021', dtype='M8[Y]')", () => range('M8[Y]', 'NaT', '2021'));
  numpy("np.arange('x', '2021', dtype='M8[M]')", () => range('M8[M]', 'x', '2021'));
  numpy("np.arange('2020', 5.5, dtype='M8[M]')", () => range('M8[M]', '2020', 5.5));
  numpy("np.arange('2020', '2021', 1.5, dtype='M8[M]')", () => range('M8[M]', '2020', '2021', 1.5));
  numpy("np.arange(0, 5, dtype='M8')", () => range('M8', 0, 5));
  numpy("np.arange('2020', '2021')", () => range(undefined, '2020', '2021'));
  numpy("np.arange(3, dtype='S2')", () => range('S2', 3));
  numpy('np.arange(np.array(2), np.array(4.5))', () => range(undefined, np.array(2), np.array(4.5)));
});

describe('arguments of the wrong kind', () => {
  numpy("np.zeros('3')", () => face.zeros('3'));
  numpy('np.zeros(None)', () => face.zeros(null));
  numpy('np.zeros([1, None])', () => face.zeros([1, null]));
  numpy('np.zeros([1, [2]])', () => face.zeros([1, [2]]));
  numpy('np.zeros(2, dtype=None)', () => face.zeros(2, { dtype: null }));
  numpy('np.zeros(10**12)', () => face.zeros(1e12));
  numpy("np.zeros((10**7, 10**7), 'i1')", () => face.zeros([1e7, 1e7], { dtype: 'i1' }));
  numpy('np.arange(3, dtype=None)', () => face.arange(3, { dtype: null }));
  numpy('np.full(2, 7, dtype=None)', () => face.full(2, 7, { dtype: null }));
  numpy('np.sum([1, 2], dtype=None)', () => face.sum([1, 2], { dtype: null }));
  numpy('np.cumsum([1, 2], dtype=None)', () => face.cumsum([1, 2], { dtype: null }));
  numpy('np.mean([1, 2], dtype=None)', () => face.mean([1, 2], { dtype: null }));
  numpy('np.zeros_like([1, 2], dtype=None)', () => face.zerosLike([1, 2], { dtype: null }));
  numpy('np.add(1, 2, dtype=None)', () => face.add(1, 2, { dtype: null }));
  numpy('np.array([1, 2], dtype=None)', () => face.array([1, 2], { dtype: null }));
  numpy('np.dtype(None)', () => np.dtype(null));
  numpy('np.dtype(3)', () => face.dtype(3));
  numpy('np.arange(6).astype(None)', () => row().astype(null));
  numpy('np.arange(6).view(None)', () => row().view(null));
  numpy("np.arange(6).reshape('x')", () => row().reshape('x'));
  numpy("np.arange(6).reshape((2, 'x'))", () => row().reshape([2, 'x']));
  numpy('np.arange(6).reshape((2, 1.5))', () => row().reshape([2, 1.5]));
  numpy("np.arange(6).transpose('x')", () => row().transpose('x'));
  numpy("np.squeeze(3, 'x')", () => face.squeeze(3, 'x'));
  numpy("np.flip(np.arange(3), 'x')", () => face.flip(np.arange(3), 'x'));
  numpy("np.expand_dims(3, 'x')", () => face.expandDims(3, 'x'));
  numpy("np.moveaxis(np.zeros((2, 3)), 'x', 0)", () => face.moveaxis(np.zeros([2, 3]), 'x', 0));
  numpy("np.arange(6).sum(axis='x')", () => row().sum({ axis: 'x' }));
  numpy('np.arange(6).sum(axis=1.5)', () => row().sum({ axis: 1.5 }));
  numpy('np.arange(6).sum(axis=None)', () => row().sum({ axis: null }));
  numpy('np.arange(6)[{}]', () => row().get({}));
  numpy('np.arange(6)[object()]', () => row().get(Symbol('object')));
  numpy("np.eye('x')", () => face.eye('x'));
  numpy("np.linspace(0, 1, 'x')", () => face.linspace(0, 1, 'x'));
  numpy('np.linspace(0, 1, 1.5)', () => face.linspace(0, 1, 1.5));
  numpy('np.linspace(0, 1, num=5)', () => face.linspace(0, 1, { num: 5 }));
  numpy('np.linspace(0, None)', () => face.linspace(0, null));
  numpy("np.arange('x')", () => face.arange('x'));
  numpy('np.arange({})', () => face.arange({ a: 1 }, undefined));
  numpy('np.frombuffer(None)', () => face.frombuffer(null));
  numpy('np.add(1, 2, out=3)', () => face.add(1, 2, { out: 3 }));
  numpy('np.broadcast_shapes(2, (3, 1))', () => np.broadcastShapes(2, [3, 1]));
});

/** Refused with a message that matches. */
const refused = (run: () => unknown, told: RegExp): void => {
  assert.throws(run, (error: unknown) => {
    assert.ok(error instanceof np.InspectorError, String(error));
    assert.match(error.message, told);
    assert.equal(error.numpyName, 'TypeError');
    return true;
  });
};

describe('options', () => {
  it('are not taken by their place', () => {
    const place = /^options are one object, not /;
    refused(() => row().sum(0), place);
    refused(() => face.mean(np.arange(6), 0), place);
    refused(() => face.std([1, 2], 0), place);
    refused(() => row().argmax(0), place);
    refused(() => row().cumsum(0), place);
    refused(() => row().reshape(2, 3), place);
    refused(() => row().copy('F'), place);
    refused(() => face.zeros(2, 'f4'), place);
    refused(() => face.zeros(2, np.dtype('f4')), place);
    refused(() => face.array([1], 'f4'), place);
    refused(() => face.asarray([1], 'f4'), place);
    refused(() => face.add(1, 2, np.zeros([])), place);
    refused(() => face.histogram([1, 2], 5), place);
  });

  it('are not passed over where their name is wrong', () => {
    const unknown = /^got an unexpected keyword argument '/;
    refused(() => row().sum({ axes: 0 }), unknown);
    refused(() => face.zeros(2, { type: 'f4' }), unknown);
    refused(() => face.arange(2, { type: 'f4' }), unknown);
    refused(() => face.add(1, 2, { into: np.zeros([]) }), unknown);
    refused(() => face.histogram([1, 2], { density: true }), unknown);
    refused(() => face.setPrintoptions({ digits: 3 }), unknown);
    refused(() => face.sharesMemory(np.arange(2), np.arange(2), { work: 3 }), unknown);
  });

  it('may be left out, undefined or null', () => {
    assert.equal(row().sum(undefined), 15n);
    assert.equal(row().sum(null), 15n);
    assert.equal(row().mean(null), 2.5);
    assert.equal(String(face.zeros(2, null)), '[0. 0.]');
  });
});

describe('arrays as sequences', () => {
  it('give the items of one axis', () => assert.deepEqual([...np.linspace(0, 1, 3)], [0, 0.5, 1]));
  it('give the views of more', () => {
    const x = np.zeros([2, 3]);
    const [first] = x as Iterable<np.NDArray>;
    first.set('...', 7);
    assert.equal(np.arrayStr(x), '[[7. 7. 7.]\n [0. 0. 0.]]');
  });
  it('give nothing of none', () => assert.deepEqual([...np.zeros([0, 3])], []));
  it('have to have an axis', () => refused(() => [...np.zeros([])], /^iteration over a 0-d array$/));
  it("are shown in Node's console as NumPy shows them", () => {
    assert.equal(
      inspect({ x: np.arange(3), flags: np.arange(3).flags.OWNDATA }),
      '{ x: array([0, 1, 2]), flags: true }',
    );
    assert.equal(inspect(np.arange(3).flags), String(np.arange(3).flags));
  });
});

describe('junk', () => {
  const junk: readonly unknown[] = [
    undefined,
    null,
    NaN,
    -1,
    1.5,
    2 ** 53,
    1e30,
    '',
    'x',
    '3',
    true,
    {},
    [],
    [null],
    [undefined],
    [{}],
    [[1], [2, 3]],
    Symbol('s'),
    () => 1,
    new Date(0),
    new Map(),
    10n,
    1n << 70n,
    np.arange(3),
    np.zeros([0, 3]),
    new Float64Array(2),
    new ArrayBuffer(8),
    /x/,
    { dtype: 'nope' },
    { axis: 'x' },
    { order: 'Z' },
    { out: 3 },
    { re: 1 },
    Infinity,
  ];
  const names =
    `array asarray ascontiguousarray asfortranarray zeros ones empty full zerosLike fullLike arange linspace eye frombuffer
    dtype moveaxis expandDims flip broadcastTo broadcastArrays asStrided slidingWindowView mayShareMemory sharesMemory
    byteBounds add divide power abs sqrt equal logicalAnd isnan sum prod min mean std all argmin cumsum histogram arrayRepr
    where clip ravel reshape squeeze swapaxes transpose canCast promoteTypes resultType real imag copy`.split(
      /\s+/,
    );
  const methods =
    `get set item tolist tobytes flatten ravel reshape transpose swapaxes squeeze view copy astype byteswap fill
    sum max var any argmax cumsum setflags`.split(/\s+/);

  /** What was thrown, unless it is one of ours. */
  function raw(run: () => unknown): string | undefined {
    try {
      run();
      return undefined;
    } catch (error) {
      return error instanceof np.InspectorError ? undefined : String(error);
    }
  }

  for (const name of names) {
    it(`is refused by ${name}, in words`, () => {
      for (const a of junk) {
        for (const b of junk) {
          const told = raw(() => face[name](a, b)) ?? raw(() => face[name](np.arange(3), a, b));
          assert.equal(told, undefined, `${name}: ${inspect([a, b])}`);
        }
      }
    });
  }
  for (const name of methods) {
    it(`is refused by the method ${name}, in words`, () => {
      for (const make of [() => np.arange(6).reshape([2, 3]), () => np.zeros([]), () => np.array(['a'])]) {
        for (const a of junk) {
          for (const b of junk)
            assert.equal(
              raw(() => loose(make())[name](a, b)),
              undefined,
              `${name}: ${inspect([a, b])}`,
            );
        }
      }
    });
  }
});
