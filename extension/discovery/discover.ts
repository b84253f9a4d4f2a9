/**
 * Finds a file's layout: what the user chose before, a setting, the `.npy` header, a call in the workspace's Python,
 * a guess, in this order. Invariant: there is always a chosen layout, at most 512 KiB of the file are read whatever its
 * size, and Python is not waited for beyond `pythonWaitMs`: what it finds later is handed to `onLatePython`.
 */
import type { Abortable, ByteSource } from '../../core/bytes';
import { InspectorError } from '../../core/errors';
import type { Candidate } from '../../webview/protocol/documentState';
import { distinct, fitOf } from './fit';
import { guess } from './guess/guess';
import { isPlainText } from './guess/plainText';
import { readSamples, type Sample } from './guess/samples';
import { lookForNpy, type NpyLook } from './npyHeader';
import { recall, type Store } from './rememberedLayouts';
import { matchSetting } from './finders/settingFinder';
import { t } from '../l10n';

const RUNNERS_UP = 12;
const PYTHON_WAIT_MS = 150;

export interface DiscoverInput {
  readonly uri: string;
  readonly source: ByteSource;
  /** Path in the workspace with forward slashes; outside of any workspace, the file's name. */
  readonly relativePath: string;
  readonly store: Store;
  /** The value of `ndarrayInspector.layouts`. */
  readonly settings: unknown;
  /** Searches the workspace's Python; called once, best first. */
  readonly python?: () => Promise<readonly Candidate[]>;
  readonly pythonWaitMs?: number;
  /** Called once, with at least one layout, when the search took longer than it was waited for. */
  readonly onLatePython?: (found: readonly Candidate[]) => void;
  readonly signal?: Abortable;
}

export interface Discovery {
  readonly chosen: Candidate;
  /** Other layouts, best first, none drawn the same as another. */
  readonly runnersUp: readonly Candidate[];
  readonly npy?: { readonly headerLength: number; readonly hash: string };
  /** What is the matter with an `.npy` header: the file is then shown raw. */
  readonly npyError?: InspectorError;
  readonly isText: boolean;
  /** What is wrong with the settings, each in a sentence. */
  readonly problems: readonly string[];
}

/** Rejects with `aborted`, or with what kept the bytes from being read. */
export async function discover(input: DiscoverInput): Promise<Discovery> {
  const { source, signal, relativePath } = input;
  const fileName = relativePath.slice(relativePath.lastIndexOf('/') + 1);
  const { byteLength } = source;
  const search = startPython(input);
  const look = await lookForNpy(source, fileName, signal);
  const { npy } = look;
  const remembered = recall(input.store, input.uri, byteLength, npy?.hash);
  const setting = matchSetting(input.settings, relativePath, byteLength);
  const known = [
    remembered?.stale === false ? remembered.candidate : undefined,
    setting.candidate,
    npy?.candidate,
  ].filter(candidate => candidate !== undefined);
  const samples = npy ? [] : await readSamples(source, signal);
  const guesses = npy ? [] : guess(samples, byteLength, fileName);
  const found = await search.wait(known.length === 0);
  if (signal?.aborted)
    throw new InspectorError('aborted', t('the search for a layout was cancelled'), { cause: signal.reason });
  const ranked = [...known, ...found, ...stale(remembered), ...guesses];
  const chosen = known.at(0) ?? pickFound(found, byteLength) ?? guesses[0];
  return {
    chosen,
    runnersUp: distinct(ranked, RUNNERS_UP, [chosen]),
    npy: npy && { headerLength: npy.headerLength, hash: npy.hash },
    npyError: look.error,
    isText: looksLikeText(look, samples),
    problems: setting.problems,
  };
}

const stale = (remembered: ReturnType<typeof recall>) => (remembered?.stale ? [remembered.candidate] : []);

function looksLikeText({ npy }: NpyLook, samples: readonly Sample[]): boolean {
  return npy === undefined && samples.length > 0 && isPlainText(samples[0].bytes);
}

/** The first call that fits the file; where none does, the first, so that the misfit is said rather than hidden. */
export function pickFound(found: readonly Candidate[], byteLength: number): Candidate | undefined {
  return found.find(({ choice }) => fitOf(choice, byteLength) !== 'over') ?? found[0];
}

interface PythonSearch {
  /** What was found by now, or within the time set when `needed`; what comes later goes to `onLatePython`. */
  wait(needed: boolean): Promise<readonly Candidate[]>;
}

function startPython({
  python,
  pythonWaitMs = PYTHON_WAIT_MS,
  onLatePython,
  signal,
}: DiscoverInput): PythonSearch {
  if (!python) return { wait: () => Promise.resolve([]) };
  const started = Date.now();
  const none: readonly Candidate[] = [];
  let late = false;
  // A search that fails has found nothing: the layout is then guessed, and said to be.
  const search = python().catch(() => none);
  const deliver = (found: readonly Candidate[]) => {
    if (late && found.length > 0 && !signal?.aborted) onLatePython?.(found);
  };
  // Not before the caller has the discovery that it comes on top of.
  void search.then(found => setImmediate(deliver, found));
  return {
    wait: needed =>
      new Promise(done => {
        const left = needed ? Math.max(0, pythonWaitMs - (Date.now() - started)) : 0;
        const timer = setTimeout(() => {
          late = true;
          done(none);
        }, left);
        void search.then(found => {
          clearTimeout(timer);
          done(found);
        });
      }),
  };
}
