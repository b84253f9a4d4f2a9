/**
 * The layout that the setting `ndarrayInspector.layouts` gives a file. The setting is a list of layouts, each with a glob
 * `files` (see fileGlob.ts; `glob` is accepted too); the first entry that matches counts. Invariant: a malformed entry
 * becomes a sentence for the user, never an exception.
 */
import * as v from 'valibot';
import { InspectorError } from '../../../core/errors';
import { parseShape } from '../../../core/layout/shapeText';
import { t } from '../../l10n';
import { matchesGlob } from '../fileGlob';
import type { Findings, LayoutFinder } from '../finder';
import { resolveLayout, type WrittenLayout } from '../fit';

export const settingFinder: LayoutFinder = {
  find: ({ workspace, relativePath, byteLength }) =>
    Promise.resolve(findInSetting(workspace.layoutSettings, relativePath, byteLength)),
};

const integer = v.pipe(v.number(t('must be a number')), v.safeInteger(t('must be an integer')));
const natural = v.pipe(integer, v.minValue(0, t('must not be negative')));
const length = v.pipe(integer, v.minValue(-1, t('must contain lengths of 0 or more; one may be -1')));
const glob = v.pipe(
  v.string(t('must be a string')),
  v.nonEmpty(t('must not be empty')),
  v.maxLength(1024, t('is too long')),
);

const entrySchema = v.pipe(
  v.object(
    {
      glob: v.optional(glob),
      files: v.optional(glob),
      dtype: v.pipe(v.string(t('must be a string such as "float32"')), v.maxLength(65536, t('is too long'))),
      shape: v.optional(
        v.union(
          [v.pipe(v.array(length), v.maxLength(64)), length, v.string()],
          t('must be a list of lengths such as [-1, 512]'),
        ),
      ),
      order: v.optional(v.picklist(['C', 'F'], t('must be "C" or "F"'))),
      offset: v.optional(natural),
      strides: v.optional(v.pipe(v.array(integer, t('must be a list of byte counts')), v.maxLength(64))),
    },
    t('must be an object with "files" and "dtype"'),
  ),
  v.check(entry => globOf(entry) !== undefined, t('has no "files"')),
);
type Entry = v.InferOutput<typeof entrySchema>;

/** The layout that `entries` give a file of `byteLength` bytes at `relativePath`, and the mistakes in them. */
export function findInSetting(entries: unknown, relativePath: string, byteLength: number): Findings {
  if (entries === undefined || entries === null) return { candidates: [] };
  if (!Array.isArray(entries))
    return { candidates: [], problems: [t('ndarrayInspector.layouts must be a list of layouts.')] };
  const problems: string[] = [];
  for (const [k, raw] of entries.entries()) {
    const report = (mistake: string) => problems.push(t('ndarrayInspector.layouts[{0}] {1}.', k, mistake));
    const parsed = v.safeParse(entrySchema, raw);
    if (!parsed.success) {
      if (mayMatch(raw, relativePath)) report(mistakeText(parsed.issues[0]));
      continue;
    }
    const pattern = globOf(parsed.output)!;
    if (!matchesGlob(pattern, relativePath)) continue;
    try {
      const choice = resolveLayout(writtenLayout(parsed.output), byteLength);
      return {
        candidates: [{ choice, origin: { kind: 'setting', text: t('from the setting for {0}', pattern) } }],
        problems,
      };
    } catch (error) {
      if (!(error instanceof InspectorError)) throw error;
      report(`(${pattern}): ${error.message}`);
    }
  }
  return { candidates: [], problems };
}

/** The glob of an entry, whatever that is; `files` is its documented name. */
function globOf<T>({ files, glob }: { readonly files?: T; readonly glob?: T }): T | undefined {
  return glob ?? files;
}

function mistakeText(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue);
  if (where === null) return issue.message;
  return issue.received === 'undefined' ? t('has no "{0}"', where) : `"${where}" ${issue.message}`;
}

/** Whether a malformed entry may be about this file: its glob matches, or is itself malformed. */
function mayMatch(raw: unknown, relativePath: string): boolean {
  if (typeof raw !== 'object' || raw === null) return true;
  const pattern = globOf<unknown>(raw);
  return typeof pattern !== 'string' || pattern === '' || matchesGlob(pattern, relativePath);
}

function writtenLayout(entry: Entry): WrittenLayout {
  const { dtype, order, offset, strides } = entry;
  const shape =
    typeof entry.shape === 'string'
      ? parseShape(entry.shape)
      : typeof entry.shape === 'number'
        ? [entry.shape]
        : entry.shape;
  return { dtype, shape, order, offset, strides };
}
