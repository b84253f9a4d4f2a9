/** The format of messages, and the check that each passes on arrival. */
import * as v from 'valibot';
import type { Disposable } from '../../core/bytes';
import { InspectorError } from '../../core/errors';
import type { EventsOf } from './contract';
import { wireError } from './schema';

/** One end of a message channel. */
export interface Port {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): Disposable;
}

export type Schemas = Record<string, v.GenericSchema>;
/** Listeners for the events that a view needs. */
export type EventListeners<E extends Schemas> = { [K in keyof E]?: (data: EventsOf<E>[K]) => void };
/** The events that one end receives: how to check them, and who listens. */
export interface Receiving<E extends Schemas> {
  readonly schemas: E;
  readonly listeners: EventListeners<E>;
}

/** The five shapes of a message. */
export const envelope = v.union([
  v.object({ type: v.literal('request'), id: v.number(), method: v.string(), params: v.unknown() }),
  v.object({ type: v.literal('cancel'), id: v.number() }),
  v.object({ type: v.literal('result'), id: v.number(), result: v.unknown() }),
  v.object({ type: v.literal('error'), id: v.number(), error: wireError }),
  v.object({ type: v.literal('event'), name: v.string(), data: v.unknown() }),
]);

/** Returns `data` as the type of `schema`. Throws an error of kind `protocol` if it does not match. */
export function checked<S extends v.GenericSchema>(schema: S, data: unknown, what: string): v.InferOutput<S> {
  const outcome = v.safeParse(schema, data);
  if (outcome.success) return outcome.output;
  const [issue] = outcome.issues;
  throw new InspectorError(
    'protocol',
    `${what} is malformed: ${issue.message} at ${v.getDotPath(issue) ?? 'its root'}`,
    { action: 'Update the extension that sent it, or report this.' },
  );
}

export function dispatchEvent<E extends Schemas>(
  schemas: E,
  listeners: EventListeners<E>,
  name: string,
  data: unknown,
): void {
  if (Object.hasOwn(schemas, name)) listeners[name]?.(checked(schemas[name], data, `event ${name}`));
}
