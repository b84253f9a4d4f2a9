/**
 * The answers of the expressions of script.ts. Invariant: they are checked against these schemas before use, since programs
 * may replace the functions that the script calls.
 */
import * as v from 'valibot';
import { TYPED_ARRAY_FORMATS } from '../../../core/dtype/typedArrays';
import { natural, text } from '../../../webview/protocol/values';
import { InspectorError } from '../../../core/errors';
import { checked } from '../../../webview/protocol/envelope';
import { t } from '../../l10n';

/** NumPy's dtype for each built-in view; '' stands for a bare buffer. */
export const DTYPES: Readonly<Record<string, string>> = {
  ...TYPED_ARRAY_FORMATS,
  Uint8ClampedArray: 'uint8',
  Float16Array: 'float16',
  DataView: 'uint8',
  '': 'uint8',
};

const bytesFacts = {
  kind: v.literal('bytes'),
  /** The name of the built-in view, whatever its class is called; '' for a bare buffer. */
  tag: v.pipe(
    text,
    v.check(tag => Object.hasOwn(DTYPES, tag), t('expected the name of a view')),
  ),
  /** The name of the value's class. */
  type: text,
  byteOffset: natural,
  byteLength: natural,
  shared: v.boolean(),
  bufferLength: natural,
  /** The maximum byte length of a resizable buffer; null for others. */
  maxLength: v.nullable(natural),
};
/** A value with bytes. */
export type BytesFacts = v.InferOutput<v.ObjectSchema<typeof bytesFacts, undefined>>;

const hex = v.pipe(v.string(), v.regex(/^(?:[\da-f]{2})*$/));
const observed = v.object({
  ...bytesFacts,
  windows: v.array(v.object({ byteOffset: natural, hex })),
  digests: v.nullable(hex),
});
/** A value with bytes, its windows and digests in hexadecimal. */
export type ObservedFacts = v.InferOutput<typeof observed>;

const facts = v.variant('kind', [
  observed,
  v.object({ kind: v.literal('array'), type: text }),
  v.object({ kind: v.literal('other'), type: text }),
  v.object({ kind: v.literal('detached') }),
  v.object({ kind: v.literal('thrown'), message: text }),
]);
/** Any value, or the error that the expression threw. */
export type Facts = v.InferOutput<typeof facts>;

const listed = v.array(v.nullable(v.object({ ...bytesFacts, buffer: natural })));
/** The values of a listing, in order; `buffer` numbers the buffers. Null for values without bytes. */
export type ListedFacts = v.InferOutput<typeof listed>;

const ANSWER = t("the program's answer");
/** Parses the answer of `observeExpression`. Throws `protocol` where it is malformed. */
export const readFacts = (json: string): Facts => checked(facts, parsed(json), ANSWER);
/** Parses the answer of `listExpression`. Throws `protocol` where it is malformed. */
export const readListed = (json: string): ListedFacts => checked(listed, parsed(json), ANSWER);

/** Identifies the array that bytes belong to, in the same form as `identity$` of the script. */
export function identityOf({ tag, byteOffset, byteLength, bufferLength, shared }: BytesFacts): string {
  return [tag, byteOffset, byteLength, bufferLength, shared].join(' ');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new InspectorError('protocol', t("the debugger's answer to evaluate is not JSON"), {
      action: t('Check that the program has not replaced JSON or Reflect.'),
      cause,
    });
  }
}
