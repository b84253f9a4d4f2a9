/** Finds the file of a memmap in a stopped program, to open it in the editor with the array's offset and layout. */
import { stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { InspectorError } from '../../core/errors';
import { isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { Layout } from '../../core/layout/layout';
import type { LayoutChoice } from '../../webview/protocol/schema';
import type { Description } from '../debug/runtime';
import { t } from '../l10n';

/**
 * Returns the path of the file that owns the bytes, and the array's layout in it. Rejects where the file at that path is
 * not the mapped one: the program may run on another machine, or in another folder.
 */
export async function locateOwnerFile(
  description: Description,
): Promise<{ path: string; choice: LayoutChoice }> {
  const { file, facts } = description;
  if (!file) throw new InspectorError('not-inspectable', t('no file owns these bytes'));
  await checkSame(file.path, (facts.source.fileOffset ?? 0) + facts.source.byteLength);
  return { path: file.path, choice: choiceOf(description, file.offset) };
}

function choiceOf({ facts }: Description, offset: number): LayoutChoice {
  const layout = Layout.of(facts.layout);
  const shape = [...layout.shape];
  const { dtype } = facts;
  if (isCContiguous(layout)) return { dtype, shape, order: 'C', offset };
  if (isFContiguous(layout)) return { dtype, shape, order: 'F', offset };
  return { dtype, shape, order: 'C', offset, strides: [...layout.strides] };
}

async function checkSame(path: string, mappedEnd: number): Promise<void> {
  const action = t('Open the file with NDArray: Open as Memory Map….');
  if (!isAbsolute(path))
    throw new InspectorError('file-missing', t('the program does not report where {0} is', path), { action });
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile())
    throw new InspectorError('file-missing', t('{0} is not on this computer', path), { action });
  if (found.size < mappedEnd) {
    const message = t(
      '{0} has {1} bytes here, but the program mapped {2} bytes: it is a different file',
      path,
      found.size,
      mappedEnd,
    );
    throw new InspectorError('file-changed', message, { action });
  }
}
