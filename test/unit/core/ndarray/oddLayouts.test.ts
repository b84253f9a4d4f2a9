/** Copies, casts and views of arrays in unusual layouts: unaligned, byte-swapped, with gaps, backwards, repeated. */
import * as np from '../../../../core/index';
import { claims } from '../claims';
import { claimOfOddArrays } from '../oddArrays';

claimOfOddArrays(claims(__filename, 'odd_arrays.py'), 'copies and views of', [
  ['x', x => x],
  ['x.copy()', x => x.copy()],
  ["x.copy('K')", x => x.copy({ order: 'K' })],
  ['x.T', x => x.T],
  ['x[...]', x => x.get('...')],
  ['x[None]', x => x.get(null)],
  ['x.ravel()', x => x.ravel()],
  ["x.ravel('F')", x => x.ravel({ order: 'F' })],
  ["x.ravel('K')", x => x.ravel({ order: 'K' })],
  ['x.reshape(-1)', x => x.reshape(-1)],
  ["x.flatten('F')", x => x.flatten({ order: 'F' })],
  ["x.astype('c8')", x => x.astype('c8')],
  ["x.astype('U')", x => x.astype('U')],
  ['np.ascontiguousarray(x)', x => np.ascontiguousarray(x)],
  ['np.asfortranarray(x)', x => np.asfortranarray(x)],
  ['np.zeros_like(x)', x => np.zerosLike(x)],
  ["x.view('u1')", x => x.view('u1')],
  ['np.flip(x)', x => np.flip(x)],
  ['x.flat[::2]', x => x.flat.get('::2')],
  ['x[x > 1]', x => x.get(np.greater(x, 1))],
  ['repr(x)', x => np.arrayRepr(x)],
  ["x.astype('>i2')", x => x.astype('>i2'), ['unaligned', 'halves', 'wide']],
  ['x.byteswap()', x => x.byteswap(), ['unaligned']],
  ['x.tobytes()', x => x.tobytes(), ['unaligned']],
]);
