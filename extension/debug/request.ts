/** Requests of the Debug Adapter Protocol that always settle, and failures told as what they mean to a user. */
import type { Abortable } from '../../core/bytes';
import { InspectorError } from '../../core/errors';
import type { Session } from './runtime';

export const REQUEST_TIMEOUT_MS = 5000;

/** The adapter's answer to `command`; rejects with `timed-out`, `aborted` or `debuggee-gone`. */
export function request(
  session: Session,
  command: string,
  args: unknown,
  { signal, timeoutMs = REQUEST_TIMEOUT_MS }: { signal?: Abortable; timeoutMs?: number } = {},
): Promise<unknown> {
  return new Promise((accept, reject) => {
    const finish = (): void => {
      clearTimeout(clock);
      signal?.removeEventListener('abort', cancel);
    };
    const cancel = (): void => {
      finish();
      reject(new InspectorError('aborted', `${command} was cancelled`));
    };
    const clock = setTimeout(() => {
      finish();
      reject(timedOut(timeoutMs));
    }, timeoutMs);
    signal?.addEventListener('abort', cancel, { once: true });
    session.customRequest(command, args).then(
      answer => {
        finish();
        accept(answer);
      },
      (error: unknown) => {
        finish();
        reject(refused(error));
      },
    );
    if (signal?.aborted) cancel();
  });
}

function timedOut(timeoutMs: number): InspectorError {
  return new InspectorError('timed-out', `the program did not answer in ${timeoutMs / 1000} s`, {
    action: 'It may be in a long call of its own. Step or pause it, and try again.',
  });
}

/** What an adapter answers for a frame that has gone, or a program that has ended. */
const GONE =
  /unable to find thread|not stopped|no debugger|disconnected|canceled|cancelled|terminated|invalid thread|unknown frame/i;

function refused(error: unknown): InspectorError {
  const message = error instanceof Error ? error.message : String(error);
  return GONE.test(message)
    ? new InspectorError('debuggee-gone', 'the program is not stopped there any more', {
        action: 'Stop it again to see what it holds then.',
        cause: error,
      })
    : new InspectorError('not-inspectable', message || 'the debugger refused', { cause: error });
}
