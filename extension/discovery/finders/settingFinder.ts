/**
 * The workspace setting `ndarrayInspector.layouts`: a list of globs with a layout each, committed with the code; the
 * first that matches a file is taken. Invariant: a malformed entry becomes a sentence for the user, never an exception.
 * A glob with a slash is matched against the path in the workspace, one without against the file's name
 * (https://github.com/micromatch/picomatch#globbing-features).
 */
import picomatch from 'picomatch';
import * as v from 'valibot';
import { InspectorError } from '../../../core/errors';
import { parseShape } from '../../../core/layout/shapeText';
import type { Candidate } from '../../../webview/protocol/documentState';
import { resolveLayout, type WrittenLayout } from '../fit';
import { t } from '../../l10n';

export interface SettingMatch {
  readonly candidate?: Candidate;
  /** What is wrong with the setting, each in a sentence. */
  readonly problems: readonly string[];
}

const integer = v.pipe(v.number(t('must be a number')), v.safeInteger(t('must be a whole number')));
const natural = v.pipe(integer, v.minValue(0, t('must not be negative')));
const length = v.pipe(integer, v.minValue(-1, t('must hold lengths of 0 or more, or one -1')));
const glob = v.pipe(
  v.string(t('must be a text')),
  v.nonEmpty(t('must not be empty')),
  v.maxLength(1024, t('is too long')),
);

const entrySchema = v.pipe(
  v.object(
    {
      glob: v.optional(glob),
      files: v.optional(glob),
      dtype: v.pipe(v.string(t('must be a text, as in "float32"')), v.maxLength(65536, t('is too long'))),
      shape: v.optional(
        v.union(
          [v.pipe(v.array(length), v.maxLength(64)), length, v.string()],
          t('must be a list of lengths, as in [-1, 512]'),
        ),
      ),
      order: v.optional(v.picklist(['C', 'F'], t('must be "C" or "F"'))),
      offset: v.optional(natural),
      strides: v.optional(v.pipe(v.array(integer, t('must be a list of bytes')), v.maxLength(64))),
    },
    t('must be an object with "glob" and "dtype"'),
  ),
  v.check(entry => (entry.glob ?? entry.files) !== undefined, t('has no "glob"')),
);
type Entry = v.InferOutput<typeof entrySchema>;

/** The layout that the setting `entries` gives a file of `byteLength` bytes at `relativePath`, with forward slashes. */
export function matchSetting(entries: unknown, relativePath: string, byteLength: number): SettingMatch {
  if (entries === undefined || entries === null) return { problems: [] };
  if (!Array.isArray(entries))
    return { problems: [t('ndarrayInspector.layouts must be a list of layouts.')] };
  const problems: string[] = [];
  for (const [k, raw] of entries.entries()) {
    const say = (what: string) => problems.push(t('ndarrayInspector.layouts[{0}] {1}.', k, what));
    const parsed = v.safeParse(entrySchema, raw);
    if (!parsed.success) {
      if (mayMean(raw, relativePath)) say(wording(parsed.issues[0]));
      continue;
    }
    const pattern = parsed.output.glob ?? parsed.output.files!;
    if (!matches(pattern, relativePath)) continue;
    try {
      const choice = resolveLayout(written(parsed.output), byteLength);
      return {
        candidate: { choice, origin: { kind: 'setting', text: t('from the setting for {0}', pattern) } },
        problems,
      };
    } catch (error) {
      if (!(error instanceof InspectorError)) throw error;
      say(`(${pattern}): ${error.message}`);
    }
  }
  return { problems };
}

function wording(issue: v.BaseIssue<unknown>): string {
  const where = v.getDotPath(issue);
  if (where === null) return issue.message;
  return issue.received === 'undefined' ? t('has no "{0}"', where) : `"${where}" ${issue.message}`;
}

/** A malformed entry is worth a sentence where it may be about this file: its glob matches, or cannot be read. */
function mayMean(raw: unknown, relativePath: string): boolean {
  if (typeof raw !== 'object' || raw === null) return true;
  const { glob: pattern, files } = raw as { glob?: unknown; files?: unknown };
  const named = pattern ?? files;
  return typeof named !== 'string' || named === '' || matches(named, relativePath);
}

function written(entry: Entry): WrittenLayout {
  const { dtype, order, offset, strides } = entry;
  const shape =
    typeof entry.shape === 'string'
      ? parseShape(entry.shape)
      : typeof entry.shape === 'number'
        ? [entry.shape]
        : entry.shape;
  return { dtype, shape, order, offset, strides };
}

/** Whether `pattern` means the file at `relativePath`. A leading `./` or `/` says "from the workspace's root". */
export function matches(pattern: string, relativePath: string): boolean {
  const path = relativePath.replaceAll('\\', '/');
  const subject = pattern.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1);
  return picomatch.isMatch(subject, pattern.replace(/^\.?\//, ''), { dot: true });
}
