import assert from 'node:assert/strict';
import { InspectorError } from '../../../../../core/errors';
import type { StateInput } from '../../../../../extension/editor/view/viewState';
import { documentState } from '../../../../../extension/editor/view/viewState';
import type { LayoutChoice } from '../../../../../webview/protocol/schema';

const choice: LayoutChoice = { dtype: 'float32', shape: [5, 4], order: 'C', offset: 0 };
const stateOf = (
  change: Partial<LayoutChoice>,
  more: Partial<StateInput> = {},
): ReturnType<typeof documentState> =>
  documentState({
    revision: 0,
    id: 'file:///a.dat',
    fileName: 'a.dat',
    path: '/a.dat',
    byteLength: 80,
    chosen: { choice: { ...choice, ...change }, origin: { kind: 'user', text: 'your choice' } },
    candidates: [],
    headerLength: 0,
    isText: false,
    notes: [],
    ...more,
  });

describe('documentState', () => {
  it("has np.memmap's flags in mode r", () => {
    assert.deepEqual(stateOf({}).facts?.flags, {
      C_CONTIGUOUS: true,
      F_CONTIGUOUS: false,
      OWNDATA: false,
      WRITEABLE: false,
      ALIGNED: true,
      WRITEBACKIFCOPY: false,
    });
    assert.equal(stateOf({ offset: 2, shape: [4, 4] }).facts?.flags.ALIGNED, false);
    assert.equal(stateOf({ order: 'F' }).facts?.flags.F_CONTIGUOUS, true);
  });
  it('maps as many bytes as np.memmap does', () => {
    const mapped = (...args: Parameters<typeof stateOf>): number | undefined =>
      stateOf(...args).facts?.owners.find(({ typeName }) => typeName === 'mmap.mmap')?.byteLength;
    // len(np.memmap(path, 'f4', 'r', 3, (4, 4)).base), and of offset 5000 in a file of 6000 bytes.
    assert.equal(mapped({ shape: [4, 4], offset: 3 }), 67);
    assert.equal(mapped({ shape: [4, 4], offset: 5000 }, { byteLength: 6000 }), 968);
  });
  it('follows strides of its own', () => {
    assert.deepEqual(stateOf({ shape: [2, 2], strides: [32, 4] }).facts?.layout.strides, [32, 4]);
  });
  it('counts the bytes behind the last item', () => {
    assert.equal(stateOf({}).leftoverBytes, 0);
    assert.equal(stateOf({ shape: [4, 4], offset: 3 }).leftoverBytes, 13);
  });
  it("says in NumPy's words that a layout does not fit, and still draws it", () => {
    const { problem, facts } = stateOf({ shape: [6, 4] });
    assert.match(problem?.message ?? '', /^mmap length is greater than file size/);
    assert.equal(problem?.fields?.control, 'shape');
    assert.ok(facts);
  });
  it('says that an offset is past the end', () => {
    assert.equal(stateOf({ offset: 81, shape: [0] }).problem?.fields?.control, 'offset');
  });
  it('says that an empty file cannot be mapped', () => {
    assert.equal(stateOf({ shape: [0] }, { byteLength: 0 }).problem?.message, 'cannot mmap an empty file');
  });
  it('lets a problem of the file outrank one of the layout', () => {
    const problem = new InspectorError('file-missing', 'gone');
    assert.equal(stateOf({ shape: [6, 4] }, { problem }).problem?.message, 'gone');
  });
  it('is whole without a layout', () => {
    const state = stateOf({}, { chosen: undefined });
    assert.equal(state.facts, undefined);
    assert.equal(state.leftoverBytes, 80);
  });
});
