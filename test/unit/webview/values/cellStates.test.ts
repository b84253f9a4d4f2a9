import assert from 'node:assert/strict';
import { parseDType } from '../../../../core/dtype/parse/parse';
import { cellState } from '../../../../webview/values/cellStates';

const stateOf = (dtype: string, text: string): string =>
  cellState({ state: 'value', text }, parseDType(dtype));

describe('the state of a cell', () => {
  it('tells what is not a number from numbers', () => {
    assert.deepEqual(
      ['nan', 'inf', '-inf', '1.5', '1e+300'].map(text => stateOf('<f8', text)),
      ['nan', 'inf', 'inf', 'value', 'value'],
    );
    assert.deepEqual(
      ['(nan+infj)', 'infj', '(1+2j)'].map(text => stateOf('<c16', text)),
      ['nan', 'inf', 'value'],
    );
    assert.equal(stateOf('<M8[s]', 'NaT'), 'nat');
    assert.equal(stateOf('<m8[s]', 'NaT'), 'nat');
  });

  it('is not taken from the letters of a text', () => {
    assert.equal(stateOf('<U5', 'nancy'), 'value');
    assert.equal(stateOf('S3', 'NaT'), 'value');
  });

  it('is that of a value which cannot be shown', () => {
    for (const state of ['loading', 'outside', 'large'] as const)
      assert.equal(cellState({ state, text: '' }, parseDType('<f4')), state);
  });
});
