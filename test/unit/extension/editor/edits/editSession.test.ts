/** Random edits, undos, redos, saves and stores by others, against a model that keeps whole files. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ByteSource } from '../../../../../core/bytes';
import { InspectorError } from '../../../../../core/errors';
import { EditSession } from '../../../../../extension/editor/edits/editSession';
import { parseEdits, serializeEdits } from '../../../../../extension/editor/edits/serializeEdits';

const SIZE = 24;

/** A file in memory that others may store into. */
class File {
  bytes = Uint8Array.from({ length: SIZE }, (_, at) => at);
  readonly source: ByteSource;
  constructor() {
    const read = (byteOffset: number, byteLength: number): Promise<Uint8Array> =>
      Promise.resolve(this.bytes.slice(byteOffset, byteOffset + byteLength));
    this.source = { byteLength: SIZE, read };
  }
}

interface Model {
  /** What is shown after each change that is done, the first before any. */
  shown: Uint8Array[];
  at: number;
}

type Action =
  | { readonly kind: 'edit'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'undo' | 'redo' | 'save' };

const place = fc.tuple(fc.nat(SIZE - 1), fc.uint8Array({ minLength: 1, maxLength: 5 }));
const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: place.map(([at, bytes]) => ({ kind: 'edit', at, bytes }) as const) },
  { weight: 3, arbitrary: fc.constant({ kind: 'undo' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redo' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'save' } as const) },
);

async function shownOf(editing: EditSession, file: File): Promise<Uint8Array> {
  return editing.withEdits(file.source).read(0, SIZE);
}

async function act(editing: EditSession, file: File, model: Model, one: Action): Promise<void> {
  switch (one.kind) {
    case 'edit': {
      const before = model.shown[model.at];
      const newBytes = one.bytes.slice(0, SIZE - one.at);
      const oldBytes = before.slice(one.at, one.at + newBytes.length);
      await editing.apply(file.source, [{ byteOffset: one.at, oldBytes, newBytes }]);
      const after = before.slice();
      after.set(newBytes, one.at);
      model.shown = [...model.shown.slice(0, model.at + 1), after];
      model.at++;
      return;
    }
    case 'undo':
      if (model.at > 0) {
        editing.undo();
        model.at--;
      }
      return;
    case 'redo':
      if (model.at < model.shown.length - 1) {
        editing.redo();
        model.at++;
      }
      return;
    default:
      for (const { byteOffset, newBytes } of editing.unsavedEdits()) file.bytes.set(newBytes, byteOffset);
      editing.markSaved();
  }
}

describe('unsaved edits', () => {
  it('show what a model shows, through any edits, undos, redos and saves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 40 }), async actions => {
        const file = new File();
        const editing = new EditSession();
        const model: Model = { shown: [file.bytes.slice()], at: 0 };
        for (const one of actions) {
          await act(editing, file, model, one);
          assert.deepEqual(await shownOf(editing, file), model.shown[model.at]);
          if (one.kind === 'save') assert.deepEqual(file.bytes, model.shown[model.at]);
        }
        await editing.detectConflicts(file.source);
        assert.deepEqual(editing.conflicts, []);
      }),
      { numRuns: 300 },
    );
  });

  it('are in conflict exactly where others stored something else under them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(place, { minLength: 1, maxLength: 6 }),
        fc.array(place, { maxLength: 6 }),
        async (mine, theirs) => {
          const file = new File();
          const editing = new EditSession();
          const before = file.bytes.slice();
          for (const [byteOffset, bytes] of mine) {
            const newBytes = bytes.slice(0, SIZE - byteOffset);
            const oldBytes = (await shownOf(editing, file)).slice(byteOffset, byteOffset + newBytes.length);
            await editing.apply(file.source, [{ byteOffset, oldBytes, newBytes }]);
          }
          for (const [at, bytes] of theirs) file.bytes.set(bytes.slice(0, SIZE - at), at);
          await editing.detectConflicts(file.source);
          const shown = await shownOf(editing, file);
          const edited = new Set(
            editing
              .unsavedEdits()
              .flatMap(({ byteOffset, newBytes }) => Array.from(newBytes, (_, k) => byteOffset + k)),
          );
          const expected = [...edited]
            .filter(at => file.bytes[at] !== before[at] && file.bytes[at] !== shown[at])
            .sort((a, b) => a - b);
          const found = editing.conflicts.flatMap(({ byteOffset, byteLength }) =>
            Array.from({ length: byteLength }, (_, k) => byteOffset + k),
          );
          assert.deepEqual(found, expected);
        },
      ),
    );
  });

  it('are refused where the bytes are not those that were looked at', async () => {
    const file = new File();
    const editing = new EditSession();
    const stale = [{ byteOffset: 2, oldBytes: Uint8Array.of(99), newBytes: Uint8Array.of(1) }];
    await assert.rejects(
      editing.apply(file.source, stale),
      (error: InspectorError) => error.kind === 'memory-changed' && error.action !== undefined,
    );
    assert.equal(editing.isDirty, false);
  });

  it('survive as text, and nothing else passes for it', () => {
    const edits = [{ byteOffset: 5, oldBytes: Uint8Array.of(0, 255), newBytes: Uint8Array.of(1, 2) }];
    const text = serializeEdits({ file: { byteLength: 9, dev: '1', ino: '2' }, edits });
    assert.deepEqual(parseEdits(text).edits, edits);
    for (const wrong of ['', text.slice(0, -5), '{}', text.replace('"version":1', '"version":2')])
      assert.throws(() => parseEdits(wrong), InspectorError);
  });
});
