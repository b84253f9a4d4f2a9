/** Decides what of a document may be edited. */
import { texts } from '../lazyStrings';
import type { DocumentState } from '../protocol/documentState';

/**
 * Identifies what an edit is made to; undefined where nothing may be edited. A draft begun under another key is dropped:
 * the program has stopped elsewhere, or the file's mode has changed.
 */
export function editKeyOf(document: DocumentState | undefined): string | undefined {
  const { debug, editing, mode } = document ?? {};
  if (editing) return editing.refusal === undefined ? `file ${mode}` : undefined;
  return debug?.canWrite && debug.status === 'stopped' ? `${debug.stop} ${debug.expression}` : undefined;
}

/** Why the document, or the byte at `byteOffset`, may not be edited; undefined where it may. */
export function readOnlyReasonOf(
  document: DocumentState | undefined,
  byteOffset = Infinity,
): string | undefined {
  const { debug, editing, headerLength = 0 } = document ?? {};
  if (editKeyOf(document) === undefined)
    return editing?.refusal ?? texts.notEditable(debug?.status === 'stopped');
  return byteOffset < headerLength ? texts.headerNotEditable : undefined;
}
