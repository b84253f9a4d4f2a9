/** Requests that change bytes, or the mode of a file. Each ends in a new state of the document or in an error. */
import { texts } from '../lazyStrings';
import type { Edit } from '../protocol/requestParams';
import type { Mode } from '../protocol/schema';
import type { InspectorClient } from '../state/actions';
import type { App } from '../state/app';

export class EditRequests {
  constructor(
    private readonly app: App,
    private readonly client: InspectorClient,
  ) {}

  /** Opens the file in another mode of `np.memmap`; a failure is shown above the grids. */
  async setMode(mode: Mode): Promise<void> {
    await this.app.actions.updateBy('setMode', mode);
  }

  /** Writes bytes in place: in a program at once, in a file when it is saved. Rejects where they can't be written. */
  async writeEdit(edit: Edit): Promise<void> {
    this.app.actions.accept(await this.client.request('writeBytes', edit));
  }

  /** Changes several cells, in a file as one step of undo, and announces how many. Rejects as `writeEdit` does. */
  async changeCells(label: 'Paste' | 'Fill', edits: readonly Edit[]): Promise<void> {
    const { model, actions } = this.app;
    if (edits.length > 0 && model.document.value?.editing)
      actions.accept(await this.client.request('change', { label, edits: [...edits] }));
    else for (const edit of edits) await this.writeEdit(edit);
    model.status.value = texts.storedCells(edits.length);
  }

  save(): void {
    this.client.send('save', null);
  }
}
