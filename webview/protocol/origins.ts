/**
 * The kinds of origin that a layout can have, most trusted first. The schema of messages, the ranking of layouts and the
 * note in the header derive from this list; a finder in `extension/discovery/finders` produces each kind but `user`.
 */

export interface OriginTraits {
  /**
   * `chosen`: by the user, for this file. `stated`: written down somewhere. `outdated`: offered, never applied unasked.
   * `guessed`: from the bytes.
   */
  readonly certainty: 'chosen' | 'stated' | 'outdated' | 'guessed';
  /** The file's own bytes lead to it again, whatever the file is called: there is nothing to remember. */
  readonly isFromBytes?: boolean;
}

export const ORIGINS = {
  user: { certainty: 'chosen' },
  remembered: { certainty: 'chosen' },
  setting: { certainty: 'stated' },
  npy: { certainty: 'stated', isFromBytes: true },
  python: { certainty: 'stated' },
  /** A remembered layout of a file that has changed since. */
  outdated: { certainty: 'outdated' },
  guess: { certainty: 'guessed', isFromBytes: true },
  /** A guess without evidence: an empty file, zeros only. */
  fallback: { certainty: 'guessed', isFromBytes: true },
} as const satisfies Record<string, OriginTraits>;

export type OriginKind = keyof typeof ORIGINS;

/** Most trusted first. */
export const ORIGIN_KINDS = Object.keys(ORIGINS) as OriginKind[];

export function traitsOf({ kind }: { readonly kind: OriginKind }): OriginTraits {
  return ORIGINS[kind];
}
