/**
 * Unsaved edits outlive a window that ends at once, whatever VS Code noted of them by then; those that were undone or thrown
 * away do not come back.
 */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suiteOver } from '../files/suite';
import { type FileEditor, fileEditor } from '../reading/fileEditor';

const FILE = 'kept.dat';

describe('unsaved edits, where the window ends at once', () => {
  const suite = suiteOver([], {
    write: folder =>
      writeFileSync(
        join(folder, FILE),
        Uint8Array.from({ length: 16 }, (_, at) => at),
      ),
    settings: {
      'files.autoSave': 'off',
      'ndarrayInspector.layouts': [{ files: FILE, dtype: 'uint8', shape: [4, 4] }],
    },
  });
  const open = async (): Promise<FileEditor> => fileEditor(suite().workbench.page, await suite().open(FILE));
  const wait = (ms: number): Promise<void> => suite().workbench.page.waitForTimeout(ms);
  /** VS Code has asked for a backup of the edits. */
  const backedUp = (): Promise<void> => wait(2500);
  /** VS Code has noted how its editors are. */
  const noted = (): Promise<void> => wait(7000);

  it('are there, though it was noted that there were none', async () => {
    const editor = await open();
    await noted();
    await editor.type(0, 1, '101');
    await editor.isDirty(true);
    await backedUp();
    await suite().workbench.reload(true);
    const next = await open();
    await next.textIs(0, 1, '101');
    await next.isDirty(true);
  });

  it('are all there, though an earlier state of them was noted', async () => {
    const editor = await open();
    await editor.type(1, 1, '111');
    await noted();
    await editor.type(2, 1, '121');
    await backedUp();
    await suite().workbench.reload(true);
    const next = await open();
    for (const [row, text] of ['101', '111', '121'].entries()) await next.textIs(row, 1, text);
    await next.isDirty(true);
    await next.bodyHas(/3 bytes not saved/);
  });

  it('do not come back once they are undone', async () => {
    const editor = await open();
    await editor.press('Control+s');
    await editor.isDirty(false);
    await editor.type(3, 3, '99');
    await backedUp();
    await editor.press('Control+z');
    await editor.isDirty(false);
    await wait(500);
    await suite().workbench.reload(true);
    const next = await open();
    await next.textIs(3, 3, '15');
    await wait(1000);
    await next.isDirty(false);
  });

  it('do not come back once they are thrown away', async () => {
    const { workbench } = suite();
    const editor = await open();
    await editor.type(3, 3, '98');
    await backedUp();
    await workbench.runCommand('View: Close Editor');
    await (await editor.dialog()).getByRole('button', { name: "Don't Save" }).click();
    await wait(1000);
    for (const ends of [false, true]) {
      if (ends) await workbench.reload(true);
      const next = await open();
      await next.textIs(3, 3, '15');
      await wait(1000);
      await next.isDirty(false);
    }
  });

  it('are told to VS Code without an error of its own', () => {
    const errors = suite().workbench.consoleErrors();
    assert.deepEqual(
      errors.filter(text => /custom document/i.test(text)),
      [],
    );
  });
});
