/** Serialises edits as JSON, for backups and for journals. Bytes are base64; parsed text is validated. */
import * as v from 'valibot';
import { InspectorError } from '../../../core/errors';
import { checked } from '../../../webview/protocol/envelope';
import type { Edit } from '../../../webview/protocol/requestParams';
import { type Mode, mode } from '../../../webview/protocol/schema';
import { t } from '../../l10n';

const base64 = v.pipe(
  v.string(),
  v.base64(),
  v.transform((text): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))),
);
const natural = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const serializedEdits = v.object({
  version: v.literal(1),
  /** Identity of the file: size in bytes; device and inode, decimal, of a local one. */
  file: v.object({
    byteLength: natural,
    dev: v.optional(v.string()),
    ino: v.optional(v.string()),
  }),
  /** The mode in which the file was open: edits of mode `c` must not be saved after a restart. */
  mode: v.optional(mode),
  edits: v.array(
    v.pipe(
      v.object({ byteOffset: natural, oldBytes: base64, newBytes: base64 }),
      v.check(({ oldBytes, newBytes }) => oldBytes.length === newBytes.length, t('lengths differ')),
    ),
  ),
});

/** Edits, and the file and the mode that they were made in. */
export interface SerializedEdits {
  readonly file: { readonly byteLength: number; readonly dev?: string; readonly ino?: string };
  readonly mode?: Mode;
  readonly edits: readonly Edit[];
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Returns the edits as JSON. */
export function serializeEdits({ file, mode: openMode, edits }: SerializedEdits): string {
  const texts = edits.map(({ byteOffset, oldBytes, newBytes }) => ({
    byteOffset,
    oldBytes: toBase64(oldBytes),
    newBytes: toBase64(newBytes),
  }));
  return JSON.stringify({ version: 1, file, mode: openMode, edits: texts });
}

/** The inverse of `serializeEdits`. Throws `invalid-input` where the text is malformed or truncated. */
export function parseEdits(text: string): SerializedEdits {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new InspectorError('invalid-input', t('the saved edits are incomplete'), {
      action: t('They cannot be restored. Make the edits again.'),
      cause,
    });
  }
  return checked(serializedEdits, json, t('the list of saved edits'));
}
