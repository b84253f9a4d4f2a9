/** Datetimes from unit to unit, before and after 1970, and NaT: rounded as NumPy rounds. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const dates = (unit: string): np.NDArray => np.array([0, -1, 1, 400, -400], { dtype: `M8[${unit}]` });

describe('datetimes of Y', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[M]')", () => dates('Y').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[W]')", () => dates('Y').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[D]')", () => dates('Y').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[h]')", () => dates('Y').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[m]')", () => dates('Y').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[s]')", () => dates('Y').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[ms]')", () => dates('Y').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[us]')", () => dates('Y').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[ns]')", () => dates('Y').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[25s]')", () => dates('Y').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('M8[7D]')", () => dates('Y').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[Y]').astype('U')", () => dates('Y').astype('U'));
});

describe('datetimes of M', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[Y]')", () => dates('M').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[W]')", () => dates('M').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[D]')", () => dates('M').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[h]')", () => dates('M').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[m]')", () => dates('M').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[s]')", () => dates('M').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[ms]')", () => dates('M').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[us]')", () => dates('M').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[ns]')", () => dates('M').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[25s]')", () => dates('M').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('M8[7D]')", () => dates('M').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[M]').astype('U')", () => dates('M').astype('U'));
});

describe('datetimes of W', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[Y]')", () => dates('W').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[M]')", () => dates('W').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[D]')", () => dates('W').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[h]')", () => dates('W').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[m]')", () => dates('W').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[s]')", () => dates('W').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[ms]')", () => dates('W').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[us]')", () => dates('W').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[ns]')", () => dates('W').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[25s]')", () => dates('W').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('M8[7D]')", () => dates('W').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[W]').astype('U')", () => dates('W').astype('U'));
});

describe('datetimes of D', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[Y]')", () => dates('D').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[M]')", () => dates('D').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[W]')", () => dates('D').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[h]')", () => dates('D').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[m]')", () => dates('D').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[s]')", () => dates('D').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[ms]')", () => dates('D').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[us]')", () => dates('D').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[ns]')", () => dates('D').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[25s]')", () => dates('D').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('M8[7D]')", () => dates('D').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[D]').astype('U')", () => dates('D').astype('U'));
});

describe('datetimes of h', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[Y]')", () => dates('h').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[M]')", () => dates('h').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[W]')", () => dates('h').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[D]')", () => dates('h').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[m]')", () => dates('h').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[s]')", () => dates('h').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[ms]')", () => dates('h').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[us]')", () => dates('h').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[ns]')", () => dates('h').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[25s]')", () => dates('h').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('M8[7D]')", () => dates('h').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[h]').astype('U')", () => dates('h').astype('U'));
});

describe('datetimes of m', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[Y]')", () => dates('m').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[M]')", () => dates('m').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[W]')", () => dates('m').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[D]')", () => dates('m').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[h]')", () => dates('m').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[s]')", () => dates('m').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[ms]')", () => dates('m').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[us]')", () => dates('m').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[ns]')", () => dates('m').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[25s]')", () => dates('m').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('M8[7D]')", () => dates('m').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[m]').astype('U')", () => dates('m').astype('U'));
});

describe('datetimes of s', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[Y]')", () => dates('s').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[M]')", () => dates('s').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[W]')", () => dates('s').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[D]')", () => dates('s').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[h]')", () => dates('s').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[m]')", () => dates('s').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[ms]')", () => dates('s').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[us]')", () => dates('s').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[ns]')", () => dates('s').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[25s]')", () => dates('s').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('M8[7D]')", () => dates('s').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[s]').astype('U')", () => dates('s').astype('U'));
});

describe('datetimes of ms', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[Y]')", () => dates('ms').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[M]')", () => dates('ms').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[W]')", () => dates('ms').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[D]')", () => dates('ms').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[h]')", () => dates('ms').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[m]')", () => dates('ms').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[s]')", () => dates('ms').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[us]')", () => dates('ms').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[ns]')", () => dates('ms').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[25s]')", () => dates('ms').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('M8[7D]')", () => dates('ms').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ms]').astype('U')", () => dates('ms').astype('U'));
});

describe('datetimes of us', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[Y]')", () => dates('us').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[M]')", () => dates('us').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[W]')", () => dates('us').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[D]')", () => dates('us').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[h]')", () => dates('us').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[m]')", () => dates('us').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[s]')", () => dates('us').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[ms]')", () => dates('us').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[ns]')", () => dates('us').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[25s]')", () => dates('us').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('M8[7D]')", () => dates('us').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[us]').astype('U')", () => dates('us').astype('U'));
});

describe('datetimes of ns', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[Y]')", () => dates('ns').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[M]')", () => dates('ns').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[W]')", () => dates('ns').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[D]')", () => dates('ns').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[h]')", () => dates('ns').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[m]')", () => dates('ns').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[s]')", () => dates('ns').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[ms]')", () => dates('ns').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[us]')", () => dates('ns').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[25s]')", () => dates('ns').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('M8[7D]')", () => dates('ns').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[ns]').astype('U')", () => dates('ns').astype('U'));
});

describe('datetimes of 25s', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[Y]')", () => dates('25s').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[M]')", () => dates('25s').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[W]')", () => dates('25s').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[D]')", () => dates('25s').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[h]')", () => dates('25s').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[m]')", () => dates('25s').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[s]')", () => dates('25s').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[ms]')", () => dates('25s').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[us]')", () => dates('25s').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[ns]')", () => dates('25s').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('M8[7D]')", () => dates('25s').astype('M8[7D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[25s]').astype('U')", () => dates('25s').astype('U'));
});

describe('datetimes of 7D', () => {
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[Y]')", () => dates('7D').astype('M8[Y]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[M]')", () => dates('7D').astype('M8[M]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[W]')", () => dates('7D').astype('M8[W]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[D]')", () => dates('7D').astype('M8[D]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[h]')", () => dates('7D').astype('M8[h]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[m]')", () => dates('7D').astype('M8[m]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[s]')", () => dates('7D').astype('M8[s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[ms]')", () => dates('7D').astype('M8[ms]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[us]')", () => dates('7D').astype('M8[us]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[ns]')", () => dates('7D').astype('M8[ns]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('M8[25s]')", () => dates('7D').astype('M8[25s]'));
  numpy("np.array([0, -1, 1, 400, -400], 'M8[7D]').astype('U')", () => dates('7D').astype('U'));
});
