/** The runtime for Python programs, over debugpy: one evaluation answers all queries of a stop. */
import * as v from 'valibot';
import type { ArrayFacts } from '../../../core/bytes';
import type { InspectorError } from '../../../core/errors';
import { asInspectorError } from '../../../core/errors';
import { abortable } from '../../../core/file/source/abort';
import { checked } from '../../../webview/protocol/envelope';
import type {
  ByteWindow,
  ListedArray,
  Observation,
  Observed,
  ObserveRequest,
  Runtime,
  Subject,
} from '../runtime';
import type { HelperSource } from './helperClient';
import { HelperClient, toInspectorError } from './helperClient';
import type { Envelope } from './envelope';
import { batchedReads } from './batchReads';
import type { ListedAnswer, ObservedAnswer } from './schema';
import { emptyAnswer, failure, measureAnswer, observation, observed, readAnswer } from './schema';
import { t } from '../../l10n';

const ANSWER = t("the program's answer");
/** A measurement takes one second at most; the rest is for the round trip. */
const MEASURE_TIMEOUT_MS = 8000;

/** Creates the runtime; `source` loads the helper that it installs in debuggees. */
export function pythonRuntime(source: HelperSource): Runtime {
  const client = new HelperClient(source);
  const read = batchedReads(async (frame, subject, windows) => {
    const message = { op: 'read', subject: identifiedMessage(subject), windows: windows.map(windowPair) };
    const answer = await client.call(frame, message);
    return checked(readAnswer(windows.length), answer.json, ANSWER).bytes.map(answer.blob);
  });
  return {
    language: 'python',
    observe: async (frame, request, signal) => {
      const message = {
        op: 'observe',
        list: request.list ?? null,
        subjects: request.subjects.map(subjectMessage),
      };
      return observationOf(await abortable(client.call(frame, message), signal), request);
    },
    read: (frame, subject, window, signal) => abortable(read(frame, subject, window), signal),
    write: async (frame, subject, { byteOffset, oldBytes, newBytes }) => {
      const message = {
        op: 'write',
        subject: identifiedMessage(subject),
        byteOffset,
        old: Buffer.from(oldBytes).toString('hex'),
        new: Buffer.from(newBytes).toString('hex'),
      };
      checked(emptyAnswer, (await client.call(frame, message)).json, ANSWER);
    },
    measure: async (frame, subject) => {
      const message = { op: 'measure', subject: identifiedMessage(subject) };
      const answer = await client.call(frame, message, MEASURE_TIMEOUT_MS);
      return checked(measureAnswer, answer.json, ANSWER);
    },
  };
}

function subjectMessage({ key, expression, windows, digests }: ObserveRequest['subjects'][number]): unknown {
  return {
    key,
    expression,
    digests,
    windows: windows.map(windowPair),
  };
}

const windowPair = ({ byteOffset, byteLength }: ByteWindow): readonly [number, number] => [
  byteOffset,
  byteLength,
];

function identifiedMessage({ key, expression, identity }: Subject & { readonly identity: string }): unknown {
  return { key, expression, identity };
}

function observationOf(answer: Envelope, request: ObserveRequest): Observation {
  const { listing, subjects } = checked(observation, answer.json, ANSWER);
  const found = request.subjects.map(({ key, expression }): [string, Observed | InspectorError] => {
    return [key, subjectOf(subjects[key], expression, answer)];
  });
  return {
    listing: listing && { arrays: listing.arrays.map(listedArray), more: listing.more },
    subjects: new Map(found),
  };
}

function subjectOf(one: unknown, expression: string, answer: Envelope): Observed | InspectorError {
  const failed = v.safeParse(failure, one);
  if (failed.success) return toInspectorError(failed.output.error);
  try {
    return observedOf(
      checked(observed, one, t("the program's description of {0}", expression)),
      expression,
      answer,
    );
  } catch (error) {
    return asInspectorError(error);
  }
}

function listedArray({ memory, ...rest }: ListedAnswer): ListedArray {
  if (!memory) return rest;
  const { address, strides, itemsize, owner } = memory;
  return {
    ...rest,
    memory: {
      address: BigInt(address),
      strides,
      itemsize,
      owner: { address: BigInt(owner.address), byteLength: owner.byteLength },
    },
  };
}

function observedOf(one: ObservedAnswer, expression: string, answer: Envelope): Observed {
  const { windows, digests, digestsRefused, facts, ...description } = one;
  return {
    description: { ...description, asksLayout: false, facts: factsOf(facts, expression) },
    windows: windows.map(({ byteOffset, bytes }) => ({ byteOffset, bytes: answer.blob(bytes) })),
    digests: digests && answer.blob(digests),
    digestsRefused,
  };
}

function factsOf(facts: ObservedAnswer['facts'], expression: string): ArrayFacts {
  const { typeName, dtype, shape, strides, offset, itemsize, flags, owners } = facts;
  const source = withAddress(facts.source);
  // The id names the owner: bytes of different owners are not compared from stop to stop.
  const id = `${source.address ?? 'nowhere'}+${source.byteLength}`;
  return {
    name: expression,
    typeName,
    dtype,
    layout: { shape, strides, offset, itemsize },
    flags,
    owners: owners.map(withAddress),
    source: { id, ...source },
  };
}

/** The helper sends 0 for an unknown address. */
function withAddress<T extends { readonly address?: string }>(facts: T): T {
  return facts.address === '0' ? { ...facts, address: undefined } : facts;
}
