/**
 * A client of the Debug Adapter Protocol as small as the tests need it, over any two streams. Invariant: each request
 * is settled by its answer, or by the end of the stream.
 * https://microsoft.github.io/debug-adapter-protocol/overview#base-protocol
 */
import type { Readable, Writable } from 'node:stream';
import type { Session } from '../../extension/debug/runtime';

type Body = Record<string, unknown>;

interface Message {
  readonly type: 'request' | 'response' | 'event';
  readonly seq: number;
  readonly command?: string;
  readonly event?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: Body & { readonly error?: { readonly format?: string } };
}

interface Waiting {
  readonly accept: (body: unknown) => void;
  readonly reject: (error: Error) => void;
}

export class DapClient implements Session {
  readonly id = 'test';
  #sequence = 0;
  #received = Buffer.alloc(0);
  readonly #waiting = new Map<number, Waiting>();
  readonly #events: { readonly event: string; readonly body: Body }[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(
    readonly type: string,
    input: Readable,
    private readonly output: Writable,
  ) {
    input.on('data', (chunk: Buffer) => this.#receive(chunk));
    input.on('close', () => this.#end());
    input.on('error', () => this.#end());
    output.on('error', () => this.#end());
  }

  customRequest(command: string, args?: unknown): Promise<unknown> {
    const seq = ++this.#sequence;
    this.#send({ seq, type: 'request', command, arguments: args });
    return new Promise((accept, reject) => this.#waiting.set(seq, { accept, reject }));
  }

  /** The body of the first event of this name, also of one that has come before; each is given once. */
  async event(name: string): Promise<Body> {
    for (;;) {
      const at = this.#events.findIndex(({ event }) => event === name);
      if (at >= 0) return this.#events.splice(at, 1)[0].body;
      await new Promise<void>(accept => this.#listeners.add(accept));
    }
  }

  #send(message: object): void {
    const body = JSON.stringify(message);
    this.output.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const end = this.#received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const header = /Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, end));
      const start = end + 4;
      const length = Number(header?.[1]);
      if (this.#received.length < start + length) return;
      this.#handle(JSON.parse(this.#received.toString('utf8', start, start + length)) as Message);
      this.#received = this.#received.subarray(start + length);
    }
  }

  #handle(message: Message): void {
    if (message.type === 'response') this.#settle(message);
    else if (message.type === 'request') {
      this.#send({
        seq: ++this.#sequence,
        type: 'response',
        request_seq: message.seq,
        command: message.command,
        success: false,
      });
    } else {
      this.#events.push({ event: message.event ?? '', body: message.body ?? {} });
      const listeners = [...this.#listeners];
      this.#listeners.clear();
      listeners.forEach(listener => listener());
    }
  }

  #settle({ request_seq, success, body, message }: Message): void {
    const waiting = this.#waiting.get(request_seq ?? -1);
    this.#waiting.delete(request_seq ?? -1);
    if (success) waiting?.accept(body);
    else waiting?.reject(new Error(body?.error?.format ?? message ?? 'refused'));
  }

  #end(): void {
    for (const { reject } of this.#waiting.values()) reject(new Error('disconnected'));
    this.#waiting.clear();
  }
}
