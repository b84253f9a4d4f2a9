import assert from 'node:assert/strict';
import { InspectorError } from '../../../../../core/errors';
import { pythonRuntime } from '../../../../../extension/debug/python/runtime';
import type { Frame } from '../../../../../extension/debug/runtime';

/** A frame whose debugger gives these results, one an evaluation; and what it was asked to evaluate. */
function frameAnswering(...results: readonly string[]): { frame: Frame; asked: string[] } {
  const asked: string[] = [];
  const session = {
    id: 's',
    type: 'debugpy',
    customRequest: (_command: string, args?: unknown) => {
      asked.push((args as { expression: string }).expression);
      return Promise.resolve({ result: results[asked.length - 1] ?? '' });
    },
  };
  return { frame: { session, capabilities: {}, threadId: 1, frameId: 2 }, asked };
}

function sealed(json: unknown): string {
  const text = Buffer.from(JSON.stringify(json), 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt32LE(text.length);
  return `NAI1:${Buffer.concat([head, text]).toString('base64')}:`;
}

const runtime = pythonRuntime(() => Promise.resolve('print("helper")'));
const subject = { key: 'k', expression: 'x', windows: [], digests: false };
const observe = (frame: Frame) => runtime.observe(frame, { subjects: [subject] });

describe('the Python runtime', () => {
  it('installs the helper where it is missing, and asks again', async () => {
    const { frame, asked } = frameAnswering('KeyError', 'None', sealed({ subjects: {} }));
    await observe(frame);
    assert.equal(asked.length, 3);
    assert.ok(asked[1].startsWith('(lambda m:'), asked[1]);
    assert.equal(asked[0], asked[2]);
  });

  it('evaluates nothing of the user’s text but inside a base64 string', async () => {
    const { frame, asked } = frameAnswering(sealed({ subjects: {} }));
    const expression = `x'); import os #`;
    await runtime.observe(frame, { subjects: [{ ...subject, expression }] });
    assert.match(
      asked[0],
      /^__import__\('sys'\)\.modules\['_ndarray_inspector'\]\.ask\('[A-Za-z0-9+/=]+',locals\(\),globals\(\)\)$/,
    );
  });

  it('tells a failure of one subject without losing the others', async () => {
    const failed = { error: { kind: 'invalid-input', message: 'NameError: x' } };
    const { frame } = frameAnswering(sealed({ subjects: { k: failed, l: { nonsense: true } } }));
    const { subjects } = await runtime.observe(frame, { subjects: [subject, { ...subject, key: 'l' }] });
    const [k, l] = ['k', 'l'].map(key => subjects.get(key));
    assert.ok(k instanceof InspectorError && k.message === 'NameError: x');
    assert.ok(l instanceof InspectorError && l.kind === 'protocol');
  });

  it('ends in an error where the program can’t be asked, or answers with something else', async () => {
    await assert.rejects(observe(frameAnswering('a', 'b', 'c').frame), /could not be evaluated: c/);
    await assert.rejects(observe(frameAnswering(sealed({ subjects: 7 })).frame), InspectorError);
    const refused = sealed({ error: { kind: 'no such kind', message: 'why' } });
    await assert.rejects(
      observe(frameAnswering(refused).frame),
      (error: InspectorError) => error.kind === 'not-inspectable',
    );
  });
});
