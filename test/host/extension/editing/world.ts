/** A real file, the document over it, and the model of both; every action is done to all of them. */
import assert from 'node:assert/strict';
import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import * as vscode from 'vscode';
import { InspectorError } from '../../../../core/errors';
import { MemoryDocument } from '../../../../extension/editor/document/memoryDocument';
import type { SaveDialogs } from '../../../../extension/editor/saving/dialogs';
import { Journals } from '../../../../extension/editor/edits/journal';
import { save } from '../../../../extension/editor/saving/save';
import { parseEdits, serializeEdits } from '../../../../extension/editor/edits/serializeEdits';
import type { Edit } from '../../../../webview/protocol/requestParams';
import { PAGE_BYTES } from '../../../../webview/protocol/schema';
import type { Action, Place } from './actions';
import { SIZE } from './actions';
import { asBytes } from './asBytes';
import { Model } from './model';

/** Journals that let something happen when a save is about to write: between its look at the edits and its end. */
export class WatchedJournals extends Journals {
  meanwhile: (() => Promise<void>) | undefined;

  override async write(...saved: Parameters<Journals['write']>): Promise<string> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    return super.write(...saved);
  }
}

export class World {
  model: Model;
  document: MemoryDocument;
  /** Whole seconds: times that can be put back exactly. */
  #clock = 1_700_000_000;
  /** Nothing was done by others since the document compared its edits with the file. */
  #hasLooked = true;

  constructor(
    readonly path: string,
    readonly journals: WatchedJournals,
  ) {
    const bytes = Uint8Array.from({ length: SIZE }, (_, k) => k % 251);
    writeFileSync(path, bytes);
    this.model = new Model(bytes);
    this.#tick();
    this.document = this.#opened();
  }

  #opened(): MemoryDocument {
    const document = new MemoryDocument(vscode.Uri.file(this.path), asBytes, 'r+');
    // Everything is on screen.
    document.watchPages(() => [...this.#pages()]);
    return document;
  }

  *#pages(): Generator<number> {
    const most = Math.max(SIZE, this.model.file.length, this.model.known.length);
    for (let page = 0; page * PAGE_BYTES < most; page++) yield page;
  }

  async act(action: Action): Promise<void> {
    switch (action.kind) {
      case 'edit':
        return this.#edit(action.places);
      case 'undo':
      case 'redo':
      case 'revert':
        await this.document[action.kind]();
        this.model[action.kind]();
        this.#hasLooked = true;
        return;
      case 'look':
        await this.document.refresh();
        this.model.look();
        this.#hasLooked = true;
        return;
      case 'restart':
        return this.#restart();
      case 'save':
        return this.#save(action.overwrites, action.meanwhile);
      case 'editWhileSaving':
        return this.#editWhileSaving(action.places);
      case 'store':
        this.#store(action.places, action.quietly);
        return;
      case 'resize':
        this.#resize(action.length);
        return;
      case 'replace':
        this.#replace(action.length, action.seed);
    }
  }

  /** File, grid and model agree, and so do they on what is unsaved and what is in conflict. */
  async check(): Promise<void> {
    const { model, document } = this;
    assert.deepEqual(new Uint8Array(readFileSync(this.path)), model.file, 'the file');
    assert.equal(document.problem, undefined);
    const { pages } = await document.readPages([...this.#pages()]);
    assert.deepEqual(new Uint8Array(Buffer.concat(pages)), model.shown(), 'what is shown');
    assert.equal(document.editing.isDirty, model.isDirty, 'whether there is something to save');
    const mine = document.editing.overlay.runs.flatMap(({ byteOffset, bytes, below }) =>
      Array.from(bytes, (value, k) => [byteOffset + k, { value, below: below[k] }]),
    );
    assert.deepEqual(mine, [...model.mine()], 'the unsaved bytes');
    // What others do is in conflict once the document has looked.
    if (this.#hasLooked) assert.deepEqual(this.#conflicts(), model.conflicts(), 'the conflicts');
  }

  #conflicts(): number[] {
    return this.document.editing.conflicts.flatMap(({ byteOffset, byteLength }) =>
      Array.from({ length: byteLength }, (_, k) => byteOffset + k),
    );
  }

  #changeOf(places: readonly Place[]): Edit[] {
    const shown = this.model.shown();
    return places.flatMap(({ at, bytes }) => {
      const byteOffset = shown.length === 0 ? 0 : at % shown.length;
      const newBytes = bytes.slice(0, shown.length - byteOffset);
      const oldBytes = shown.slice(byteOffset, byteOffset + newBytes.length);
      return newBytes.length === 0 ? [] : [{ byteOffset, oldBytes, newBytes }];
    });
  }

  async #edit(places: readonly Place[]): Promise<void> {
    const change = this.#changeOf(places);
    if (change.length === 0) return;
    await this.document.edit(change, 'Edit');
    this.model.edit(change);
    this.#hasLooked = true;
  }

