/**
 * What script.ts has a JavaScript program answer. Invariant: an answer is used only where it is of these forms; programs
 * may replace what the script calls.
 */
import * as v from 'valibot';
import { TYPED_ARRAY_FORMATS } from '../../../core/dtype/typedArrays';
import { natural, text } from '../../../webview/protocol/values';
import { InspectorError } from '../../../core/errors';
import { checked } from '../../../webview/protocol/envelope';
import { t } from '../../l10n';

/** NumPy's names of the items, by the view's own name; '' is a bare buffer. */
export const DTYPES: Readonly<Record<string, string>> = {
  ...TYPED_ARRAY_FORMATS,
  Uint8ClampedArray: 'uint8',
  Float16Array: 'float16',
  DataView: 'uint8',
  '': 'uint8',
};

const bytesFacts = {
  kind: v.literal('bytes'),
  /** The built-in view that it is, whatever its class calls itself; '' for a bare buffer. */
  tag: v.pipe(
    text,
    v.check(tag => Object.hasOwn(DTYPES, tag), t('expected the name of a view')),
  ),
  /** The name of its class. */
  type: text,
  byteOffset: natural,
  byteLength: natural,
  shared: v.boolean(),
  bufferLength: natural,
  /** How far a resizable buffer may grow; null for others. */
  maxLength: v.nullable(natural),
};
export type BytesFacts = v.InferOutput<v.ObjectSchema<typeof bytesFacts, undefined>>;

const hex = v.pipe(v.string(), v.regex(/^(?:[\da-f]{2})*$/));
const observed = v.object({
  ...bytesFacts,
  windows: v.array(v.object({ byteOffset: natural, hex })),
  digests: v.nullable(hex),
});
export type ObservedFacts = v.InferOutput<typeof observed>;

const facts = v.variant('kind', [
  observed,
  v.object({ kind: v.literal('array'), type: text }),
  v.object({ kind: v.literal('other'), type: text }),
  v.object({ kind: v.literal('detached') }),
  v.object({ kind: v.literal('thrown'), message: text }),
]);
export type Facts = v.InferOutput<typeof facts>;

const listed = v.array(v.nullable(v.object({ ...bytesFacts, buffer: natural })));
export type ListedFacts = v.InferOutput<typeof listed>;

const ANSWER = t('the answer of the program');
export const readFacts = (json: string): Facts => checked(facts, parsed(json), ANSWER);
export const readListed = (json: string): ListedFacts => checked(listed, parsed(json), ANSWER);

/** What has to stay the same for bytes to stand for the same array; as `identity$` of the script says it. */
export function identityOf({ tag, byteOffset, byteLength, bufferLength, shared }: BytesFacts): string {
  return [tag, byteOffset, byteLength, bufferLength, shared].join(' ');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new InspectorError('protocol', t('the debugger answered evaluate with something else than JSON'), {
      action: t('Check that the program has not replaced JSON or Reflect.'),
      cause,
    });
  }
}
