/**
 * What the user chose for a file before. Invariant: the store holds one versioned list, newest last, of at most 500
 * files; whatever else is found there (an older version, somebody's edit) is passed over, never trusted or thrown.
 */
import * as v from 'valibot';
import type { Candidate } from '../../webview/protocol/documentState';
import { layoutChoice, type LayoutChoice } from '../../webview/protocol/schema';
import { layoutOfChoice } from './fit';
import { t } from '../l10n';

/** The part of VS Code's `Memento` that is needed. */
export interface Store {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'rememberedLayouts';
const LIMIT = 500;

const record = v.object({
  version: v.literal(1),
  uri: v.pipe(v.string(), v.maxLength(4096)),
  choice: layoutChoice,
  /** Size of the file when the choice was made. */
  byteLength: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  npyHeaderHash: v.optional(v.pipe(v.string(), v.maxLength(128))),
});
type Remembered = v.InferOutput<typeof record>;

export interface Recalled {
  readonly candidate: Candidate;
  /** The file has another size or another `.npy` header than when the choice was made: a runner-up only. */
  readonly stale: boolean;
}

/** What was chosen for `uri`, judged against the file as it is now. */
export function recall(
  store: Store,
  uri: string,
  byteLength: number,
  npyHeaderHash?: string,
): Recalled | undefined {
  const found = read(store).find(entry => entry.uri === uri);
  if (!found || !describesALayout(found.choice)) return undefined;
  const resized = found.byteLength !== byteLength;
  const stale = resized || found.npyHeaderHash !== npyHeaderHash;
  const text = !stale
    ? t('chosen for this file before')
    : resized
      ? t('chosen before, when the file had {0} bytes', found.byteLength)
      : t('chosen before, when the file had another header');
  return { candidate: { choice: found.choice, origin: { kind: 'remembered', text } }, stale };
}

/** Remembers `choice` for `uri`; the oldest choices go when there are too many. */
export async function remember(
  store: Store,
  uri: string,
  choice: LayoutChoice,
  byteLength: number,
  npyHeaderHash?: string,
): Promise<void> {
  const entry: Remembered = {
    version: 1,
    uri,
    choice,
    byteLength,
    ...(npyHeaderHash === undefined ? {} : { npyHeaderHash }),
  };
  await store.update(KEY, [...without(store, uri), entry].slice(-LIMIT));
}

export async function forget(store: Store, uri: string): Promise<void> {
  await store.update(KEY, without(store, uri));
}

/** What was remembered for a file holds for `moved(uri)` too, its new name; undefined where it has none. */
export async function rememberMoved(store: Store, moved: (uri: string) => string | undefined): Promise<void> {
  const all = read(store);
  const again = all.flatMap(entry => {
    const uri = moved(entry.uri);
    return uri === undefined ? [] : [{ ...entry, uri }];
  });
  if (again.length === 0) return;
  const isAgain = ({ uri }: Remembered): boolean => again.some(entry => entry.uri === uri);
  await store.update(KEY, [...all.filter(entry => !isAgain(entry)), ...again].slice(-LIMIT));
}

function without(store: Store, uri: string): Remembered[] {
  return read(store).filter(entry => entry.uri !== uri);
}

function read(store: Store): Remembered[] {
  const stored = store.get(KEY);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap(entry => {
    const parsed = v.safeParse(record, entry);
    return parsed.success ? [parsed.output] : [];
  });
}

function describesALayout(choice: LayoutChoice): boolean {
  try {
    layoutOfChoice(choice);
    return true;
  } catch {
    return false;
  }
}