  async #save(overwrites: boolean, meanwhile: readonly Place[]): Promise<void> {
    const { model } = this;
    const before = model.file.slice();
    let asked = 0;
    const ask: SaveDialogs = {
      overwrite: bytes => {
        assert.ok(bytes > 0);
        if (asked++ === 0 && meanwhile.length > 0) this.#store(meanwhile, true);
        return Promise.resolve(overwrites);
      },
      finishInterrupted: () => Promise.reject(new Error('nothing was interrupted')),
    };
    const { isDirty } = model;
    const conflicts = model.conflicts(model.file).length;
    const isRefused = isDirty && (model.isTooShort() || (conflicts > 0 && !overwrites));
    const isAsked = isDirty && !model.isTooShort() && conflicts > 0;
    const saving = save(this.document, this.journals, ask);
    if (isRefused) {
      await assert.rejects(
        saving,
        (error: unknown) => error instanceof InspectorError && error.action !== '',
      );
      if (meanwhile.length === 0) assert.deepEqual(new Uint8Array(readFileSync(this.path)), before);
      await this.document.refresh();
      model.look();
      this.#hasLooked = true;
    } else {
      await saving;
      if (isDirty) {
        model.save();
        this.#hasLooked = true;
      }
      this.#tick();
    }
    assert.equal(asked > 0, isAsked, 'asked exactly where there are conflicts');
    assert.deepEqual(await this.journals.read(this.document.uri.toString()), [], 'no journal is left');
  }

  /** Everything that is known when a save ends is in the file: VS Code takes it for saved. */
  async #editWhileSaving(places: readonly Place[]): Promise<void> {
    const { model, document } = this;
    const isUndo = places.length === 0;
    if (!model.isDirty || model.isTooShort() || (isUndo && this.#isTooShortBefore())) return;
    const ask = {
      overwrite: () => Promise.resolve(true),
      finishInterrupted: () => Promise.resolve(undefined),
    };
    let change: Edit[] = [];
    this.journals.meanwhile = async () => {
      model.look();
      change = this.#changeOf(places);
      if (isUndo) await document.undo();
      else if (change.length > 0) await document.edit(change, 'Edit');
    };
    await save(document, this.journals, ask);
    model.save();
    if (isUndo) model.undo();
    else if (change.length > 0) model.edit(change);
    assert.equal(document.editing.isDirty, false);
    model.save();
    this.#hasLooked = true;
    this.#tick();
  }

  /** Whether an undo would leave an edit behind the end of the file. */
  #isTooShortBefore(): boolean {
    const before = new Model(this.model.file);
    before.changes = [...this.model.changes];
    before.done = this.model.done;
    before.saved = before.changes.slice(0, before.done);
    before.undo();
    return before.isTooShort();
  }

  /** The window goes and comes: edits are kept as VS Code keeps them. */
  async #restart(): Promise<void> {
    const { document } = this;
    const text = serializeEdits({
      file: { byteLength: document.byteLength },
      mode: document.mode,
      edits: document.editing.unsavedEdits(),
    });
    document.dispose();
    this.document = this.#opened();
    await this.document.load();
    const kept = parseEdits(text);
    await this.document.restore(kept);
    this.model = new Model(this.model.file);
    if (kept.edits.length > 0) this.model.edit(kept.edits);
    this.#hasLooked = true;
  }

  #store(places: readonly Place[], quietly: boolean): void {
    if (this.model.file.length === 0) return;
    this.#hasLooked = false;
    const file = this.model.file.slice();
    const { atimeNs, mtimeNs } = statSync(this.path, { bigint: true });
    const handle = openSync(this.path, 'r+');
    for (const { at, bytes } of places) {
      const byteOffset = at % file.length;
      const part = bytes.slice(0, file.length - byteOffset);
      writeSync(handle, part, 0, part.length, byteOffset);
      file.set(part, byteOffset);
    }
    closeSync(handle);
    this.model.file = file;
    if (quietly) utimesSync(this.path, Number(atimeNs / 1_000_000_000n), Number(mtimeNs / 1_000_000_000n));
    else this.#tick();
  }

  #resize(length: number): void {
    this.#hasLooked = false;
    const handle = openSync(this.path, 'r+');
    ftruncateSync(handle, length);
    closeSync(handle);
    const file = new Uint8Array(length);
    file.set(this.model.file.subarray(0, length));
    this.model.file = file;
    this.#tick();
  }

  #replace(length: number, seed: number): void {
    this.#hasLooked = false;
    const file = Uint8Array.from({ length }, (_, k) => (k * 7 + seed) % 256);
    writeFileSync(`${this.path}.new`, file);
    renameSync(`${this.path}.new`, this.path);
    this.model.replace(file);
    this.#tick();
  }

  #tick(): void {
    utimesSync(this.path, this.#clock, ++this.#clock);
  }
}
