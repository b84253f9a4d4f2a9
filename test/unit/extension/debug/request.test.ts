import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { javascriptRuntime } from '../../../../extension/debug/javascript/runtime';
import { request } from '../../../../extension/debug/request';
import type { Session } from '../../../../extension/debug/runtime';
import { program } from './javascript/program';

const refusing = (message: string): Session => ({
  id: 's',
  type: 't',
  customRequest: () => Promise.reject(new Error(message)),
});
const kindOf = async (session: Session, timeoutMs?: number): Promise<string> => {
  const error: unknown = await request(session, 'evaluate', {}, timeoutMs).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert(error instanceof InspectorError);
  assert(error.action);
  return error.kind;
};

describe('a request to a debug adapter', () => {
  it('ends when it is never answered', async () => {
    const { frame } = program({}, { silent: ['evaluate'] });
    assert.equal(await kindOf(frame.session, 10), 'timed-out');
  });

  it('tells a program that is gone from one that refuses', async () => {
    for (const message of [
      'Stack frame not found',
      'Thread is not paused',
      'debug session not found',
      "no debugger available, can not send 'evaluate'",
    ])
      assert.equal(await kindOf(refusing(message)), 'debuggee-gone', message);
    assert.equal(await kindOf(refusing('Uncaught SyntaxError: Unexpected token')), 'not-inspectable');
  });

  it('that is given up rejects at once, with what it was a part of', async () => {
    const { frame } = program({ a: new Uint8Array(1) }, { silent: ['evaluate'] });
    const abort = new AbortController();
    const subject = { key: 'a', expression: 'a', windows: [], digests: false };
    const observing = javascriptRuntime.observe(frame, { subjects: [subject] }, abort.signal);
    abort.abort();
    await assert.rejects(
      observing,
      (error: unknown) => error instanceof InspectorError && error.kind === 'aborted',
    );
  });
});
