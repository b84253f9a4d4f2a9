/** Timedeltas from unit to unit and NaT: rounded as NumPy rounds. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const spans = (unit: string): np.NDArray => np.array([0, -1, 1, 400, -400], { dtype: `m8[${unit}]` });
const NOT_A_TIME = -(2n ** 63n);

describe('timedeltas of W', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[W]').astype('m8[D]')", () => spans('W').astype('m8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[W]').astype('m8[h]')", () => spans('W').astype('m8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[W]').astype('m8[m]')", () => spans('W').astype('m8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[W]').astype('m8[s]')", () => spans('W').astype('m8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[W]').astype('m8[ms]')", () => spans('W').astype('m8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[W]').astype('m8[25s]')", () => spans('W').astype('m8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[W]').astype('m8[7D]')", () => spans('W').astype('m8[7D]'));
  numpy("np.array([5, -2**63], 'm8[W]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[W]' }).astype('m8[s]'),
  );
});

describe('timedeltas of D', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[D]').astype('m8[W]')", () => spans('D').astype('m8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[D]').astype('m8[h]')", () => spans('D').astype('m8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[D]').astype('m8[m]')", () => spans('D').astype('m8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[D]').astype('m8[s]')", () => spans('D').astype('m8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[D]').astype('m8[ms]')", () => spans('D').astype('m8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[D]').astype('m8[25s]')", () => spans('D').astype('m8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[D]').astype('m8[7D]')", () => spans('D').astype('m8[7D]'));
  numpy("np.array([5, -2**63], 'm8[D]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[D]' }).astype('m8[s]'),
  );
});

describe('timedeltas of h', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[h]').astype('m8[W]')", () => spans('h').astype('m8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[h]').astype('m8[D]')", () => spans('h').astype('m8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[h]').astype('m8[m]')", () => spans('h').astype('m8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[h]').astype('m8[s]')", () => spans('h').astype('m8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[h]').astype('m8[ms]')", () => spans('h').astype('m8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[h]').astype('m8[25s]')", () => spans('h').astype('m8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[h]').astype('m8[7D]')", () => spans('h').astype('m8[7D]'));
  numpy("np.array([5, -2**63], 'm8[h]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[h]' }).astype('m8[s]'),
  );
});

describe('timedeltas of m', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[m]').astype('m8[W]')", () => spans('m').astype('m8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[m]').astype('m8[D]')", () => spans('m').astype('m8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[m]').astype('m8[h]')", () => spans('m').astype('m8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[m]').astype('m8[s]')", () => spans('m').astype('m8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[m]').astype('m8[ms]')", () => spans('m').astype('m8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[m]').astype('m8[25s]')", () => spans('m').astype('m8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[m]').astype('m8[7D]')", () => spans('m').astype('m8[7D]'));
  numpy("np.array([5, -2**63], 'm8[m]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[m]' }).astype('m8[s]'),
  );
});

describe('timedeltas of s', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[s]').astype('m8[W]')", () => spans('s').astype('m8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[s]').astype('m8[D]')", () => spans('s').astype('m8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[s]').astype('m8[h]')", () => spans('s').astype('m8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[s]').astype('m8[m]')", () => spans('s').astype('m8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[s]').astype('m8[ms]')", () => spans('s').astype('m8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[s]').astype('m8[25s]')", () => spans('s').astype('m8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[s]').astype('m8[7D]')", () => spans('s').astype('m8[7D]'));
  numpy("np.array([5, -2**63], 'm8[s]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[s]' }).astype('m8[s]'),
  );
});

describe('timedeltas of ms', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ms]').astype('m8[W]')", () => spans('ms').astype('m8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ms]').astype('m8[D]')", () => spans('ms').astype('m8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ms]').astype('m8[h]')", () => spans('ms').astype('m8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ms]').astype('m8[m]')", () => spans('ms').astype('m8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ms]').astype('m8[s]')", () => spans('ms').astype('m8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ms]').astype('m8[25s]')", () => spans('ms').astype('m8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ms]').astype('m8[7D]')", () => spans('ms').astype('m8[7D]'));
  numpy("np.array([5, -2**63], 'm8[ms]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[ms]' }).astype('m8[s]'),
  );
});

describe('timedeltas of us', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[us]').astype('m8[W]')", () => spans('us').astype('m8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[us]').astype('m8[D]')", () => spans('us').astype('m8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[us]').astype('m8[h]')", () => spans('us').astype('m8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[us]').astype('m8[m]')", () => spans('us').astype('m8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[us]').astype('m8[s]')", () => spans('us').astype('m8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[us]').astype('m8[ms]')", () => spans('us').astype('m8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[us]').astype('m8[25s]')", () => spans('us').astype('m8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[us]').astype('m8[7D]')", () => spans('us').astype('m8[7D]'));
  numpy("np.array([5, -2**63], 'm8[us]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[us]' }).astype('m8[s]'),
  );
});

describe('timedeltas of ns', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ns]').astype('m8[W]')", () => spans('ns').astype('m8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ns]').astype('m8[D]')", () => spans('ns').astype('m8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ns]').astype('m8[h]')", () => spans('ns').astype('m8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ns]').astype('m8[m]')", () => spans('ns').astype('m8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ns]').astype('m8[s]')", () => spans('ns').astype('m8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ns]').astype('m8[ms]')", () => spans('ns').astype('m8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ns]').astype('m8[25s]')", () => spans('ns').astype('m8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[ns]').astype('m8[7D]')", () => spans('ns').astype('m8[7D]'));
  numpy("np.array([5, -2**63], 'm8[ns]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[ns]' }).astype('m8[s]'),
  );
});

describe('timedeltas of 25s', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[25s]').astype('m8[W]')", () => spans('25s').astype('m8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[25s]').astype('m8[D]')", () => spans('25s').astype('m8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[25s]').astype('m8[h]')", () => spans('25s').astype('m8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[25s]').astype('m8[m]')", () => spans('25s').astype('m8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[25s]').astype('m8[s]')", () => spans('25s').astype('m8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[25s]').astype('m8[ms]')", () => spans('25s').astype('m8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[25s]').astype('m8[7D]')", () => spans('25s').astype('m8[7D]'));
  numpy("np.array([5, -2**63], 'm8[25s]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[25s]' }).astype('m8[s]'),
  );
});

describe('timedeltas of 7D', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'm8[7D]').astype('m8[W]')", () => spans('7D').astype('m8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[7D]').astype('m8[D]')", () => spans('7D').astype('m8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[7D]').astype('m8[h]')", () => spans('7D').astype('m8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[7D]').astype('m8[m]')", () => spans('7D').astype('m8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[7D]').astype('m8[s]')", () => spans('7D').astype('m8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[7D]').astype('m8[ms]')", () => spans('7D').astype('m8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'm8[7D]').astype('m8[25s]')", () => spans('7D').astype('m8[25s]'));
  numpy("np.array([5, -2**63], 'm8[7D]').astype('m8[s]')", () =>
    np.array([5, NOT_A_TIME], { dtype: 'm8[7D]' }).astype('m8[s]'),
  );
});
