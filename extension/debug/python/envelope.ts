/**
 * The format of the helper's answers: `NAI1:`, base64, `:`, and padding. The base64 holds the length of a JSON text
 * (4 bytes, little-endian), the text, and blobs of bytes that the text refers to as `{ at, length }`.
 */
import { InspectorError } from '../../../core/errors';
import { t } from '../../l10n';

/** A range of bytes behind the JSON text. */
export interface Blob {
  readonly at: number;
  readonly length: number;
}

/** A decoded answer. */
export interface Envelope {
  readonly json: unknown;
  /** Returns a copy of the blob's bytes; throws `protocol` where it is out of range. */
  readonly blob: (blob: Blob) => Uint8Array;
}

const MARKED = /NAI1:([A-Za-z0-9+/]+={0,2}):/;

/** Decodes the result of an evaluation. Returns undefined where it is not the helper's answer but an exception's text. */
export function openEnvelope(result: string): Envelope | undefined {
  const base64 = MARKED.exec(result)?.[1];
  if (base64 === undefined) return undefined;
  const payload = Buffer.from(base64, 'base64');
  const length = payload.length >= 4 ? payload.readUInt32LE(0) : payload.length;
  const blobs = payload.subarray(4 + length);
  if (4 + length > payload.length) throw malformedError(t('it ends within its text'));
  return {
    json: parse(payload.toString('utf8', 4, 4 + length)),
    blob: ({ at, length: count }) => {
      if (at + count > blobs.length) throw malformedError(t('it ends within its bytes'));
      return Uint8Array.from(blobs.subarray(at, at + count));
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformedError(t('its text is not JSON'));
  }
}

function malformedError(how: string): InspectorError {
  return new InspectorError('protocol', t("the program's answer is malformed: {0}", how), {
    action: t('Step once more; if the problem remains, restart the program.'),
  });
}
