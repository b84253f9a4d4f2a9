/**
 * One request to a debug adapter. Invariant: it ends in an answer or an `InspectorError` within its time: some adapters
 * never answer what they do not know, so optional requests go out only where `Capabilities` has them.
 */
import * as v from 'valibot';
import { InspectorError } from '../../core/errors';
import type { Session } from './runtime';

const TIMEOUT_MS = 5000;

/** What adapters and VS Code say where the program has ended, runs, or has left the frame. */
const GONE =
  /frame not found|not (?:paused|stopped)|session (?:not found|ended)|no debugger available|process (?:exited|is not|is running|not)|disconnected|invalid (?:thread|process|frame)|unable to find thread|canceled|cancelled|terminated/i;

/**
 * The body of the answer. Rejects with `timed-out`, with `debuggee-gone` where the program cannot be asked any more, and
 * with `not-inspectable` and the adapter's own words where it refuses.
 */
export async function request(
  session: Session,
  command: string,
  args: unknown,
  timeoutMs = TIMEOUT_MS,
): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOut(command, timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([session.customRequest(command, args), late]);
  } catch (cause) {
    throw cause instanceof InspectorError ? cause : refused(cause);
  } finally {
    clearTimeout(timer);
  }
}

/** The answer to a request, of the form that the protocol promises; `protocol` where it has another. */
export async function ask<T>(
  schema: v.GenericSchema<unknown, T>,
  session: Session,
  command: string,
  args: unknown,
): Promise<T> {
  return checked(schema, await request(session, command, args), command);
}

/** `value`, where it is of the form of `schema`. */
export function checked<T>(schema: v.GenericSchema<unknown, T>, value: unknown, command: string): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const where = v.getDotPath(result.issues[0]) ?? 'body';
  throw new InspectorError(
    'protocol',
    `the debugger answered ${command} with something else: ${where}: ${result.issues[0].message}`,
    { action: 'Update the debugger extension, or inspect a simpler expression.', fields: { command } },
  );
}

/** Whether nothing more can be had from the program. */
export function isFatal(error: unknown): error is InspectorError {
  return (
    error instanceof InspectorError &&
    ['timed-out', 'debuggee-gone', 'aborted', 'internal'].includes(error.kind)
  );
}

function timedOut(command: string, timeoutMs: number): InspectorError {
  return new InspectorError(
    'timed-out',
    `the debugger did not answer ${command} within ${timeoutMs / 1000} s`,
    {
      action: 'Check that the program is stopped, then try again.',
      fields: { command },
    },
  );
}

function refused(cause: unknown): InspectorError {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (GONE.test(message)) {
    return new InspectorError('debuggee-gone', `the program is not stopped there any more: ${message}`, {
      action: 'Pause the program, or start it again.',
      cause,
    });
  }
  return new InspectorError('not-inspectable', message, {
    action: 'Check that the expression has a value in the selected frame.',
    cause,
  });
}
