/**
 * The webview's end of the channel. Every request settles: with a checked result, with the extension's error, or with
 * one of kind `timed-out`, `aborted` or `protocol`. Long ones have no time-out: who asks can cancel them.
 */
import * as v from 'valibot';
import type { Abortable } from '../../core/bytes';
import type { ErrorKind } from '../../core/errors';
import { InspectorError, fromWire } from '../../core/errors';
import type { EventsOf, Method, Params, Result } from './contract';
import { LONG, results } from './contract';
import type { Port, Receiving, Schemas } from './envelope';
import { checked, dispatchEvent, envelope } from './envelope';

// The project has neither the DOM's types nor Node's; both have these.
declare function setTimeout(callback: () => void, ms: number): number;
declare function clearTimeout(timer: number): void;

/** The webview's end: asks, sends `S`, receives `R`. */
export class Client<S extends Schemas, R extends Schemas> {
  readonly #port: Port;
  readonly #waiting = new Map<
    number,
    { settle: (outcome: { result: unknown } | { error: Error }) => void }
  >();
  #nextId = 1;

  constructor(
    port: Port,
    receives: Receiving<R>,
    private readonly timeoutMs = 30_000,
  ) {
    this.#port = port;
    port.listen(message => {
      const parsed = v.safeParse(envelope, message);
      if (!parsed.success) return;
      const m = parsed.output;
      if (m.type === 'result') this.#waiting.get(m.id)?.settle({ result: m.result });
      else if (m.type === 'error')
        this.#waiting.get(m.id)?.settle({ error: fromWire({ ...m.error, kind: m.error.kind as ErrorKind }) });
      else if (m.type === 'event') dispatchEvent(receives.schemas, receives.listeners, m.name, m.data);
    });
  }

  send<K extends keyof S & string>(name: K, data: EventsOf<S>[K]): void {
    this.#port.post({ type: 'event', name, data });
  }

  /** Rejects with the other side's `InspectorError`, or one of kind `timed-out`, `aborted` or `protocol`. */
  request<M extends Method>(method: M, params: Params<M>, signal?: Abortable): Promise<Result<M>> {
    const id = this.#nextId++;
    return new Promise<Result<M>>((accept, reject) => {
      const finish = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', cancel);
        this.#waiting.delete(id);
      };
      const giveUp = (error: InspectorError): void => {
        finish();
        this.#port.post({ type: 'cancel', id });
        reject(error);
      };
      const cancel = (): void => giveUp(new InspectorError('aborted', `${method} was cancelled`));
      const lateError = (): InspectorError =>
        new InspectorError('timed-out', `${method} was not answered in ${this.timeoutMs / 1000} s`, {
          action: 'Try again.',
        });
      const timer = LONG.includes(method) ? 0 : setTimeout(() => giveUp(lateError()), this.timeoutMs);
      this.#waiting.set(id, {
        settle: outcome => {
          finish();
          if ('error' in outcome) {
            reject(outcome.error);
            return;
          }
          try {
            const { result } = outcome;
            accept(checked<v.GenericSchema<Result<M>>>(results[method], result, `the answer to ${method}`));
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        },
      });
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted) cancel();
      else this.#port.post({ type: 'request', id, method, params });
    });
  }
}
