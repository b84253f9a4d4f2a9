/** The order in which NumPy adds floats up, at every boundary of its blocks: to the last bit. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(
  __filename,
  `
def series(count, dtype='f8'):
    return (np.arange(count) * 0.1 + 1 / 3).astype(dtype)
`,
);

const series = (count: number, dtype = 'f8'): np.NDArray =>
  np.add(np.multiply(np.arange(count), 0.1), 1 / 3).astype(dtype);

describe('sums of a line', () => {
  numpy('series(1).sum()', () => series(1).sum());
  numpy('series(2).sum()', () => series(2).sum());
  numpy('series(3).sum()', () => series(3).sum());
  numpy('series(7).sum()', () => series(7).sum());
  numpy('series(8).sum()', () => series(8).sum());
  numpy('series(9).sum()', () => series(9).sum());
  numpy('series(15).sum()', () => series(15).sum());
  numpy('series(16).sum()', () => series(16).sum());
  numpy('series(17).sum()', () => series(17).sum());
  numpy('series(63).sum()', () => series(63).sum());
  numpy('series(64).sum()', () => series(64).sum());
  numpy('series(65).sum()', () => series(65).sum());
  numpy('series(127).sum()', () => series(127).sum());
  numpy('series(128).sum()', () => series(128).sum());
  numpy('series(129).sum()', () => series(129).sum());
  numpy('series(130).sum()', () => series(130).sum());
  numpy('series(135).sum()', () => series(135).sum());
  numpy('series(136).sum()', () => series(136).sum());
  numpy('series(137).sum()', () => series(137).sum());
  numpy('series(255).sum()', () => series(255).sum());
  numpy('series(256).sum()', () => series(256).sum());
  numpy('series(257).sum()', () => series(257).sum());
  numpy('series(264).sum()', () => series(264).sum());
  numpy('series(511).sum()', () => series(511).sum());
  numpy('series(1000).sum()', () => series(1000).sum());
  numpy('series(1023).sum()', () => series(1023).sum());
  numpy('series(1024).sum()', () => series(1024).sum());
  numpy('series(1025).sum()', () => series(1025).sum());
  numpy('series(4097).sum()', () => series(4097).sum());
  numpy('series(8191).sum()', () => series(8191).sum());
  numpy('series(8192).sum()', () => series(8192).sum());
  numpy('series(8193).sum()', () => series(8193).sum());
  numpy('series(10000).sum()', () => series(10000).sum());
  numpy('series(16384).sum()', () => series(16384).sum());
  numpy('series(16385).sum()', () => series(16385).sum());
  numpy('series(70001).sum()', () => series(70001).sum());
});

describe('sums of a line of f4', () => {
  numpy("series(7, 'f4').sum()", () => series(7, 'f4').sum());
  numpy("series(8, 'f4').sum()", () => series(8, 'f4').sum());
  numpy("series(9, 'f4').sum()", () => series(9, 'f4').sum());
  numpy("series(128, 'f4').sum()", () => series(128, 'f4').sum());
  numpy("series(129, 'f4').sum()", () => series(129, 'f4').sum());
  numpy("series(1000, 'f4').sum()", () => series(1000, 'f4').sum());
  numpy("series(8192, 'f4').sum()", () => series(8192, 'f4').sum());
  numpy("series(8193, 'f4').sum()", () => series(8193, 'f4').sum());
  numpy("series(20001, 'f4').sum()", () => series(20001, 'f4').sum());
});

describe('sums of a line of f2', () => {
  numpy("series(7, 'f2').sum()", () => series(7, 'f2').sum());
  numpy("series(8, 'f2').sum()", () => series(8, 'f2').sum());
  numpy("series(9, 'f2').sum()", () => series(9, 'f2').sum());
  numpy("series(128, 'f2').sum()", () => series(128, 'f2').sum());
  numpy("series(129, 'f2').sum()", () => series(129, 'f2').sum());
  numpy("series(1000, 'f2').sum()", () => series(1000, 'f2').sum());
});

describe('sums of a line of c8', () => {
  numpy("series(7, 'c8').sum()", () => series(7, 'c8').sum());
  numpy("series(8, 'c8').sum()", () => series(8, 'c8').sum());
  numpy("series(9, 'c8').sum()", () => series(9, 'c8').sum());
  numpy("series(128, 'c8').sum()", () => series(128, 'c8').sum());
  numpy("series(129, 'c8').sum()", () => series(129, 'c8').sum());
  numpy("series(1000, 'c8').sum()", () => series(1000, 'c8').sum());
  numpy("series(8192, 'c8').sum()", () => series(8192, 'c8').sum());
  numpy("series(8193, 'c8').sum()", () => series(8193, 'c8').sum());
  numpy("series(20001, 'c8').sum()", () => series(20001, 'c8').sum());
});

describe('sums of a line of c16', () => {
  numpy("series(7, 'c16').sum()", () => series(7, 'c16').sum());
  numpy("series(8, 'c16').sum()", () => series(8, 'c16').sum());
  numpy("series(9, 'c16').sum()", () => series(9, 'c16').sum());
  numpy("series(128, 'c16').sum()", () => series(128, 'c16').sum());
  numpy("series(129, 'c16').sum()", () => series(129, 'c16').sum());
  numpy("series(1000, 'c16').sum()", () => series(1000, 'c16').sum());
  numpy("series(8192, 'c16').sum()", () => series(8192, 'c16').sum());
  numpy("series(8193, 'c16').sum()", () => series(8193, 'c16').sum());
  numpy("series(20001, 'c16').sum()", () => series(20001, 'c16').sum());
});

describe('sums of a line of >f8', () => {
  numpy("series(7, '>f8').sum()", () => series(7, '>f8').sum());
  numpy("series(8, '>f8').sum()", () => series(8, '>f8').sum());
  numpy("series(9, '>f8').sum()", () => series(9, '>f8').sum());
  numpy("series(128, '>f8').sum()", () => series(128, '>f8').sum());
  numpy("series(129, '>f8').sum()", () => series(129, '>f8').sum());
  numpy("series(1000, '>f8').sum()", () => series(1000, '>f8').sum());
  numpy("series(8192, '>f8').sum()", () => series(8192, '>f8').sum());
  numpy("series(8193, '>f8').sum()", () => series(8193, '>f8').sum());
  numpy("series(20001, '>f8').sum()", () => series(20001, '>f8').sum());
});

describe('sums of a line of >f4', () => {
  numpy("series(7, '>f4').sum()", () => series(7, '>f4').sum());
  numpy("series(8, '>f4').sum()", () => series(8, '>f4').sum());
  numpy("series(9, '>f4').sum()", () => series(9, '>f4').sum());
  numpy("series(128, '>f4').sum()", () => series(128, '>f4').sum());
  numpy("series(129, '>f4').sum()", () => series(129, '>f4').sum());
  numpy("series(1000, '>f4').sum()", () => series(1000, '>f4').sum());
  numpy("series(8192, '>f4').sum()", () => series(8192, '>f4').sum());
  numpy("series(8193, '>f4').sum()", () => series(8193, '>f4').sum());
  numpy("series(20001, '>f4').sum()", () => series(20001, '>f4').sum());
});

describe('sums of a line with gaps', () => {
  numpy('series(20)[::2].sum()', () => series(20).get('::2').sum());
  numpy('series(300)[::2].sum()', () => series(300).get('::2').sum());
  numpy('series(9000)[::2].sum()', () => series(9000).get('::2').sum());
  numpy('series(17000)[::2].sum()', () => series(17000).get('::2').sum());
  numpy('series(20)[::-1].sum()', () => series(20).get('::-1').sum());
  numpy('series(300)[::-1].sum()', () => series(300).get('::-1').sum());
  numpy('series(9000)[::-1].sum()', () => series(9000).get('::-1').sum());
  numpy('series(17000)[::-1].sum()', () => series(17000).get('::-1').sum());
  numpy('series(20)[::-3].sum()', () => series(20).get('::-3').sum());
  numpy('series(300)[::-3].sum()', () => series(300).get('::-3').sum());
  numpy('series(9000)[::-3].sum()', () => series(9000).get('::-3').sum());
  numpy('series(17000)[::-3].sum()', () => series(17000).get('::-3').sum());
  numpy('series(20)[5:].sum()', () => series(20).get('5:').sum());
  numpy('series(300)[5:].sum()', () => series(300).get('5:').sum());
  numpy('series(9000)[5:].sum()', () => series(9000).get('5:').sum());
  numpy('series(17000)[5:].sum()', () => series(17000).get('5:').sum());
  numpy('series(20)[1::7].sum()', () => series(20).get('1::7').sum());
  numpy('series(300)[1::7].sum()', () => series(300).get('1::7').sum());
  numpy('series(9000)[1::7].sum()', () => series(9000).get('1::7').sum());
  numpy('series(17000)[1::7].sum()', () => series(17000).get('1::7').sum());
});

describe('sums of planes', () => {
  numpy('series(6).reshape(2, 3).sum()', () => series(6).reshape([2, 3]).sum());
  numpy('series(6).reshape(2, 3).sum(axis=0)', () => series(6).reshape([2, 3]).sum({ axis: 0 }));
  numpy('series(6).reshape(2, 3).sum(axis=1)', () => series(6).reshape([2, 3]).sum({ axis: 1 }));
  numpy('series(6).reshape(2, 3).T.sum(axis=0)', () => series(6).reshape([2, 3]).T.sum({ axis: 0 }));
  numpy('series(600).reshape(3, 200).sum()', () => series(600).reshape([3, 200]).sum());
  numpy('series(600).reshape(3, 200).sum(axis=0)', () => series(600).reshape([3, 200]).sum({ axis: 0 }));
  numpy('series(600).reshape(3, 200).sum(axis=1)', () => series(600).reshape([3, 200]).sum({ axis: 1 }));
  numpy('series(600).reshape(3, 200).T.sum(axis=0)', () => series(600).reshape([3, 200]).T.sum({ axis: 0 }));
  numpy('series(600).reshape(3, 200)[::2, ::-1].sum()', () =>
    series(600).reshape([3, 200]).get('::2, ::-1').sum(),
  );
  numpy('series(600).reshape(200, 3).sum()', () => series(600).reshape([200, 3]).sum());
  numpy('series(600).reshape(200, 3).sum(axis=0)', () => series(600).reshape([200, 3]).sum({ axis: 0 }));
  numpy('series(600).reshape(200, 3).sum(axis=1)', () => series(600).reshape([200, 3]).sum({ axis: 1 }));
  numpy('series(600).reshape(200, 3).T.sum(axis=0)', () => series(600).reshape([200, 3]).T.sum({ axis: 0 }));
  numpy('series(600).reshape(200, 3)[::2, ::-1].sum()', () =>
    series(600).reshape([200, 3]).get('::2, ::-1').sum(),
  );
  numpy('series(9000).reshape(9, 1000).sum()', () => series(9000).reshape([9, 1000]).sum());
  numpy('series(9000).reshape(9, 1000).sum(axis=0)', () => series(9000).reshape([9, 1000]).sum({ axis: 0 }));
  numpy('series(9000).reshape(9, 1000).sum(axis=1)', () => series(9000).reshape([9, 1000]).sum({ axis: 1 }));
  numpy('series(9000).reshape(9, 1000).T.sum(axis=0)', () =>
    series(9000).reshape([9, 1000]).T.sum({ axis: 0 }),
  );
  numpy('series(9000).reshape(9, 1000)[::2, ::-1].sum()', () =>
    series(9000).reshape([9, 1000]).get('::2, ::-1').sum(),
  );
  numpy('series(9000).reshape(1000, 9).sum()', () => series(9000).reshape([1000, 9]).sum());
  numpy('series(9000).reshape(1000, 9).sum(axis=0)', () => series(9000).reshape([1000, 9]).sum({ axis: 0 }));
  numpy('series(9000).reshape(1000, 9).sum(axis=1)', () => series(9000).reshape([1000, 9]).sum({ axis: 1 }));
  numpy('series(9000).reshape(1000, 9).T.sum(axis=0)', () =>
    series(9000).reshape([1000, 9]).T.sum({ axis: 0 }),
  );
  numpy('series(9000).reshape(1000, 9)[::2, ::-1].sum()', () =>
    series(9000).reshape([1000, 9]).get('::2, ::-1').sum(),
  );
  numpy('series(18000).reshape(2, 9000).sum()', () => series(18000).reshape([2, 9000]).sum());
  numpy('series(18000).reshape(2, 9000).sum(axis=0)', () =>
    series(18000).reshape([2, 9000]).sum({ axis: 0 }),
  );
  numpy('series(18000).reshape(2, 9000).sum(axis=1)', () =>
    series(18000).reshape([2, 9000]).sum({ axis: 1 }),
  );
  numpy('series(18000).reshape(2, 9000).T.sum(axis=0)', () =>
    series(18000).reshape([2, 9000]).T.sum({ axis: 0 }),
  );
  numpy('series(18000).reshape(9000, 2).sum()', () => series(18000).reshape([9000, 2]).sum());
  numpy('series(18000).reshape(9000, 2).sum(axis=0)', () =>
    series(18000).reshape([9000, 2]).sum({ axis: 0 }),
  );
  numpy('series(18000).reshape(9000, 2).sum(axis=1)', () =>
    series(18000).reshape([9000, 2]).sum({ axis: 1 }),
  );
  numpy('series(18000).reshape(9000, 2).T.sum(axis=0)', () =>
    series(18000).reshape([9000, 2]).T.sum({ axis: 0 }),
  );
  numpy('series(18000).reshape(9000, 2)[::2, ::-1].sum()', () =>
    series(18000).reshape([9000, 2]).get('::2, ::-1').sum(),
  );
  numpy('series(500).reshape(1, 500).sum()', () => series(500).reshape([1, 500]).sum());
  numpy('series(500).reshape(1, 500).sum(axis=0)', () => series(500).reshape([1, 500]).sum({ axis: 0 }));
  numpy('series(500).reshape(1, 500).sum(axis=1)', () => series(500).reshape([1, 500]).sum({ axis: 1 }));
  numpy('series(500).reshape(1, 500).T.sum(axis=0)', () => series(500).reshape([1, 500]).T.sum({ axis: 0 }));
  numpy('series(500).reshape(500, 1).sum()', () => series(500).reshape([500, 1]).sum());
  numpy('series(500).reshape(500, 1).sum(axis=0)', () => series(500).reshape([500, 1]).sum({ axis: 0 }));
  numpy('series(500).reshape(500, 1).sum(axis=1)', () => series(500).reshape([500, 1]).sum({ axis: 1 }));
  numpy('series(500).reshape(500, 1).T.sum(axis=0)', () => series(500).reshape([500, 1]).T.sum({ axis: 0 }));
  numpy('series(500).reshape(500, 1)[::2, ::-1].sum()', () =>
    series(500).reshape([500, 1]).get('::2, ::-1').sum(),
  );
  numpy('series(16900).reshape(130, 130).sum()', () => series(16900).reshape([130, 130]).sum());
  numpy('series(16900).reshape(130, 130).sum(axis=0)', () =>
    series(16900).reshape([130, 130]).sum({ axis: 0 }),
  );
  numpy('series(16900).reshape(130, 130).sum(axis=1)', () =>
    series(16900).reshape([130, 130]).sum({ axis: 1 }),
  );
  numpy('series(16900).reshape(130, 130).T.sum(axis=0)', () =>
    series(16900).reshape([130, 130]).T.sum({ axis: 0 }),
  );
  numpy('series(16900).reshape(130, 130)[::2, ::-1].sum()', () =>
    series(16900).reshape([130, 130]).get('::2, ::-1').sum(),
  );
});

describe('means and deviations', () => {
  numpy("series(3, 'f8').mean()", () => series(3, 'f8').mean());
  numpy("series(3, 'f8').std()", () => series(3, 'f8').std());
  numpy("series(3, 'f8').var()", () => series(3, 'f8').var());
  numpy("series(3, 'f4').mean()", () => series(3, 'f4').mean());
  numpy("series(3, 'f4').std()", () => series(3, 'f4').std());
  numpy("series(3, 'f4').var()", () => series(3, 'f4').var());
  numpy("series(3, '>f8').mean()", () => series(3, '>f8').mean());
  numpy("series(3, '>f8').std()", () => series(3, '>f8').std());
  numpy("series(3, '>f8').var()", () => series(3, '>f8').var());
  numpy("series(129, 'f8').mean()", () => series(129, 'f8').mean());
  numpy("series(129, 'f8').std()", () => series(129, 'f8').std());
  numpy("series(129, 'f8').var()", () => series(129, 'f8').var());
  numpy("series(129, 'f4').mean()", () => series(129, 'f4').mean());
  numpy("series(129, 'f4').std()", () => series(129, 'f4').std());
  numpy("series(129, 'f4').var()", () => series(129, 'f4').var());
  numpy("series(129, '>f8').mean()", () => series(129, '>f8').mean());
  numpy("series(129, '>f8').std()", () => series(129, '>f8').std());
  numpy("series(129, '>f8').var()", () => series(129, '>f8').var());
  numpy("series(1000, 'f8').mean()", () => series(1000, 'f8').mean());
  numpy("series(1000, 'f8').std()", () => series(1000, 'f8').std());
  numpy("series(1000, 'f8').var()", () => series(1000, 'f8').var());
  numpy("series(1000, 'f4').mean()", () => series(1000, 'f4').mean());
  numpy("series(1000, 'f4').std()", () => series(1000, 'f4').std());
  numpy("series(1000, 'f4').var()", () => series(1000, 'f4').var());
  numpy("series(1000, '>f8').mean()", () => series(1000, '>f8').mean());
  numpy("series(1000, '>f8').std()", () => series(1000, '>f8').std());
  numpy("series(1000, '>f8').var()", () => series(1000, '>f8').var());
  numpy("series(8193, 'f8').mean()", () => series(8193, 'f8').mean());
  numpy("series(8193, 'f8').std()", () => series(8193, 'f8').std());
  numpy("series(8193, 'f8').var()", () => series(8193, 'f8').var());
  numpy("series(8193, 'f4').mean()", () => series(8193, 'f4').mean());
  numpy("series(8193, 'f4').std()", () => series(8193, 'f4').std());
  numpy("series(8193, 'f4').var()", () => series(8193, 'f4').var());
  numpy("series(8193, '>f8').mean()", () => series(8193, '>f8').mean());
  numpy("series(8193, '>f8').std()", () => series(8193, '>f8').std());
  numpy("series(8193, '>f8').var()", () => series(8193, '>f8').var());
  numpy('series(2600).reshape(20, 130).mean(axis=0)', () =>
    series(2600).reshape([20, 130]).mean({ axis: 0 }),
  );
  numpy('series(2600).reshape(20, 130).mean(axis=1)', () =>
    series(2600).reshape([20, 130]).mean({ axis: 1 }),
  );
  numpy('series(2600).reshape(20, 130).std(axis=0)', () => series(2600).reshape([20, 130]).std({ axis: 0 }));
  numpy('series(2600).reshape(20, 130).std(axis=1)', () => series(2600).reshape([20, 130]).std({ axis: 1 }));
});
