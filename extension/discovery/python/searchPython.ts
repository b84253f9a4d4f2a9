/**
 * Searches the workspace's Python for calls that name a file, and turns them into layouts, the likeliest first.
 * Invariant: bounded (files listed and read, bytes, time), cancellable, and gives way to other work between files; a
 * file that cannot be read is passed over.
 */
import { parseDType } from '../../../core/dtype/parse/parse';
import { InspectorError } from '../../../core/errors';
import type { Abortable } from '../../../core/bytes';
import type { Candidate } from '../../../webview/protocol/documentState';
import { distinctLayouts, fitOf, resolveLayout, type Fit } from '../fit';
import { runInTimeSlices } from './timeSlices';
import { findLayoutCallsInSteps, type LayoutCall } from './layoutCalls';
import { t } from '../../l10n';

export interface SearchBudget {
  readonly filesListed: number;
  readonly filesRead: number;
  readonly bytesPerFile: number;
  readonly bytesInAll: number;
  readonly milliseconds: number;
}

const BUDGET: SearchBudget = {
  filesListed: 2000,
  filesRead: 200,
  bytesPerFile: 1 << 20,
  bytesInAll: 8 << 20,
  milliseconds: 2000,
};

export interface PythonSearch {
  /** The URIs of the workspace's Python files. */
  readonly listFiles: () => Promise<readonly string[]>;
  readonly readFile: (uri: string) => Promise<Uint8Array>;
  /** Of the data file, with forward slashes. */
  readonly filePath: string;
  readonly byteLength: number;
  readonly signal?: Abortable;
  readonly budget?: Partial<SearchBudget>;
}

const MAX_CANDIDATES = 16;
/** Files without one of these have no call that is looked for. */
const NEEDLES = /memmap|fromfile|tofile|tobytes/;
const READ_AT_ONCE = 8;

/** Best first. Rejects when the list of files cannot be had; with nothing found, or when cancelled, an empty list. */
export async function searchPython(search: PythonSearch): Promise<Candidate[]> {
  const budget = { ...BUDGET, ...search.budget };
  const listed = (await search.listFiles()).slice(0, budget.filesListed);
  // Listing is another process's work, and may be slow to begin.
  const deadline = Date.now() + budget.milliseconds;
  const isOver = () => search.signal?.aborted === true || Date.now() > deadline;
  const near = nearestFirst(listed, search.filePath).slice(0, budget.filesRead);
  const hits: Hit[] = [];
  let bytesLeft = budget.bytesInAll;
  for (let at = 0; at < near.length; at += READ_AT_ONCE) {
    for (const { uri, bytes } of await readAll(search, near.slice(at, at + READ_AT_ONCE))) {
      if (isOver() || bytesLeft <= 0) break;
      if (!bytes || bytes.length > budget.bytesPerFile) continue;
      bytesLeft -= bytes.length;
      hits.push(...(await hitsIn(uri, bytes, search, isOver)));
    }
    if (isOver() || bytesLeft <= 0) break;
  }
  if (search.signal?.aborted) return [];
  const best = hits.sort(byRank).map(({ candidate }) => candidate);
  return distinctLayouts(best, MAX_CANDIDATES);
}

function readAll({ readFile }: PythonSearch, uris: readonly string[]) {
  return Promise.all(uris.map(async uri => ({ uri, bytes: await readFile(uri).catch(() => undefined) })));
}

interface Hit {
  readonly candidate: Candidate;
  /** Compared one after the other, smaller first. */
  readonly rank: readonly number[];
}

function byRank(a: Hit, b: Hit): number {
  const k = a.rank.findIndex((rank, at) => rank !== b.rank[at]);
  return k < 0 ? 0 : a.rank[k] - b.rank[k];
}

async function hitsIn(
  uri: string,
  bytes: Uint8Array,
  search: PythonSearch,
  isOver: () => boolean,
): Promise<Hit[]> {
  const fileName = lastSegment(search.filePath);
  const source = new TextDecoder().decode(bytes);
  if (!source.includes(fileName) || !NEEDLES.test(source)) return [];
  const calls = await runInTimeSlices(findLayoutCallsInSteps(source), isOver);
  return (calls ?? [])
    .filter(({ path }) => lastSegment(path) === fileName)
    .flatMap(call => hitOf(call, uri, search) ?? []);
}

const FITS: readonly Fit[] = ['exact', 'leftover', 'over'];

function hitOf(call: LayoutCall, uri: string, { filePath, byteLength }: PythonSearch): Hit | undefined {
  if (call.dtype === undefined) return undefined;
  try {
    const choice = resolveLayout({ ...written(call, byteLength), dtype: call.dtype }, byteLength);
    const { named, missed } = segmentsNamed(call.path, filePath);
    const mode = call.mode?.startsWith('w') ? 0 : 1;
    const text = t('from {0}:{1}', decodeURIComponent(lastSegment(uri)), call.line + 1);
    return {
      candidate: { choice, origin: { kind: 'python', text, location: { uri, line: call.line } } },
      rank: [
        FITS.indexOf(fitOf(choice, byteLength)),
        missed > 0 ? 1 : 0,
        -named,
        Number(call.incomplete),
        mode,
        -commonSegments(uri, filePath),
      ],
    };
  } catch (error) {
    if (error instanceof InspectorError) return undefined;
    throw error;
  }
}

/** Of several lengths that are not known none can be inferred; an array with a header ends where its file ends. */
function written({ dtype, shape, order, offset, kind }: LayoutCall, byteLength: number) {
  const inferable = shape && shape.filter(length => length < 0).length <= 1 ? shape : undefined;
  if (kind !== 'open_memmap' || !inferable || inferable.includes(-1))
    return { shape: inferable, order, offset };
  const nbytes = inferable.reduce((product, length) => product * length, parseDType(dtype!).itemsize);
  return { shape: inferable, order, offset: Math.max(0, byteLength - nbytes) };
}

function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

const segmentsOf = (path: string) =>
  path.split('/').filter(segment => segment !== '' && segment !== '.' && segment !== '..');

/** How many folders and names of `path`, from its end, are those of the file, and how many are not. */
function segmentsNamed(path: string, filePath: string): { readonly named: number; readonly missed: number } {
  const parts = segmentsOf(path).reverse();
  const own = segmentsOf(filePath).reverse();
  const first = parts.findIndex((part, k) => part !== own[k]);
  const named = first < 0 ? parts.length : first;
  return { named, missed: parts.length - named };
}

/** Folders that the Python file and the data file have in common. */
function commonSegments(uri: string, filePath: string): number {
  const path = segmentsOf(decodeURI(uri).replace(/^[\w+.-]+:\/\/[^/]*/, ''));
  const own = segmentsOf(filePath);
  const first = path.findIndex((part, k) => part !== own[k]);
  return first < 0 ? path.length : first;
}

function nearestFirst(uris: readonly string[], filePath: string): string[] {
  const near = uris.map(uri => ({
    uri,
    common: commonSegments(uri, filePath),
    depth: segmentsOf(uri).length,
  }));
  return near.sort((a, b) => b.common - a.common || a.depth - b.depth).map(({ uri }) => uri);
}
