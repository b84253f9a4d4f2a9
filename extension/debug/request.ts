/**
 * Requests to a debug adapter. Invariant: each settles with a response or an `InspectorError` before its time-out. Some
 * adapters never answer requests they do not support, so optional ones are sent only where `Capabilities` has them.
 */
import * as v from 'valibot';
import { InspectorError } from '../../core/errors';
import { checked } from '../../webview/protocol/envelope';
import type { Session } from './runtime';
import { t } from '../l10n';

const TIMEOUT_MS = 5000;

/** Messages of adapters and VS Code where the program has ended, is running, or has left the frame. */
const GONE_MESSAGES =
  /frame not found|not (?:paused|stopped)|session (?:not found|ended)|no debugger available|process (?:exited|is not|is running|not)|disconnected|invalid (?:thread|process|frame)|unable to find thread|canceled|cancelled|terminated/i;

/**
 * Returns the body of the response. Rejects with `timed-out`, with `debuggee-gone` where the program can no longer be
 * queried, and with `not-inspectable` and the adapter's message where it refuses.
 */
export async function request(
  session: Session,
  command: string,
  args: unknown,
  timeoutMs = TIMEOUT_MS,
): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(timedOutError(command, timeoutMs)), timeoutMs);
  });
  try {
    return await Promise.race([session.customRequest(command, args), late]);
  } catch (cause) {
    throw cause instanceof InspectorError ? cause : refusedError(cause);
  } finally {
    clearTimeout(timer);
  }
}

/** Returns the response body, checked against `schema`. Rejects like `request`, and with `protocol` where it does not match. */
export async function checkedRequest<T>(
  schema: v.GenericSchema<unknown, T>,
  session: Session,
  command: string,
  args: unknown,
): Promise<T> {
  return checked(schema, await request(session, command, args), t("the debugger's answer to {0}", command));
}

/** Whether the error concerns the program as a whole, not a single expression. */
export function isFatal(error: unknown): error is InspectorError {
  return (
    error instanceof InspectorError &&
    ['timed-out', 'debuggee-gone', 'aborted', 'internal'].includes(error.kind)
  );
}

function timedOutError(command: string, timeoutMs: number): InspectorError {
  return new InspectorError(
    'timed-out',
    t('the debugger did not answer {0} within {1} s', command, timeoutMs / 1000),
    {
      action: t('Check that the program is stopped, then try again.'),
      fields: { command },
    },
  );
}

function refusedError(cause: unknown): InspectorError {
  const message = cause instanceof Error ? cause.message : String(cause);
  if (GONE_MESSAGES.test(message)) {
    return new InspectorError('debuggee-gone', t('the program is no longer stopped there: {0}', message), {
      action: t('Pause the program, or restart it.'),
      cause,
    });
  }
  return new InspectorError('not-inspectable', message, {
    action: t('Check that the expression can be evaluated in the selected frame.'),
    cause,
  });
}
