/** Calls of the Python programs of this folder for which the core has another form. */
import type * as np from '../../../../core/index';
import type { Own } from './calls';

export const OWN: Own = {
  store: ([x, value]: readonly [np.NDArray, np.NDArray]) => x.set('...', value),
};
