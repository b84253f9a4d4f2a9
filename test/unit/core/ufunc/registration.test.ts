/** The registration of a ufunc: the compiler demands what its loops need, and nothing else. */
import assert from 'node:assert/strict';
import * as np from '../../../../core/index';
import { FLOATS, INTEGERS } from '../../../../core/ufunc/loopTypes';
import { binary, registeredUfuncs, ufuncOf, unary } from '../../../../core/ufunc/register';

/** Compiled, and never called. */
const WRONG = [
  (): unknown =>
    // @ts-expect-error integers of 64 bits need an operation on bigints
    unary({ name: 'incomplete', types: INTEGERS, number: a => a }),
  (): unknown =>
    // @ts-expect-error floats have no operation on complex numbers
    binary({ name: 'excessive', types: FLOATS, number: (a, b) => a + b, complex: a => a }),
];

describe('the registration of a ufunc', () => {
  it('has the operations of its loops', () => {
    assert.equal(WRONG.length, 2);
    for (const ufunc of registeredUfuncs()) {
      for (const representation of ufunc.types.representations)
        assert.equal(typeof ufunc[representation], 'function', `${ufunc.name} on ${representation}`);
    }
  });

  it('is under the name of the public function', () => {
    const face = np as unknown as Readonly<Record<string, unknown>>;
    for (const { name } of registeredUfuncs()) assert.equal(typeof face[name], 'function', name);
    assert.equal(ufuncOf(np.add).name, 'add');
  });
});
