/**
 * Finds a file's layout: asks every finder, and ranks what they find by its origin. Invariant: there is always a chosen
 * layout, at most 512 KiB of the file are read whatever its size, and slow finders are not waited for beyond `slowWaitMs`:
 * what they find later makes a new discovery, which is handed to `onLate`.
 */
import { InspectorError } from '../../core/errors';
import type { Candidate } from '../../webview/protocol/documentState';
import { ORIGIN_KINDS, traitsOf } from '../../webview/protocol/origins';
import { t } from '../l10n';
import { fileUnderDiscovery, type DiscoveryInput } from './fileUnderDiscovery';
import type { FileUnderDiscovery, Findings, LayoutFinder } from './finder';
import { FINDERS } from './finders/finders';
import { distinctLayouts, fitOf } from './fit';
import { isPlainText } from './guess/plainText';

const MAX_RUNNERS_UP = 12;
const SLOW_WAIT_MS = 150;

export interface DiscoveryOptions {
  readonly finders?: Readonly<Record<string, LayoutFinder>>;
  /** How long to wait for slow finders, in milliseconds, where no quick one knows the layout. */
  readonly slowWaitMs?: number;
  /** Receives the discovery anew whenever a slow finder found something after the wait. */
  readonly onLate?: (better: Discovery) => void;
}

export interface Discovery {
  readonly chosen: Candidate;
  /** Other layouts, best first, all different. */
  readonly runnersUp: readonly Candidate[];
  /** The length of the `.npy` header, in bytes, and a hash of them. */
  readonly npy?: { readonly headerLength: number; readonly hash: string };
  /** Why the `.npy` header cannot be used: the file is then shown raw. */
  readonly npyError?: InspectorError;
  /** The file is plainly text. */
  readonly isText: boolean;
  /** What is wrong with the settings and other sources, each in a sentence. */
  readonly problems: readonly string[];
}

/** Rejects with kind `aborted`, or with what kept the bytes from being read. */
export async function discover(input: DiscoveryInput, options: DiscoveryOptions = {}): Promise<Discovery> {
  const { finders = FINDERS, slowWaitMs = SLOW_WAIT_MS, onLate } = options;
  const file = fileUnderDiscovery(input);
  const start = Date.now();
  const slow = startSlow(
    Object.values(finders).filter(finder => finder.isSlow),
    file,
  );
  const quick = await Promise.all(
    Object.values(finders)
      .filter(finder => !finder.isSlow)
      .map(finder => finder.find(file)),
  );
  const facts = await factsOf(file);
  const isKnown = quick.some(({ candidates }) => candidates.some(isKnownLayout));
  await slow.wait(isKnown ? 0 : Math.max(0, slowWaitMs - (Date.now() - start)));
  if (file.signal?.aborted) throw cancelled(file.signal.reason);
  const current = (): Discovery => ({ ...facts, ...ranked([...quick, ...slow.found], file.byteLength) });
  slow.onFound(() => {
    if (!file.signal?.aborted) onLate?.(current());
  });
  return current();
}

function cancelled(cause: unknown): InspectorError {
  return new InspectorError('aborted', t('the search for a layout was cancelled'), { cause });
}

function isKnownLayout({ origin }: Candidate): boolean {
  const { certainty } = traitsOf(origin);
  return certainty === 'chosen' || certainty === 'stated';
}

/** What the file's own bytes tell apart from a layout. */
async function factsOf(file: FileUnderDiscovery): Promise<Pick<Discovery, 'npy' | 'npyError' | 'isText'>> {
  const { npy, error } = await file.npyHeader();
  if (npy) return { npy: { headerLength: npy.headerLength, hash: npy.hash }, isText: false };
  const samples = await file.samples();
  return { npyError: error, isText: samples.length > 0 && isPlainText(samples[0].bytes) };
}

function ranked(
  findings: readonly Findings[],
  byteLength: number,
): Pick<Discovery, 'chosen' | 'runnersUp' | 'problems'> {
  const candidates = findings
    .flatMap(found => found.candidates)
    .sort((a, b) => ORIGIN_KINDS.indexOf(a.origin.kind) - ORIGIN_KINDS.indexOf(b.origin.kind));
  const chosen = best(candidates, byteLength);
  return {
    chosen,
    runnersUp: distinctLayouts(candidates, MAX_RUNNERS_UP, [chosen]),
    problems: findings.flatMap(({ problems = [] }) => problems),
  };
}

/**
 * Of the most trusted kind the first that fits the file; where none of that kind does, the first, so that the misfit is
 * reported rather than hidden.
 */
function best(candidates: readonly Candidate[], byteLength: number): Candidate {
  const current = candidates.filter(({ origin }) => traitsOf(origin).certainty !== 'outdated');
  const first = current[0];
  const ofKind = current.filter(({ origin }) => origin.kind === first.origin.kind);
  return ofKind.find(({ choice }) => fitOf(choice, byteLength) !== 'over') ?? first;
}

interface SlowSearch {
  /** What was found so far; grows. */
  readonly found: readonly Findings[];
  /** Waits until all have ended, at most `milliseconds`. */
  wait(milliseconds: number): Promise<void>;
  /** Has `listener` called, from now on, after something was found. */
  onFound(listener: () => void): void;
}

function startSlow(finders: readonly LayoutFinder[], file: FileUnderDiscovery): SlowSearch {
  const found: Findings[] = [];
  let listener: (() => void) | undefined;
  const search = async (finder: LayoutFinder): Promise<void> => {
    const findings = await finder.find(file).catch((): Findings => ({ candidates: [] }));
    found.push(findings);
    // Not before the caller has the discovery that this one replaces.
    if (listener && findings.candidates.length > 0) setImmediate(listener);
  };
  const searches = Promise.all(finders.map(search));
  return {
    found,
    onFound: to => (listener = to),
    wait: async milliseconds => {
      let timer: NodeJS.Timeout | undefined;
      const timeout = new Promise(done => (timer = setTimeout(done, milliseconds)));
      await Promise.race([searches, timeout]);
      clearTimeout(timer);
    },
  };
}
