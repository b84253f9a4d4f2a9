/** Reductions of arrays in unusual layouts: unaligned, byte-swapped, with gaps, backwards, repeated. */
import { claims } from '../claims';
import { claimOfOddArrays } from '../oddArrays';

claimOfOddArrays(claims(__filename, 'odd_arrays.py'), 'reductions of', [
  ['x.sum()', x => x.sum()],
  ['x.sum(axis=0)', x => x.sum({ axis: 0 })],
  ['x.sum(axis=-1, keepdims=True)', x => x.sum({ axis: -1, keepdims: true })],
  ['x.prod(axis=0)', x => x.prod({ axis: 0 })],
  ['x.min()', x => x.min()],
  ['x.max(axis=0)', x => x.max({ axis: 0 })],
  ['x.mean()', x => x.mean()],
  ['x.mean(axis=0)', x => x.mean({ axis: 0 })],
  ['x.std()', x => x.std()],
  ['x.var(axis=-1)', x => x.var({ axis: -1 })],
  ['x.argmax()', x => x.argmax()],
  ['x.argmin(axis=-1)', x => x.argmin({ axis: -1 })],
  ['x.cumsum()', x => x.cumsum()],
  ['x.cumsum(axis=-1)', x => x.cumsum({ axis: -1 })],
  ['x.all(axis=0)', x => x.all({ axis: 0 })],
  ['x.any()', x => x.any()],
]);
