/**
 * Calls the helper in the debuggee with one evaluation in the stopped frame, and installs it where it is missing: once per
 * process. Only the user's own expressions are evaluated there; all other data travels as base64.
 */
import { deflateSync } from 'node:zlib';
import * as v from 'valibot';
import type { ErrorKind } from '../../../core/errors';
import { InspectorError } from '../../../core/errors';
import { request } from '../request';
import type { Frame } from '../runtime';
import type { Envelope } from './envelope';
import { openEnvelope } from './envelope';
import { failure } from './schema';
import { t } from '../../l10n';

const MODULE = '_ndarray_inspector';

/** Loads the Python source of the helper. */
export type HelperSource = () => Promise<string>;

/** Sends messages to the helper of whichever process a frame belongs to. */
export class HelperClient {
  #install: Promise<string> | undefined;

  constructor(private readonly source: HelperSource) {}

  /** Sends `message`, a JSON value with `op`. Returns the helper's answer; rejects with the error it reports. */
  async call(frame: Frame, message: unknown, timeoutMs?: number): Promise<Envelope> {
    const expression = callExpression(message);
    const once = (): Promise<string> => evaluate(frame, expression, timeoutMs);
    let answer = openEnvelope(await once());
    if (!answer) {
      await evaluate(frame, await this.#installExpression(), timeoutMs);
      const second = await once();
      answer = openEnvelope(second);
      if (!answer) throw noAnswerError(second);
    }
    const failed = v.safeParse(failure, answer.json);
    if (failed.success) throw toInspectorError(failed.output.error);
    return answer;
  }

  #installExpression(): Promise<string> {
    return (this.#install ??= this.source().then(installExpression));
  }
}

async function evaluate(
  { session, frameId }: Frame,
  expression: string,
  timeoutMs?: number,
): Promise<string> {
  const args = { expression, frameId, context: 'clipboard' };
  const answer = await request(session, 'evaluate', args, timeoutMs);
  const result = v.safeParse(v.object({ result: v.string() }), answer);
  return result.success ? result.output.result : '';
}

function callExpression(message: unknown): string {
  const base64 = Buffer.from(JSON.stringify(message), 'utf8').toString('base64');
  return `__import__('sys').modules['${MODULE}'].ask('${base64}',locals(),globals())`;
}

/** An expression that creates the helper's module. It leaves nothing behind but an entry in `sys.modules`. */
function installExpression(source: string): string {
  const packed = deflateSync(Buffer.from(source, 'utf8'), { level: 9 }).toString('base64');
  const text = `__import__('zlib').decompress(__import__('base64').b64decode('${packed}')).decode()`;
  const run = `exec(compile(${text},'<${MODULE}>','exec'),m.__dict__)`;
  const keep = `__import__('sys').modules.__setitem__(m.__name__,m)`;
  return `(lambda m:(${run},${keep})[1])(type(__import__('sys'))('${MODULE}'))`;
}

function noAnswerError(result: string): InspectorError {
  return new InspectorError(
    'not-inspectable',
    t('the program could not be evaluated: {0}', result.slice(0, 200) || t('there was no answer')),
    { action: t('Step once more; if the problem remains, restart the program.') },
  );
}

const KINDS: ReadonlySet<string> = new Set<ErrorKind>([
  'not-inspectable',
  'memory-changed',
  'read-only',
  'out-of-bounds',
  'invalid-input',
  'too-large',
]);

/** Converts the helper's error. Unknown kinds become `not-inspectable`. */
export function toInspectorError(error: { kind: string; message: string; action?: string }): InspectorError {
  const kind = KINDS.has(error.kind) ? (error.kind as ErrorKind) : 'not-inspectable';
  return new InspectorError(kind, error.message, { action: error.action });
}
