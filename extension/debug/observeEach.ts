/**
 * One stop as a whole, for the runtimes that ask for each thing on its own. Invariant: an error of one expression stays
 * with it; only where the program cannot be asked at all is everything given up.
 */
import type { Abortable } from '../../core/bytes';
import { InspectorError, toWire, fromWire } from '../../core/errors';
import { abortable, abortedError } from '../../core/file/source/abort';
import { isFatal } from './request';
import type { Frame, Listing, Observation, ObserveRequest, Observed, SubjectRequest } from './runtime';

/** What a language knows: its arrays of a frame, and one expression. */
export interface FrameQueries {
  readonly list: (frame: Frame, limit: number) => Promise<Listing>;
  readonly observe: (frame: Frame, subject: SubjectRequest) => Promise<Observed>;
}

export function observeEach(
  looking: FrameQueries,
  frame: Frame,
  wanted: ObserveRequest,
  signal?: Abortable,
): Promise<Observation> {
  return abortable(observeAll(looking, frame, wanted, signal), signal);
}

async function observeAll(
  { list, observe }: FrameQueries,
  frame: Frame,
  wanted: ObserveRequest,
  signal?: Abortable,
): Promise<Observation> {
  const subjects = new Map<string, Observed | InspectorError>();
  for (const subject of wanted.subjects) {
    if (signal?.aborted) throw abortedError(signal);
    subjects.set(subject.key, await valueOrError(observe(frame, subject)));
  }
  if (!wanted.list) return { subjects };
  const listing = await valueOrError(list(frame, wanted.list.limit));
  // A frame whose variables cannot be listed is shown without a list.
  return listing instanceof InspectorError ? { subjects } : { subjects, listing };
}

async function valueOrError<T>(found: Promise<T>): Promise<T | InspectorError> {
  try {
    return await found;
  } catch (error) {
    if (isFatal(error)) throw error;
    return error instanceof InspectorError ? error : fromWire(toWire(error));
  }
}
