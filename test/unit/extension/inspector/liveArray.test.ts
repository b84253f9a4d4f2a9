import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { LiveArray } from '../../../../extension/inspector/liveArray';
import { inspectorState } from '../../../../extension/inspector/inspectorState';
import type { DocumentState } from '../../../../webview/protocol/documentState';
import { documentState } from '../../../../webview/protocol/documentState';
import * as v from 'valibot';
import { described, listed } from '../debug/description';

const taken = (stop: number, sessionId = 's') => ({
  description: described(1024),
  stop,
  sessionId,
  takenAt: 'a.py:1',
  language: 'python' as const,
  canMeasure: true,
});
const observed = (digests?: Uint8Array, byteLength = 8192) => ({
  description: described(1024),
  windows: [{ byteOffset: 0, bytes: new Uint8Array(byteLength).fill(7) }],
  digests,
});
const state = (live: LiveArray): DocumentState => {
  const shown = inspectorState({ expression: 'x', countsPages: false }, live);
  // What a webview would not take is found out here.
  return v.parse(documentState, shown);
};

describe('the array of a panel', () => {
  it('is empty and well formed before there is any', () => {
    const { facts, problem, debug } = state(new LiveArray());
    assert.deepEqual([facts, problem, debug?.status], [undefined, undefined, 'ended']);
  });

  it('brings the bytes that came along as pages', () => {
    const live = new LiveArray();
    live.update(taken(1), observed(), { arrays: [listed('x')], more: 3 });
    assert.deepEqual([...live.snapshot!.pages.keys()], [0, 1]);
    assert.equal(state(live).debug?.moreNeighbours, 3);
  });

  it('stays while the program runs, and where the expression has no value', () => {
    const live = new LiveArray();
    live.update(taken(1), observed());
    live.leaveStop('running');
    assert.deepEqual([state(live).debug?.status, state(live).facts?.name], ['running', 'x']);
    live.setProblem(new InspectorError('invalid-input', 'NameError: x'));
    const shown = state(live);
    assert.deepEqual(
      [shown.debug?.status, shown.problem?.message, shown.facts?.name],
      ['missing', undefined, 'x'],
    );
    assert.equal(shown.debug?.canWrite, false);
    live.setProblem(new InspectorError('invalid-input', 'TypeError: x'));
    assert.equal(state(live).problem?.message, 'TypeError: x');
  });

  it('is brought back where another expression has no value', () => {
    const live = new LiveArray();
    live.update(taken(1), observed());
    const bringBack = live.reset();
    live.setProblem(new InspectorError('invalid-input', 'NameError: y'));
    assert.equal(state(live).problem?.message, 'NameError: y');
    bringBack();
    assert.deepEqual([state(live).debug?.status, state(live).facts?.name], ['stopped', 'x']);
  });

  it('counts changed pages against the stop before, however often a stop is looked at', () => {
    const digests = (...pages: readonly number[]) =>
      Uint8Array.from(pages.flatMap(n => new Array<number>(8).fill(n)));
    const live = new LiveArray();
    live.update(taken(1), observed(digests(1, 1)));
    assert.equal(live.snapshot!.changed?.changed, 0);
    live.update(taken(2), observed(digests(1, 2)));
    live.update(taken(2), observed(digests(1, 2)));
    assert.deepEqual(live.snapshot!.changed, { changed: 1, total: 2, pageBytes: 4096 });
    live.update(taken(4), observed(digests(9, 9)));
    assert.equal(live.snapshot!.changed.changed, 0, 'the stop before was not looked at');
    live.update(taken(5, 'another'), observed(digests(3, 3)));
    assert.equal(live.snapshot!.changed.changed, 0, 'another session');
  });

  it('says what cannot be read, beside the drawing', () => {
    const live = new LiveArray();
    live.update(
      { ...taken(1), description: { ...described(4), unreadable: 'a bare address is not read' } },
      observed(),
    );
    assert.equal(state(live).problem?.message, 'a bare address is not read');
  });
});
