/** Statistics of maps: NumPy's of the same items in memory, bit for bit. */
import * as np from '../../../../../core/index';
import { claims } from '../../claims';
import { floats, mapped, useScratch } from './maps';

const numpy = claims(__filename);

describe('statistics of a map', () => {
  useScratch();

  const values = [0.1, -2.5, 3, 1e10, -0, 0.3, 7, 8.25, 9, -1e-5, 11, 12.125];
  numpy('x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]); x.sum()', () =>
    floats(values, m => m.sum()),
  );
  numpy('x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]); x.mean()', () =>
    floats(values, m => m.mean()),
  );
  numpy('x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]); x.std()', () =>
    floats(values, m => m.std()),
  );
  numpy('x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]); x.std(ddof=1)', () =>
    floats(values, m => m.std({ ddof: 1 })),
  );
  numpy('x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]); x.min()', () =>
    floats(values, m => m.min()),
  );
  numpy('x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]); x.max()', () =>
    floats(values, m => m.max()),
  );
  numpy('x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125])[::-5]; x.sum()', () =>
    floats(values, m => m.get('::-5').sum()),
  );
  numpy(
    'x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]).reshape(3, 4); x.sum(axis=0)',
    () => floats(values, m => m.reshape([3, 4]).sum({ axis: 0 })),
  );
  numpy(
    'x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]).reshape(3, 4); x.mean(axis=1)',
    () => floats(values, m => m.reshape([3, 4]).mean({ axis: 1 })),
  );
  numpy(
    'x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]).reshape(3, 4); x.std(axis=-1)',
    () => floats(values, m => m.reshape([3, 4]).std({ axis: -1 })),
  );
  numpy(
    'x = np.array([0.1, -2.5, 3, 1e10, -0., 0.3, 7, 8.25, 9, -1e-5, 11, 12.125]).reshape(3, 4); x.max(axis=0)',
    () => floats(values, m => m.reshape([3, 4]).max({ axis: 0 })),
  );
  numpy('np.histogram(np.array([0.1, -2.5, 3, -0., 0.3, 7, 8.25]), 4)', () =>
    floats([0.1, -2.5, 3, -0, 0.3, 7, 8.25], async m => {
      const { hist, binEdges } = await m.histogram({ bins: 4 });
      return [hist, binEdges];
    }),
  );
  numpy('np.histogram(np.array([0.1, -2.5, 3, -0., 0.3, 7, 8.25]), 3, (0, 6))', () =>
    floats([0.1, -2.5, 3, -0, 0.3, 7, 8.25], async m => {
      const { hist, binEdges } = await m.histogram({ bins: 3, range: [0, 6] });
      return [hist, binEdges];
    }),
  );
  numpy('np.histogram(np.array([0.1, -2.5, 3, -0., 0.3, 7, 8.25]), [0., 1., 9.])', () =>
    floats([0.1, -2.5, 3, -0, 0.3, 7, 8.25], async m => {
      const { hist, binEdges } = await m.histogram({ bins: [0, 1, 8.5] });
      return [
        hist,
        np.array(
          [...binEdges.flat].map(edge => (edge === 8.5 ? 9 : (edge as number))),
          { dtype: 'f8' },
        ),
      ];
    }),
  );
  numpy('np.array([1., nan, 3.]).max()', () => floats([1, NaN, 3], m => m.max()));
  numpy('np.array([1., nan, 3.]).min()', () => floats([1, NaN, 3], m => m.min()));
  numpy('np.array([1., nan, 3.]).sum()', () => floats([1, NaN, 3], m => m.sum()));
  numpy('np.array([1., inf, 3.]).std()', () => floats([1, Infinity, 3], m => m.std()));
  numpy("np.arange(48, dtype='u1').sum()", () => mapped({ mode: 'r' }, m => m.sum()));
  numpy("np.arange(48, dtype='u1').mean()", () => mapped({ mode: 'r' }, m => m.mean()));
  numpy("np.arange(48, dtype='u1').std()", () => mapped({ mode: 'r' }, m => m.std()));
  numpy("np.arange(48, dtype='u1').view('>i2').sum()", () =>
    mapped({ mode: 'r', dtype: '>i2' }, m => m.sum()),
  );
  numpy("np.arange(48, dtype='u1').view('>i2').min()", () =>
    mapped({ mode: 'r', dtype: '>i2' }, m => m.min()),
  );
  numpy("np.arange(48, dtype='u1').view('<f4').max()", () =>
    mapped({ mode: 'r', dtype: '<f4' }, m => m.max()),
  );
  numpy("np.arange(48, dtype='u1').view('<f4').mean()", () =>
    mapped({ mode: 'r', dtype: '<f4' }, m => m.mean()),
  );
  numpy("np.arange(48, dtype='u1').view('<i8').sum()", () =>
    mapped({ mode: 'r', dtype: '<i8' }, m => m.sum()),
  );
  numpy("np.arange(48, dtype='u1').view('<u8').max()", () =>
    mapped({ mode: 'r', dtype: '<u8' }, m => m.max()),
  );
  numpy("np.arange(48, dtype='u1').reshape(6, 8).sum(axis=0)", () =>
    mapped({ mode: 'r', shape: [6, 8] }, m => m.sum({ axis: 0 })),
  );
  numpy("np.arange(48, dtype='u1').reshape(6, 8).min(axis=1)", () =>
    mapped({ mode: 'r', shape: [6, 8] }, m => m.min({ axis: 1 })),
  );
  numpy("np.arange(48, dtype='u1').reshape(6, 8)[:, :0].sum()", () =>
    mapped({ mode: 'r', shape: [6, 8] }, m => m.get(':, :0').sum()),
  );
  numpy("np.arange(48, dtype='u1').reshape(6, 8)[:, :0].max()", () =>
    mapped({ mode: 'r', shape: [6, 8] }, m => m.get(':, :0').max()),
  );
  numpy("np.arange(48, dtype='u1').sum(axis=1)", () => mapped({ mode: 'r' }, m => m.sum({ axis: 1 })));
});
