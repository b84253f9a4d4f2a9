/**
 * One request to a debug adapter. Invariant: it ends in an answer or an `InspectorError` within its time: some adapters
 * never answer what they do not know, so optional requests go out only where `Capabilities` has them.
 */
import * as v from 'valibot';
import { InspectorError } from '../../core/errors';
import { checked } from '../../webview/protocol/envelope';
import type { Session } from './runtime';
import { t } from '../l10n';

const TIMEOUT_MS = 5000;

/** What adapters and VS Code say where the program has ended, runs, or has left the frame. */
const GONE_MESSAGES =
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

/** The answer to a request, of the form that the protocol promises; `protocol` where it has another. */
export async function checkedRequest<T>(
  schema: v.GenericSchema<unknown, T>,
  session: Session,
  command: string,
  args: unknown,
): Promise<T> {
  return checked(schema, await request(session, command, args), t("the debugger's answer to {0}", command));
}

/** Whether nothing more can be had from the program. */
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
    return new InspectorError('debuggee-gone', t('the program is not stopped there any more: {0}', message), {
      action: t('Pause the program, or start it again.'),
      cause,
    });
  }
  return new InspectorError('not-inspectable', message, {
    action: t('Check that the expression has a value in the selected frame.'),
    cause,
  });
}
