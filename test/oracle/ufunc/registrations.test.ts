/** Registrations of ufuncs agree with NumPy's: number of operands, identity, dtypes of the loops and their order. */
import assert from 'node:assert/strict';
import '../../../core/index';
import { numpyName } from '../../../core/ufunc/refusals';
import { registeredUfuncs } from '../../../core/ufunc/register';
import { askNumPy, needsNumPy } from '../python';

interface NumPyUfunc {
  readonly name: string;
  readonly nin: number;
  readonly identity: number | null;
  readonly letters: string;
}

/** Loops that NumPy has and the core does not. */
const MISSING: Readonly<Record<string, string>> = {
  arcsin: 'FDG',
  arccos: 'FDG',
  arctan: 'FDG',
  arcsinh: 'FDG',
  arccosh: 'FDG',
  arctanh: 'FDG',
};
/** NumPy's type resolver casts integers for this one, which has no loops over them. */
const CAST_TO_FLOAT: Readonly<Record<string, string>> = { divide: 'bBhHiIlL' };

describe('registrations of ufuncs against NumPy', () => {
  it('have the same operands, identity and loops, in the same order', async function () {
    needsNumPy(this);
    const known = new Map((await askNumPy<NumPyUfunc>('ufunc/registrations.py')).map(one => [one.name, one]));
    const registered = registeredUfuncs();
    assert.equal(new Set(registered.map(({ name }) => name)).size, registered.length);
    for (const ufunc of registered) {
      const name = numpyName(ufunc.name);
      const identity = ufunc.nin === 2 ? (ufunc.identity ?? null) : null;
      const letters = `${ufunc.types.letters}${MISSING[name] ?? ''}`;
      const expected = known.get(name);
      assert.deepEqual(
        { name, nin: ufunc.nin, identity, letters },
        expected && { ...expected, letters: `${CAST_TO_FLOAT[name] ?? ''}${expected.letters}` },
      );
    }
  });
});
