import assert from 'node:assert/strict';
import { bar } from '../../../../extension/commands/files/accessReport';
import { DEFAULT_TOLERANCE, parseTolerance } from '../../../../extension/commands/files/tolerance';

describe('a tolerance as it is typed', () => {
  it('is NumPy’s unless it says something else', () => {
    const standard = { rtol: 1e-5, atol: 1e-8, equalNan: false };
    assert.deepEqual(parseTolerance(''), standard);
    assert.deepEqual(parseTolerance(DEFAULT_TOLERANCE), standard);
    assert.deepEqual(parseTolerance('atol = 0.5 equal_nan=True'), { rtol: 1e-5, atol: 0.5, equalNan: true });
    assert.deepEqual(parseTolerance('0'), { rtol: 0, atol: 0, equalNan: false });
  });

  it('is refused where it is none', () => {
    for (const text of ['rtol=x', 'rtol=-1', 'tol=1', '1e-5', 'equal_nan=1', 'rtol=', 'atol=inf'])
      assert.throws(() => parseTolerance(text), { kind: 'invalid-input' }, text);
  });
});

describe('a bar', () => {
  it('is as long as its fraction, and never nothing', () => {
    assert.equal(bar(1), '█'.repeat(40));
    assert.equal(bar(0.5), '█'.repeat(20));
    assert.equal(bar(1 / 320), '▏');
    assert.equal(bar(0), '▏');
  });
});
