/** VS Code, which counts edits, never takes for saved what is not. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { MemoryDocument } from '../../../../../extension/editor/document/memoryDocument';
import { EditHistory } from '../../../../../extension/editor/edits/editHistory';
import { type ChangeEvent, DirtyState } from '../../../../../extension/editor/saving/dirtyState';

type Action = 'edit' | 'undo' | 'redo' | 'save' | 'revert' | 'editWhileSaving';

/** A document's edits, without a file. */
class Document {
  readonly edits = new EditHistory();
  readonly editing = this.edits;
  undo = (): Promise<void> => Promise.resolve(void this.edits.undo());
  redo = (): Promise<void> => Promise.resolve(void this.edits.redo());
}

/** VS Code's part: the edits it was told of, where it stands among them, and where it stood at the last save. */
class Workbench {
  readonly document = new Document();
  readonly history: DirtyState;
  #edits: Extract<ChangeEvent, { undo: unknown }>[] = [];
  #at = -1;
  #savedAt = -1;
  #isChanged = false;

  constructor(private isRestored = false) {
    const document = this.document as unknown as MemoryDocument;
    this.history = new DirtyState(document, event => this.#hear(event), isRestored);
    if (isRestored) this.document.edits.push([]);
  }

  get isDirty(): boolean {
    return this.#isChanged || (this.#edits.length > 0 ? this.#at !== this.#savedAt : this.isRestored);
  }

  #hear(event: ChangeEvent): void {
    if (!('undo' in event)) this.#isChanged = true;
    else {
      this.#edits.splice(this.#at + 1, Infinity, event);
      this.#at = this.#edits.length - 1;
    }
  }

  #edit(): void {
    this.document.edits.push([]);
    this.history.edited('Edit');
  }

  async act(action: Action): Promise<void> {
    if (action === 'edit') this.#edit();
    // An edit that VS Code has no more is an error of its own.
    if (action === 'undo' && this.#at >= 0) await this.#edits.at(this.#at--)?.undo();
    if (action === 'redo' && this.#at < this.#edits.length - 1) await this.#edits[++this.#at].redo();
    if (action === 'save' || action === 'editWhileSaving') await this.#save(action === 'editWhileSaving');
    if (action === 'revert' && this.isDirty) this.#revert();
  }

  async #save(edits: boolean): Promise<void> {
    this.document.edits.markSaved(this.document.edits.appliedChanges());
    if (edits) this.#edit();
    this.history.saved();
    [this.#isChanged, this.isRestored, this.#savedAt] = [false, false, this.#at];
    await new Promise(accept => setTimeout(accept));
  }

  #revert(): void {
    this.history.reverted();
    this.document.edits.revert();
    [this.#isChanged, this.isRestored, this.#at] = [false, false, this.#savedAt];
    this.#edits.splice(this.#at + 1);
  }
}

describe('what VS Code is told of edits', () => {
  const acted = async (actions: readonly Action[], isRestored = false): Promise<Workbench> => {
    const workbench = new Workbench(isRestored);
    for (const action of actions) await workbench.act(action);
    return workbench;
  };

  it('is that an edit in place of a saved one is unsaved', async () => {
    assert.equal((await acted(['edit', 'save', 'undo', 'edit'])).isDirty, true);
    assert.equal((await acted(['edit', 'edit', 'save', 'undo', 'undo', 'edit', 'edit'])).isDirty, true);
    assert.equal((await acted(['edit', 'save', 'undo', 'edit', 'save'])).isDirty, false);
  });

  it('is that restored edits are unsaved when one after them was undone', async () => {
    assert.equal((await acted(['edit', 'undo'], true)).isDirty, true);
    assert.equal((await acted(['edit', 'undo', 'save'], true)).isDirty, false);
  });

  it('is that what was edited while a save was under way is unsaved', async () => {
    assert.equal((await acted(['edit', 'editWhileSaving'])).isDirty, true);
  });

  it('is nothing where its own count is right', async () => {
    for (const actions of [
      ['edit', 'undo'],
      ['edit', 'save', 'undo', 'redo'],
      ['edit', 'revert'],
    ] as const)
      assert.equal((await acted(actions)).isDirty, false, actions.join());
  });

  it('leaves nothing that is unsaved for saved, whatever is done', async () => {
    const action = fc.constantFrom<Action>(
      'edit',
      'edit',
      'undo',
      'undo',
      'redo',
      'save',
      'revert',
      'editWhileSaving',
    );
    const run = async (actions: readonly Action[], isRestored: boolean): Promise<void> => {
      const workbench = new Workbench(isRestored);
      for (const [k, one] of actions.entries()) {
        await workbench.act(one);
        if (workbench.document.edits.isDirty) assert.ok(workbench.isDirty, actions.slice(0, k + 1).join());
      }
    };
    await fc.assert(fc.asyncProperty(fc.array(action, { maxLength: 40 }), fc.boolean(), run), {
      numRuns: 500,
    });
  });
});
