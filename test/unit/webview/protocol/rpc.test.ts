import assert from 'node:assert/strict';
import { InspectorError } from '../../../../core/errors';
import { Client } from '../../../../webview/protocol/client';
import { hostEvents } from '../../../../webview/protocol/contract';
import { viewEvents } from '../../../../webview/protocol/viewEvents';
import type { Port } from '../../../../webview/protocol/envelope';
import type { Handlers } from '../../../../webview/protocol/serve';
import { serve } from '../../../../webview/protocol/serve';

/** Two ends of one channel; what is posted is copied, as between a webview and its host. */
function channel(): [Port, Port] {
  const listeners: ((message: unknown) => void)[][] = [[], []];
  const end = (own: number): Port => ({
    post: message => {
      const copy: unknown = structuredClone(message);
      queueMicrotask(() => listeners[1 - own].forEach(listener => listener(copy)));
    },
    listen: listener => {
      listeners[own].push(listener);
      return { dispose: () => listeners[own].splice(listeners[own].indexOf(listener), 1) };
    },
  });
  return [end(0), end(1)];
}

const unused = (): Promise<never> => Promise.reject(new Error('not asked for in this test'));
const noHandlers: Handlers = {
  ready: unused,
  readPages: unused,
  setLayout: unused,
  chooseCandidate: unused,
  forgetLayout: unused,
  retry: unused,
  openAsText: unused,
  openOrigin: unused,
  copyText: unused,
  copyMemmapLine: unused,
};

function pair(
  handlers: Partial<Handlers>,
  timeoutMs?: number,
): { client: Client<typeof viewEvents, typeof hostEvents>; goneTo: string[]; ports: [Port, Port] } {
  const [host, view] = channel();
  const goneTo: string[] = [];
  serve<typeof hostEvents, typeof viewEvents>(
    host,
    { ...noHandlers, ...handlers },
    {
      schemas: viewEvents,
      listeners: { focusChanged: () => undefined },
    },
  );
  const client = new Client<typeof viewEvents, typeof hostEvents>(
    view,
    {
      schemas: hostEvents,
      listeners: {
        documentChanged: () => undefined,
        stopped: () => undefined,
        goTo: text => goneTo.push(text),
      },
    },
    timeoutMs,
  );
  return { client, goneTo, ports: [host, view] };
}

describe('requests', () => {
  it('carry bytes both ways', async () => {
    const { client } = pair({
      readPages: ({ revision, pages }) =>
        Promise.resolve({ revision, pages: pages.map(p => Uint8Array.of(p)) }),
    });
    const answer = await client.request('readPages', { revision: 3, pages: [7, 9] });
    assert.deepEqual(answer, { revision: 3, pages: [Uint8Array.of(7), Uint8Array.of(9)] });
  });
  it('carry errors whole', async () => {
    const sent = new InspectorError('invalid-dtype', "data type 'foo' not understood", {
      action: 'Fix it.',
      numpyName: 'TypeError',
      fields: { control: 'dtype' },
    });
    const { client } = pair({ setLayout: () => Promise.reject(sent) });
    await assert.rejects(
      client.request('setLayout', { dtype: 'foo', shape: '1', order: 'C', offset: '0' }),
      (got: InspectorError) => {
        assert.deepEqual(
          [got.kind, got.message, got.action, got.numpyName, got.fields],
          [sent.kind, sent.message, sent.action, sent.numpyName, sent.fields],
        );
        return true;
      },
    );
  });
  it('end in a time-out where no answer comes', async () => {
    const { client } = pair({ retry: () => new Promise(() => undefined) }, 20);
    await assert.rejects(client.request('retry', null), { kind: 'timed-out' });
  });
  it('that are long take as long as they take', async () => {
    const found = { index: [3], leaf: 0, byteOffset: 12, text: '1.0', isWrapped: false };
    const { client } = pair({ find: () => new Promise(done => setTimeout(() => done(found), 60)) }, 20);
    const asked = { what: 'value' as const, text: '1', tolerance: '', isBackward: false };
    assert.deepEqual(await client.request('find', asked), found);
  });
  it('abort the other side when they are cancelled', async () => {
    let aborted = false;
    const { client } = pair({
      readPages: (_, signal) => new Promise(() => signal.addEventListener('abort', () => (aborted = true))),
    });
    const abort = new AbortController();
    const asked = client.request('readPages', { revision: 0, pages: [0] }, abort.signal);
    setTimeout(() => abort.abort(), 5);
    await assert.rejects(asked, { kind: 'aborted' });
    await new Promise(done => setTimeout(done, 5));
    assert.ok(aborted);
  });
  it('are refused when malformed, with the place of the mistake', async () => {
    const { client } = pair({});
    await assert.rejects(client.request('readPages', { revision: 0, pages: [-1] }), /pages\.0/);
    await assert.rejects(
      client.request('readPages', { revision: 0, pages: new Array<number>(257).fill(0) }),
      { kind: 'protocol' },
    );
  });
  it('fail where the answer is malformed', async () => {
    const { client } = pair({
      readPages: () => Promise.resolve({ revision: 0, pages: ['no bytes'] as unknown as Uint8Array[] }),
    });
    await assert.rejects(client.request('readPages', { revision: 0, pages: [0] }), { kind: 'protocol' });
  });
});

describe('whatever else arrives', () => {
  it('is passed over unless it is an event of the contract', async () => {
    const { goneTo, ports } = pair({});
    for (const junk of [
      null,
      1,
      'x',
      {},
      { type: 'request' },
      { type: 'event', name: 'constructor', data: 1 },
      { type: 'result', id: 99 },
    ]) {
      ports[0].post(junk);
      ports[1].post(junk);
    }
    ports[0].post({ type: 'event', name: 'goTo', data: '50%' });
    await new Promise(done => setTimeout(done, 5));
    assert.deepEqual(goneTo, ['50%']);
  });
});
