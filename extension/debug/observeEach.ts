/**
 * Observes a stop for runtimes that need a request for each subject. Invariant: the error of one expression does not
 * affect the others; only where the program cannot be queried at all does the observation fail.
 */
import type { Abortable } from '../../core/bytes';
import { InspectorError, toWire, fromWire } from '../../core/errors';
import { abortable, abortedError } from '../../core/file/source/abort';
import { isFatal } from './request';
import type { Frame, Listing, Observation, ObserveRequest, Observed, SubjectRequest } from './runtime';

/** What a runtime can query in a frame: its arrays, and a single subject. */
export interface FrameQueries {
  readonly list: (frame: Frame, limit: number) => Promise<Listing>;
  readonly observe: (frame: Frame, subject: SubjectRequest) => Promise<Observed>;
}

/** Lists the arrays and observes the subjects of `wanted`, one after the other. */
export function observeEach(
  queries: FrameQueries,
  frame: Frame,
  wanted: ObserveRequest,
  signal?: Abortable,
): Promise<Observation> {
  return abortable(observeAll(queries, frame, wanted, signal), signal);
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
