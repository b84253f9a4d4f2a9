/** What may happen to a file that is being edited, drawn at random: by the user, and by others. */
import fc from 'fast-check';
import { PAGE_BYTES } from '../../../../webview/protocol/schema';

/** Two pages, and a short one. */
export const SIZE = 2 * PAGE_BYTES + 40;

/** Bytes put somewhere; the place is taken modulo the length of the file. */
export interface Place {
  readonly at: number;
  readonly bytes: Uint8Array;
}

export type Action =
  | { readonly kind: 'edit'; readonly places: readonly Place[] }
  | { readonly kind: 'undo' | 'redo' | 'revert' | 'look' | 'restart' }
  /** `meanwhile` is stored by others before the user answers whether to overwrite. */
  | { readonly kind: 'save'; readonly overwrites: boolean; readonly meanwhile: readonly Place[] }
  /** An edit, or an undo where there are no places, made while a save is under way. */
  | { readonly kind: 'editWhileSaving'; readonly places: readonly Place[] }
  /** `quietly`: the file's times stay as they were, as those of a page that is mapped and dirty already. */
  | { readonly kind: 'store'; readonly places: readonly Place[]; readonly quietly: boolean }
  | { readonly kind: 'resize'; readonly length: number }
  | { readonly kind: 'replace'; readonly length: number; readonly seed: number };

/** Few places, so that things meet: both ends, and where two pages do. */
const at = fc.oneof(
  fc.nat(11),
  fc.integer({ min: PAGE_BYTES - 6, max: PAGE_BYTES + 5 }),
  fc.integer({ min: SIZE - 12, max: SIZE - 1 }),
);
const place = fc.record({ at, bytes: fc.uint8Array({ minLength: 1, maxLength: 5 }) });
const places = fc.array(place, { minLength: 1, maxLength: 3 });
const length = fc.oneof(fc.constantFrom(0, 1, PAGE_BYTES, PAGE_BYTES + 3, SIZE, SIZE + 5000), fc.nat(SIZE));

const kind = <K extends Action['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name);

export const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 30, arbitrary: fc.record({ kind: kind('edit'), places }) },
  { weight: 14, arbitrary: fc.record({ kind: kind('undo') }) },
  { weight: 9, arbitrary: fc.record({ kind: kind('redo') }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: kind('save'),
      overwrites: fc.boolean(),
      meanwhile: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: places }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: kind('editWhileSaving'), places: fc.oneof(fc.constant([]), places) }),
  },
  { weight: 12, arbitrary: fc.record({ kind: kind('store'), places, quietly: fc.boolean() }) },
  { weight: 10, arbitrary: fc.record({ kind: kind('look') }) },
  { weight: 3, arbitrary: fc.record({ kind: kind('revert') }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('restart') }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('resize'), length }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('replace'), length, seed: fc.nat(255) }) },
);
