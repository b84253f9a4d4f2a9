import assert from 'node:assert/strict';
import { boxesText } from '../../../webview/debug/boxesText';
import { costRows } from '../../../webview/debug/costRows';
import { texts } from '../../../webview/lazyStrings';
import type { DebugState } from '../../../webview/protocol/debugSchema';
import { viewFlags } from '../../../webview/state/flags';
import { viewOf } from './views';

describe('boxed objects', () => {
  const list = {
    shown: [],
    count: 100,
    pointerBytes: 800,
    objectBytes: 2800,
    isSampled: false,
    asArray: { dtype: 'int64', byteLength: 800 },
  };

  it('are weighed against an array of the same numbers', () => {
    assert.equal(
      boxesText(list),
      '100 pointers: 800 B, and 2.8 kB for the objects. As an array of int64: 800 B.',
    );
    const floats = { ...list, asArray: { dtype: 'float64', byteLength: 800 } };
    assert.match(boxesText(floats), /As an array of float64: 800 B\.$/);
    assert.match(
      boxesText({ ...list, asArray: { dtype: 'uint8', byteLength: 100 } }),
      /As an array of uint8/,
    );
  });

  it('that are not all numbers are only weighed', () => {
    assert.equal(
      boxesText({ ...list, count: 1, pointerBytes: 8, objectBytes: 28, asArray: undefined }),
      '1 pointer: 8 B, and 28 B for the objects.',
    );
  });

  it('say when only some were looked at', () => {
    const shown = [{ index: 0, address: '16', typeName: 'int', byteLength: 28 }];
    assert.match(
      boxesText({ ...list, shown, isSampled: true }),
      /and 2\.8 kB for the objects of the first 1\./,
    );
  });
});

describe('the cost of a walk', () => {
  const costs = [
    { axis: 0, linesPerItem: 1, ratio: 16 },
    { axis: 1, linesPerItem: 0.0625, ratio: 1 },
  ];

  it('has the ratio to the best axis, and a bar as long as the worst', () => {
    assert.deepEqual(
      costRows(costs).map(({ model }) => [model.text, model.ratio, model.share]),
      [
        ['1', '16×', 1],
        ['0.063', '1×', 0.0625],
      ],
    );
  });

  it('is measured where the axis had room for it', () => {
    const rows = costRows(costs, { axes: [{ axis: 0, items: 10, nanosecondsPerItem: 123.4 }] });
    assert.deepEqual(rows[0].measured, { text: '123', ratio: '1×', share: 1 });
    assert.equal(rows[1].measured, undefined);
    const instant = costRows(costs, { axes: [{ axis: 0, items: 10, nanosecondsPerItem: 0 }] });
    assert.deepEqual(instant[0].measured, { text: '0', ratio: '', share: 0 });
  });
});

describe('the note of a stopped program', () => {
  it('says as of when', () => {
    assert.equal(texts.asOf.stopped('m.py:12'), 'at m.py:12');
    assert.equal(texts.asOf.missing('m.py:12'), 'not in this frame; values from m.py:12');
  });
});

describe('the flags of an array of a program', () => {
  const debug = (part: Partial<DebugState>): DebugState => ({
    expression: 'x',
    language: 'python',
    status: 'stopped',
    asOf: '',
    stop: 1,
    canWrite: true,
    canMeasure: false,
    asksLayout: false,
    neighbours: [],
    moreNeighbours: 0,
    countsPages: false,
    ...part,
  });
  const flags = (part: Partial<DebugState>, owner = 'ndarray', slice = '::2') => {
    const view = viewOf({ shape: [10, 6] }, slice);
    const facts = { ...view.facts, owners: [{ name: 'b', typeName: owner, byteLength: 240 }] };
    return viewFlags({ ...view, facts }, 'r', debug(part));
  };

  it('are mended in terms of the expression', () => {
    assert.equal(flags({})[0].fix?.code, 'np.ascontiguousarray(x[::2])');
    assert.equal(flags({ expression: 'self.größe' })[0].fix?.code, 'np.ascontiguousarray(self.größe[::2])');
    assert.equal(flags({ expression: 'a + b' })[1].fix?.code, 'np.asfortranarray((a + b)[::2])');
    assert.equal(flags({ language: 'native' })[0].fix, undefined);
  });

  it('do not talk of modes where there is no file', () => {
    assert.equal(flags({}, 'bytes')[3].why, 'the bytes object that owns the bytes is read-only');
    assert.equal(flags({})[3].why, 'the array or its base was made read-only');
    const file = { path: 'a', offset: 0, mode: 'r' };
    assert.equal(flags({ file })[3].why, "opened with mode 'r'");
    assert.match(flags({ file: { ...file, mode: 'r+' } })[3].why!, /made read-only/);
  });
});
