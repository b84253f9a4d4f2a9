/** Completes what the host knows about a file with what its finders share: each part of the file is read once. */
import type { FileUnderDiscovery } from './finder';
import { readSamples } from './guess/samples';
import { detectNpyHeader } from './npyHeader';

/** The parts of a file under discovery that the host provides. */
export type DiscoveryInput = Omit<FileUnderDiscovery, 'name' | 'byteLength' | 'npyHeader' | 'samples'>;

export function fileUnderDiscovery(input: DiscoveryInput): FileUnderDiscovery {
  const { source, signal, relativePath } = input;
  const name = relativePath.slice(relativePath.lastIndexOf('/') + 1);
  return {
    ...input,
    name,
    byteLength: source.byteLength,
    npyHeader: once(() => detectNpyHeader(source, name, signal)),
    samples: once(() => readSamples(source, signal)),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}
