/**
 * Writes an array as CSV, with items as NumPy prints them, so that they read back as the same numbers.
 * Rows are those of `x.reshape(-1, x.shape[-1])`; a one-dimensional array is a column, as in `np.savetxt`. Structured
 * items are one row each, below a header with the names of their fields.
 * Spec: https://www.rfc-editor.org/rfc/rfc4180, with line feeds alone
 */
import { open } from 'node:fs/promises';
import * as np from '../../../core/index';
import { t } from '../../l10n';
import { withArray } from '../openArray';
import type { ArrayPlace, Task } from '../task';
import { type TargetFile, writeAtomically } from './writeAtomically';

const MAX_COLUMNS = 100_000;
/** Number of items formatted at a time. */
const CHUNK_ITEMS = 16_384;

/** The array and the file to write. */
export interface CsvExport {
  readonly place: ArrayPlace;
  readonly target: TargetFile;
}

/** Returns the size of the table. Rejects with `too-large` beyond 100,000 columns. */
export const exportCsv: Task<CsvExport, { readonly rows: number; readonly columns: number }> = (
  { place, target },
  { signal, onProgress },
) =>
  withArray(place, async map => {
    const { leaves, total } = np.leafFields(map.dtype, MAX_COLUMNS);
    if (total > MAX_COLUMNS) throw tooWide(total);
    const isRecord = map.dtype.fields !== undefined;
    const across = isRecord || map.ndim < 2 ? 1 : (map.shape.at(-1) ?? 1);
    await writeAtomically(target, async partial => {
      const file = await open(partial, 'w');
      try {
        if (isRecord) await file.write(`${leaves.map(({ path }) => quoted(path)).join(',')}\n`);
        const write = leaves.map(leafText);
        let done = 0;
        for await (const x of chunks(map, signal)) {
          await file.write(linesOf(x, write, across, done));
          done += x.size;
          onProgress(done, map.size);
        }
      } finally {
        await file.close();
      }
    });
    return { rows: across === 0 ? 0 : map.size / across, columns: isRecord ? leaves.length : across };
  });

/** Yields the items in C order, a chunk at a time. */
async function* chunks(map: np.MemMap, signal: AbortSignal): AsyncGenerator<np.NDArray> {
  const flat = np.contiguousLayout(map.shape, map.itemsize);
  const bytes = Math.max(1, map.itemsize) * CHUNK_ITEMS;
  // Blocks of C order, whatever the order of the file.
  for (const { start, shape } of np.tilesOf(flat, flat, bytes)) {
    const index = shape.map((length, axis) => np.slice(start[axis], start[axis] + length));
    yield np.ascontiguousarray(await map.get(index).read({ signal }));
  }
}

type Write = (view: DataView, itemOffset: number) => string;

function leafText({ dtype, offset }: ReturnType<typeof np.leafFields>['leaves'][number]): Write {
  const format = np.itemFormatter(dtype);
  if (dtype.kind === 'U') return (view, at) => quoted(format(view, at + offset));
  if (dtype.kind === 'S') return (view, at) => quoted(latin1(view, at + offset, dtype.itemsize));
  return (view, at) => {
    const text = format(view, at + offset);
    return text.includes(',') ? quoted(text) : text;
  };
}

function latin1(view: DataView, at: number, length: number): string {
  const bytes = Buffer.from(view.buffer, view.byteOffset + at, length);
  return bytes.toString('latin1').replace(/\0+$/, '');
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Formats a chunk whose first item has number `first`, with `across` items per line. */
function linesOf(x: np.NDArray, write: readonly Write[], across: number, first: number): string {
  const view = new DataView(x.buffer as ArrayBuffer, x.byteOffset, x.nbytes);
  let text = '';
  for (let k = 0; k < x.size; k++) {
    const at = k * x.itemsize;
    for (let leaf = 0; leaf < write.length; leaf++) text += (leaf === 0 ? '' : ',') + write[leaf](view, at);
    text += (first + k + 1) % across === 0 ? '\n' : ',';
  }
  return text;
}

function tooWide(columns: number): np.InspectorError {
  return new np.InspectorError('too-large', t('{0} columns are too many for a table', columns), {
    action: t('Export it as .npy, or choose a slice.'),
  });
}
