/**
 * The `.npy` header of a file, if it has one. A file without the magic bytes is simply no `.npy` file; that is an error only
 * where the file's name ends in `.npy`. https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
 */
import { createHash } from 'node:crypto';
import type { Abortable, ByteSource } from '../../core/bytes';
import { InspectorError } from '../../core/errors';
import { readNpyHeader } from '../../core/file/npy/header';
import type { Candidate } from '../../webview/protocol/documentState';
import { t } from '../l10n';

const MAGIC = '\x93NUMPY';

export interface NpyHeader {
  /** Bytes before the array: magic, version, length and header text. */
  readonly headerLength: number;
  /** Hash of the header's bytes, hexadecimal: tells whether a choice was made for this header. */
  readonly hash: string;
  readonly candidate: Candidate;
}

/** A header, the reason why there is none to be used, or neither where the file is no `.npy` file. */
export interface NpyReading {
  readonly npy?: NpyHeader;
  readonly error?: InspectorError;
}

/** Reads the header of `source`, if any. Rejects only where the bytes cannot be read. */
export async function detectNpyHeader(
  source: ByteSource,
  fileName: string,
  signal?: Abortable,
): Promise<NpyReading> {
  const first = await source.read(0, Math.min(MAGIC.length, source.byteLength), signal);
  if (String.fromCharCode(...first) !== MAGIC)
    return fileName.endsWith('.npy') ? { error: notNpy(first) } : {};
  try {
    const { headerLength, dtypeText, shape, fortranOrder } = await readNpyHeader(source, signal);
    const header = await source.read(0, headerLength, signal);
    const choice = {
      dtype: dtypeText,
      shape: [...shape],
      order: fortranOrder ? ('F' as const) : ('C' as const),
      offset: headerLength,
    };
    return {
      npy: {
        headerLength,
        hash: createHash('sha256').update(header).digest('hex').slice(0, 32),
        candidate: { choice, origin: { kind: 'npy', text: t('from the .npy header') } },
      },
    };
  } catch (error) {
    if (error instanceof InspectorError && BAD_HEADER.has(error.kind)) return { error };
    throw error;
  }
}

/** Kinds of errors about the header itself; any other means that the file could not be read. */
const BAD_HEADER: ReadonlySet<string> = new Set([
  'invalid-header',
  'invalid-dtype',
  'unsupported-dtype',
  'invalid-shape',
  'invalid-input',
  'out-of-bounds',
  'too-large',
]);

function notNpy(first: Uint8Array): InspectorError {
  if (first.length === 0) {
    return new InspectorError('invalid-header', t('No data left in file'), {
      numpyName: 'EOFError',
      action: t('The file is empty. Save the array again with np.save.'),
    });
  }
  const text = Array.from(first, byte => byte.toString(16).padStart(2, '0')).join(' ');
  return new InspectorError(
    'invalid-header',
    t('the file does not start with the .npy magic bytes (found {0})', text),
    {
      numpyName: 'ValueError',
      action: t('It is shown as raw bytes. Choose a dtype and shape, or save it again with np.save.'),
    },
  );
}
