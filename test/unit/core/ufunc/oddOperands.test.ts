/** Functions of arrays in unusual layouts: unaligned, byte-swapped, with gaps, backwards, repeated. */
import * as np from '../../../../core/index';
import { claims } from '../claims';
import { claimOfOddArrays } from '../oddArrays';

claimOfOddArrays(claims(__filename, 'odd_arrays.py'), 'functions of', [
  ['x + 1', x => np.add(x, 1)],
  ['x * x', x => np.multiply(x, x)],
  ['x / 3', x => np.divide(x, 3)],
  ['x // 2', x => np.floorDivide(x, 2)],
  ['x % 3', x => np.remainder(x, 3)],
  ['x - 0.5', x => np.subtract(x, 0.5)],
  ['np.abs(x)', x => np.abs(x)],
  ['np.sqrt(np.abs(x))', x => np.sqrt(np.abs(x))],
  ['np.square(x)', x => np.square(x)],
  ['x < 2', x => np.less(x, 2)],
  ['x == x', x => np.equal(x, x)],
  ['np.maximum(x, 2)', x => np.maximum(x, 2)],
  ['np.logical_not(x)', x => np.logicalNot(x)],
  ['np.where(x > 1, x, 0)', x => np.where(np.greater(x, 1), x, 0)],
  ['np.isfinite(x)', x => np.isfinite(x)],
  ['np.rint(x)', x => np.rint(x)],
]);
