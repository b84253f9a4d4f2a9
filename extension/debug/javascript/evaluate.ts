/**
 * Evaluations in a JavaScript frame. The context `clipboard` gives strings whole and unquoted, every other one cuts and
 * quotes them; `watch` gives references to memory.
 */
import * as v from 'valibot';
import { ask } from '../request';
import type { Frame } from '../runtime';

const answer = v.object({ result: v.string(), memoryReference: v.optional(v.string()) });

/** The string that `expression` gives. */
export async function evaluateText(frame: Frame, expression: string): Promise<string> {
  const { result } = await evaluate(frame, expression, 'clipboard');
  return result;
}

/** Where the value of `expression` is; absent where it has no bytes. `result` is the start of its text. */
export function evaluateMemory(frame: Frame, expression: string): Promise<v.InferOutput<typeof answer>> {
  return evaluate(frame, expression, 'watch');
}

function evaluate(
  { session, frameId }: Frame,
  expression: string,
  context: 'clipboard' | 'watch',
): Promise<v.InferOutput<typeof answer>> {
  return ask(answer, session, 'evaluate', { expression, frameId, context });
}
