/**
 * The extension's end of the channel. Every request ends in a result or an error; a cancelled one aborts the signal
 * its handler was given. Every message is checked against the contract on arrival.
 */
import * as v from 'valibot';
import type { Abortable, Disposable } from '../../core/bytes';
import { InspectorError, toWire } from '../../core/errors';
import { AbortSwitch } from './abort';
import type { EventsOf, Method, Params, Result } from './contract';
import type { Port, Receiving, Schemas } from './envelope';
import { checked, dispatchEvent, envelope } from './envelope';
import { params as schemas } from './requestParams';

/** Handlers for the methods that a view serves; any other method is refused with `protocol`. */
export type Handlers = { [M in Method]?: (params: Params<M>, signal: Abortable) => Promise<Result<M>> };

/** The extension's end: answers requests, sends `S`, receives `R`. */
export function serve<S extends Schemas, R extends Schemas>(
  port: Port,
  handlers: Handlers,
  receives: Receiving<R>,
): Disposable & { send<K extends keyof S & string>(name: K, data: EventsOf<S>[K]): void } {
  const running = new Map<number, AbortSwitch>();
  const answer = async (id: number, method: string, params: unknown): Promise<void> => {
    const abort = new AbortSwitch();
    running.set(id, abort);
    try {
      const known = method as Method;
      const handle = (Object.hasOwn(handlers, method) ? handlers[known] : undefined) as
        ((params: unknown, signal: Abortable) => Promise<unknown>) | undefined;
      if (!handle) throw new InspectorError('protocol', `no request is named ${method}`);
      port.post({
        type: 'result',
        id,
        result: await handle(checked(schemas[known], params, `request ${method}`), abort),
      });
    } catch (error) {
      port.post({ type: 'error', id, error: toWire(error) });
    } finally {
      running.delete(id);
    }
  };
  const listening = port.listen(message => {
    const parsed = v.safeParse(envelope, message);
    if (!parsed.success) return;
    const m = parsed.output;
    if (m.type === 'request') void answer(m.id, m.method, m.params);
    else if (m.type === 'cancel') running.get(m.id)?.abort();
    else if (m.type === 'event') dispatchEvent(receives.schemas, receives.listeners, m.name, m.data);
  });
  return {
    send: (name, data) => port.post({ type: 'event', name, data }),
    dispose: () => {
      listening.dispose();
      for (const abort of running.values()) abort.abort();
    },
  };
}
