/**
 * Evaluations in a JavaScript frame. The context `clipboard` returns strings in full, all others truncate them; `watch`
 * returns memory references.
 */
import * as v from 'valibot';
import { checkedRequest } from '../request';
import type { Frame } from '../runtime';

const answer = v.object({ result: v.string(), memoryReference: v.optional(v.string()) });

/** Returns the string that `expression` evaluates to. */
export async function evaluateText(frame: Frame, expression: string): Promise<string> {
  const { result } = await evaluate(frame, expression, 'clipboard');
  return unquoted(result);
}

/** js-debug returns strings as source, other adapters as they are. No answer of script.ts starts with a quote. */
function unquoted(result: string): string {
  if (!result.startsWith('"')) return result;
  try {
    return String(JSON.parse(result));
  } catch {
    return result;
  }
}

/** Returns the memory reference of the value, absent where it has no bytes, and the start of its text. */
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
