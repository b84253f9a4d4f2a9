/**
 * The layouts that the user chose for files before. Invariant: the store holds one versioned list, newest last, of at most
 * 500 files; anything else found there (an older version, a manual edit) is ignored.
 */
import * as v from 'valibot';
import type { Candidate } from '../../webview/protocol/documentState';
import { layoutChoice, type LayoutChoice } from '../../webview/protocol/schema';
import { layoutOfChoice } from './fit';
import { t } from '../l10n';

/** The part of VS Code's `Memento` that remembered layouts need. */
export interface LayoutStore {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'rememberedLayouts';
const MAX_REMEMBERED = 500;

const record = v.object({
  version: v.literal(1),
  uri: v.pipe(v.string(), v.maxLength(4096)),
  choice: layoutChoice,
  /** Size of the file when the choice was made. */
  byteLength: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  npyHeaderHash: v.optional(v.pipe(v.string(), v.maxLength(128))),
});
type Remembered = v.InferOutput<typeof record>;

/**
 * The layout that was chosen for `uri`, or undefined. Its origin is `outdated` where the file has another size or another
 * `.npy` header than when the choice was made.
 */
export function recall(
  store: LayoutStore,
  uri: string,
  byteLength: number,
  npyHeaderHash?: string,
): Candidate | undefined {
  const found = read(store).find(entry => entry.uri === uri);
  if (!found || !isValidLayout(found.choice)) return undefined;
  const resized = found.byteLength !== byteLength;
  if (!resized && found.npyHeaderHash === npyHeaderHash)
    return { choice: found.choice, origin: { kind: 'remembered', text: t('chosen earlier for this file') } };
  const text = resized
    ? t('chosen earlier, when the file had {0} bytes', found.byteLength)
    : t('chosen earlier, when the file had a different header');
  return { choice: found.choice, origin: { kind: 'outdated', text } };
}

/** Remembers `choice` for `uri`; the oldest choices go when there are too many. */
export async function remember(
  store: LayoutStore,
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
  await store.update(KEY, [...without(store, uri), entry].slice(-MAX_REMEMBERED));
}

/** Forgets the layout remembered for `uri`. */
export async function forget(store: LayoutStore, uri: string): Promise<void> {
  await store.update(KEY, without(store, uri));
}

/** Remembers each file's layout for its new name `moved(uri)` as well, where that is defined. */
export async function rememberMoved(
  store: LayoutStore,
  moved: (uri: string) => string | undefined,
): Promise<void> {
  const all = read(store);
  const again = all.flatMap(entry => {
    const uri = moved(entry.uri);
    return uri === undefined ? [] : [{ ...entry, uri }];
  });
  if (again.length === 0) return;
  const isAgain = ({ uri }: Remembered): boolean => again.some(entry => entry.uri === uri);
  await store.update(KEY, [...all.filter(entry => !isAgain(entry)), ...again].slice(-MAX_REMEMBERED));
}

function without(store: LayoutStore, uri: string): Remembered[] {
  return read(store).filter(entry => entry.uri !== uri);
}

function read(store: LayoutStore): Remembered[] {
  const stored = store.get(KEY);
  if (!Array.isArray(stored)) return [];
  return stored.flatMap(entry => {
    const parsed = v.safeParse(record, entry);
    return parsed.success ? [parsed.output] : [];
  });
}

function isValidLayout(choice: LayoutChoice): boolean {
  try {
    layoutOfChoice(choice);
    return true;
  } catch {
    return false;
  }
}
