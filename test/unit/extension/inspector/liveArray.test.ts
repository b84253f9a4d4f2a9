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
const state = (picture: LiveArray): DocumentState => {
  const told = inspectorState({ expression: 'x', countsPages: false }, picture);
  // What a webview would not take is found out here.
  return v.parse(documentState, told);
};

describe('the picture of a panel', () => {
  it('is empty and well formed before there is any', () => {
    const { facts, problem, debug } = state(new LiveArray());
    assert.deepEqual([facts, problem, debug?.status], [undefined, undefined, 'ended']);
  });

  it('brings the bytes that came along as pages', () => {
    const picture = new LiveArray();
    picture.update(taken(1), observed(), { arrays: [listed('x')], more: 3 });
    assert.deepEqual([...picture.snapshot!.pages.keys()], [0, 1]);
    assert.equal(state(picture).debug?.moreNeighbours, 3);
  });

  it('stays while the program runs, and where the expression has no value', () => {
    const picture = new LiveArray();
    picture.update(taken(1), observed());
    picture.leaveStop('running');
    assert.deepEqual([state(picture).debug?.status, state(picture).facts?.name], ['running', 'x']);
    picture.setProblem(new InspectorError('invalid-input', 'NameError: x'));
    const told = state(picture);
    assert.deepEqual(
      [told.debug?.status, told.problem?.message, told.facts?.name],
      ['missing', undefined, 'x'],
    );
    assert.equal(told.debug?.canWrite, false);
    picture.setProblem(new InspectorError('invalid-input', 'TypeError: x'));
    assert.equal(state(picture).problem?.message, 'TypeError: x');
  });

  it('is brought back where another expression has no value', () => {
    const picture = new LiveArray();
    picture.update(taken(1), observed());
    const bringBack = picture.reset();
    picture.setProblem(new InspectorError('invalid-input', 'NameError: y'));
    assert.equal(state(picture).problem?.message, 'NameError: y');
    bringBack();
    assert.deepEqual([state(picture).debug?.status, state(picture).facts?.name], ['stopped', 'x']);
  });

  it('counts changed pages against the stop before, however often a stop is looked at', () => {
    const digests = (...pages: readonly number[]) =>
      Uint8Array.from(pages.flatMap(n => new Array<number>(8).fill(n)));
    const picture = new LiveArray();
    picture.update(taken(1), observed(digests(1, 1)));
    assert.equal(picture.snapshot!.changed?.changed, 0);
    picture.update(taken(2), observed(digests(1, 2)));
    picture.update(taken(2), observed(digests(1, 2)));
    assert.deepEqual(picture.snapshot!.changed, { changed: 1, total: 2, pageBytes: 4096 });
    picture.update(taken(4), observed(digests(9, 9)));
    assert.equal(picture.snapshot!.changed.changed, 0, 'the stop before was not looked at');
    picture.update(taken(5, 'another'), observed(digests(3, 3)));
    assert.equal(picture.snapshot!.changed.changed, 0, 'another session');
  });

  it('says what cannot be read, beside the drawing', () => {
    const picture = new LiveArray();
    picture.update(
      { ...taken(1), description: { ...described(4), unreadable: 'a bare address is not read' } },
      observed(),
    );
    assert.equal(state(picture).problem?.message, 'a bare address is not read');
  });
});
