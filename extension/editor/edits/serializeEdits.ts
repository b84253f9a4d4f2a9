/**
 * Edits as text: the one form for backups and for the journal of a save. Bytes are base64; what is read back is checked.
 */
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

const savedEdits = v.object({
  version: v.literal(1),
  /** The file as it was: size in bytes, device and inode (decimal) where it is a local one. */
  file: v.object({
    byteLength: natural,
    dev: v.optional(v.string()),
    ino: v.optional(v.string()),
  }),
  /** How the file was open: what was to stay in memory is not to be saved after a restart. */
  mode: v.optional(mode),
  edits: v.array(
    v.pipe(
      v.object({ byteOffset: natural, oldBytes: base64, newBytes: base64 }),
      v.check(({ oldBytes, newBytes }) => oldBytes.length === newBytes.length, t('lengths differ')),
    ),
  ),
});

export interface SavedEdits {
  readonly file: { readonly byteLength: number; readonly dev?: string; readonly ino?: string };
  readonly mode?: Mode;
  readonly edits: readonly Edit[];
}

const text64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export function writeEdits({ file, mode: openMode, edits }: SavedEdits): string {
  const texts = edits.map(({ byteOffset, oldBytes, newBytes }) => ({
    byteOffset,
    oldBytes: text64(oldBytes),
    newBytes: text64(newBytes),
  }));
  return JSON.stringify({ version: 1, file, mode: openMode, edits: texts });
}

/** The inverse of `writeEdits`; `invalid-input` where the text is something else or was cut off. */
export function readEdits(text: string): SavedEdits {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new InspectorError('invalid-input', t('the saved edits are incomplete'), {
      action: t('They cannot be restored. Make the edits again.'),
      cause,
    });
  }
  return checked(savedEdits, json, t('the list of saved edits'));
}
