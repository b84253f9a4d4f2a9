/**
 * Evaluations in a JavaScript frame. The context `clipboard` gives strings whole, every other one cuts them; `watch`
 * gives references to memory.
 */
import * as v from 'valibot';
import { checkedRequest } from '../request';
import type { Frame } from '../runtime';

const answer = v.object({ result: v.string(), memoryReference: v.optional(v.string()) });

/** The string that `expression` gives. */
export async function evaluateText(frame: Frame, expression: string): Promise<string> {
  const { result } = await evaluate(frame, expression, 'clipboard');
  return unquoted(result);
}

/** js-debug gives a string as source; others give it as it is. No answer of script.ts begins with a quote of its own. */
function unquoted(result: string): string {
  if (!result.startsWith('"')) return result;
  try {
    return String(JSON.parse(result));
  } catch {
    return result;
  }
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
  return checkedRequest(answer, session, 'evaluate', { expression, frameId, context });
}
