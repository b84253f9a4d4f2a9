import assert from 'node:assert/strict';
import { signal } from '@preact/signals';
import { InspectorError } from '../../../../core/errors';
import type { Encode } from '../../../../webview/editing/cellEditor';
import { CellEditor } from '../../../../webview/editing/cellEditor';
import { PageLoader } from '../../../../webview/pages/loader';
import type { Edit } from '../../../../webview/protocol/requestParams';
import type { DocumentState } from '../../../../webview/protocol/documentState';
import { Model } from '../../../../webview/state/model';
import { ValueGrid } from '../../../../webview/state/valueGrid';
import { factsOf } from '../views';

const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false, altKey: false });

const encode: Encode = (dtype, text) => {
  if (Number.isNaN(Number(text))) throw new InspectorError('invalid-input', `'${text}' is no ${dtype.name}`);
  const bytes = new Uint8Array(dtype.itemsize);
  const view = new DataView(bytes.buffer);
  if (dtype.itemsize === 1) view.setUint8(0, Number(text));
  else view.setFloat32(0, Number(text), true);
  return { bytes, exact: dtype.itemsize === 1 || view.getFloat32(0, true) === Number(text) };
};

interface Made {
  readonly editor: CellEditor;
  readonly model: Model;
  readonly values: ValueGrid;
  readonly edits: Edit[];
  /** What was said, and at which cells. */
  readonly said: string[];
  permit: string | undefined;
  /** Bytes before are not to be changed. */
  headerLength: number;
  failure?: InspectorError;
}

function setup(dtype = 'float32', read?: ConstructorParameters<typeof PageLoader>[0]): Made {
  const model = new Model(
    new PageLoader(
      read ?? (() => new Promise(() => undefined)),
      () => model.pagesVersion.value++,
      () => undefined,
    ),
  );
  const values = new ValueGrid(model);
  const facts = factsOf({ shape: [4, 4], dtype });
  model.document.value = {
    revision: 1,
    fileName: 'x',
    byteLength: facts.source.byteLength,
    facts,
    order: 'C',
  } as unknown as DocumentState;
  const first = read ? [] : [{ page: 0, bytes: new Uint8Array(facts.source.byteLength) }];
  model.pages.setRevision(1, 1, first);
  const made: Made = {
    model,
    values,
    edits: [],
    said: [],
    permit: '1',
    headerLength: 0,
    editor: undefined as unknown as CellEditor,
  };
  const editor = new CellEditor(model, values, {
    editKey: () => made.permit,
    readOnlyReason: byteOffset =>
      made.permit === undefined || byteOffset! < made.headerLength ? 'no' : undefined,
    showMessage: (text, cellId) => {
      made.said.push(`${cellId}: ${text}`);
      model.status.value = text;
    },
    encode,
    trackWrite: () => undefined,
    fillSelection: () => Promise.resolve(),
    writeEdit: edit => {
      if (made.failure) return Promise.reject(made.failure);
      made.edits.push(edit);
      return Promise.resolve();
    },
  });
  return Object.assign(made, { editor });
}

describe('editing a value', () => {
  it('begins with its text, or with the character that was typed', () => {
    const { editor, values } = setup();
    values.moveTo({ row: 1, column: 2 });
    assert.equal(editor.handleKey(key('F2')), true);
    const { row, column, text, isUntouched: isWhole } = editor.draft.value!;
    assert.deepEqual({ row, column, text, isWhole }, { row: 1, column: 2, text: '0.0', isWhole: true });
    editor.close();
    assert.equal(editor.handleKey(key('7')), true);
    assert.equal(editor.draft.value?.text, '7');
    editor.close();
    assert.deepEqual(
      [key('ArrowUp'), key('c', true), key(' ')].map(one => editor.handleKey(one)),
      [false, false, false],
    );
  });

  it('waits for bytes that are on their way, and loses nothing that is typed meanwhile', async () => {
    let bring: (() => void) | undefined;
    const { editor, model, values, said } = setup('float32', ({ revision }) => {
      return new Promise(accept => {
        bring = () => accept({ revision, pages: [new Uint8Array(64)] });
      });
    });
    values.moveTo({ row: 1, column: 2 });
    for (const name of ['4', '2']) assert.equal(editor.handleKey(key(name)), true);
    const text = (): string | undefined => editor.draft.value?.text;
    assert.equal(text(), undefined);
    bring!();
    await new Promise(accept => setTimeout(accept));
    assert.equal(text(), '42');
    // The box has not got the focus yet.
    for (const name of [' ', '5', 'Backspace', 'Backspace', '0'])
      assert.equal(editor.handleKey(key(name)), true, name);
    assert.equal(text(), '420');
    assert.equal(editor.handleKey(key('Escape')), true);
    assert.equal(text(), undefined);
    assert.deepEqual([said, model.requestError.value], [[], undefined]);
  });

  it('stores what was typed over bytes that were on their way, as soon as they are there', async () => {
    const { editor, values, edits } = setup('float32', ({ revision }) =>
      Promise.resolve({ revision, pages: [new Uint8Array(64)] }),
    );
    values.moveTo({ row: 1, column: 2 });
    for (const name of ['7', 'Enter']) assert.equal(editor.handleKey(key(name)), true);
    await new Promise(accept => setTimeout(accept, 5));
    assert.deepEqual([edits.length, editor.draft.value], [1, undefined]);
    assert.equal(edits[0].byteOffset, 24);
  });

  it('takes F2, a value and Enter, though the box has not the focus yet', async () => {
    const { editor, values, edits } = setup();
    values.moveTo({ row: 1, column: 2 });
    for (const name of ['F2', '4', '2', 'Enter']) assert.equal(editor.handleKey(key(name)), true);
    await new Promise(accept => setTimeout(accept, 5));
    assert.equal(new DataView(edits[0].newBytes.buffer).getFloat32(0, true), 42);
  });

  it('is not begun for bytes that are on their way once the cursor is elsewhere, and says what went wrong with them', async () => {
    const answers: ((answer: Error | undefined) => void)[] = [];
    const { editor, model, values } = setup('float32', ({ revision }) => {
      return new Promise((accept, reject) => {
        answers.push(error => (error ? reject(error) : accept({ revision, pages: [new Uint8Array(64)] })));
      });
    });
    values.moveTo({ row: 1, column: 2 });
    editor.handleKey(key('F2'));
    answers[0](new InspectorError('file-unreadable', 'gone'));
    await new Promise(accept => setTimeout(accept));
    assert.equal(model.requestError.value?.message, 'gone');
    editor.handleKey(key('F2'));
    values.moveTo({ row: 0, column: 0 });
    answers[1](undefined);
    await new Promise(accept => setTimeout(accept));
    assert.equal(editor.draft.value, undefined);
  });

  it('sends the old bytes and the new ones, and says what is there now', async () => {
    const { editor, model, values, edits, said } = setup();
    values.moveTo({ row: 1, column: 2 });
    editor.start('1.5');
    assert.equal(await editor.commit(), true);
    assert.deepEqual(edits, [
      { byteOffset: 24, oldBytes: new Uint8Array(4), newBytes: new Uint8Array([0, 0, 0xc0, 0x3f]) },
    ]);
    assert.equal(model.status.value, 'Stored 1.5 in [1, 2]');
    assert.equal(editor.draft.value, undefined);
    editor.start('0.1');
    await editor.commit();
    assert.equal(model.status.value, '[1, 2] stored as 0.10000000149');
    assert.deepEqual(said, []);
    editor.start('16777217');
    await editor.commit();
    assert.deepEqual(said, ['value-1-2: [1, 2] stored as 16777216']);
  });

  it('sends nothing of what is wrong, and nothing where nothing changes', async () => {
    const { editor, edits } = setup();
    editor.start('x');
    assert.equal(await editor.commit(), false);
    assert.equal(editor.draft.value?.error?.message, "'x' is no float32");
    editor.type('0');
    assert.equal(editor.draft.value.error, undefined);
    assert.equal(await editor.commit(), true);
    assert.deepEqual(edits, []);
  });

  it('is stored over bytes that were read anew meanwhile, not over others than those on screen', async () => {
    const answers = [new Uint8Array(64), new Uint8Array(64).fill(9, 24, 25)];
    const { editor, model, values, edits } = setup('float32', ({ revision }) =>
      Promise.resolve({ revision, pages: [answers.shift()!] }),
    );
    await model.pages.bring([0]);
    values.moveTo({ row: 1, column: 2 });
    editor.start('1.5');
    model.pages.setRevision(2, 1);
    assert.equal(await editor.commit(), false);
    assert.match(editor.draft.value?.error?.message ?? '', /These bytes have just been changed outside/);
    assert.equal(edits.length, 0);
    assert.equal(await editor.commit(), true);
    assert.deepEqual([...edits[0].oldBytes], [9, 0, 0, 0]);
  });

  it('is stored though another cell is typed into before its bytes are here, and that one stays', async () => {
    const { editor, model, values, edits } = setup('float32', ({ revision }) =>
      Promise.resolve({ revision, pages: [new Uint8Array(64)] }),
    );
    await model.pages.bring([0]);
    values.moveTo({ row: 1, column: 2 });
    editor.start('1.5');
    model.pages.setRevision(2, 1);
    const storing = editor.commit();
    values.moveTo({ row: 2, column: 0 });
    editor.start('2.5');
    // The box of before is gone.
    await editor.commitAndClose({ row: 1, column: 2 });
    assert.equal(await storing, true);
    assert.equal(edits[0].byteOffset, 24);
    assert.equal(editor.draft.value?.text, '2.5');
  });

  it('is not stored once what it was permitted for has passed, though its bytes were on their way then', async () => {
    const made = setup('float32', ({ revision }) =>
      Promise.resolve({ revision, pages: [new Uint8Array(64)] }),
    );
    await made.model.pages.bring([0]);
    made.editor.start('1.5');
    made.model.pages.setRevision(2, 1);
    const storing = made.editor.commit();
    made.permit = '2';
    assert.equal(await storing, false);
    assert.deepEqual(made.edits, []);
  });

  it('is stored once, however often Enter is pressed, and whoever asks again waits for that', async () => {
    const { editor, edits } = setup();
    editor.start('1.5');
    assert.deepEqual(await Promise.all([editor.commit(), editor.commit()]), [true, true]);
    assert.equal(edits.length, 1);
  });

  it('is stored where it is left, unless nothing was typed', async () => {
    const { editor, values, edits } = setup();
    values.moveTo({ row: 1, column: 2 });
    const cell = { row: 1, column: 2 };
    editor.start();
    await editor.commitAndClose(cell);
    assert.deepEqual([edits, editor.draft.value], [[], undefined]);
    editor.start();
    editor.type('1.5');
    const finished = editor.commitAndClose(cell);
    assert.equal(editor.draft.value, undefined);
    // Another cell's may begin at once.
    values.moveTo({ row: 0, column: 0 });
    editor.start('7');
    await finished;
    assert.deepEqual(
      edits.map(({ byteOffset }) => byteOffset),
      [24],
    );
    assert.equal(editor.handleKey(key('Enter')), true);
    await new Promise(accept => setTimeout(accept, 5));
    assert.equal(edits.length, 2);
  });

  it('that cannot be stored is said, with its index, where it is left; once', async () => {
    const { editor, model, values, edits } = setup();
    values.moveTo({ row: 1, column: 2 });
    editor.start('x');
    await editor.commitAndClose({ row: 1, column: 2 });
    assert.equal(model.requestError.value?.message, "[1, 2]: 'x' is no float32");
    model.requestError.value = undefined;
    editor.start('x');
    await editor.commit();
    await editor.commitAndClose({ row: 1, column: 2 });
    assert.deepEqual([editor.draft.value, model.requestError.value, edits], [undefined, undefined, []]);
  });

  it('does not outlive the layout it was begun in', async () => {
    const { editor, model, edits } = setup();
    editor.start('1');
    const document = model.document.value!;
    model.document.value = { ...document, facts: { ...document.facts!, dtype: 'int32' } };
    assert.equal(editor.draft.value, undefined);
    await editor.commitAndClose({ row: 0, column: 0 });
    assert.deepEqual(edits, []);
  });

  it('stays, with the reason, where the bytes could not be stored', async () => {
    const made = setup();
    made.failure = new InspectorError('memory-changed', 'changed meanwhile');
    made.editor.start('2');
    assert.equal(await made.editor.commit(), false);
    assert.equal(made.editor.draft.value?.error?.message, 'changed meanwhile');
    assert.notEqual(made.editor.draft.value.isBusy, true);
  });

  it('changes one field of a structured item', async () => {
    const { editor, values, edits } = setup("[('a', 'u1'), ('b', '<f4')]");
    values.moveTo({ row: 0, column: 3 });
    editor.start('1.5');
    await editor.commit();
    assert.deepEqual([edits[0].byteOffset, edits[0].newBytes.length], [6, 4]);
  });

  it('is not begun where it is not permitted, nor where bytes are not the owner’s', () => {
    const made = setup();
    made.permit = undefined;
    assert.equal(made.editor.handleKey(key('F2')), false);
    assert.deepEqual(made.said, ['value-0-0: no']);
    const header = setup();
    header.headerLength = 5;
    header.values.moveTo({ row: 0, column: 1 });
    assert.equal(header.editor.start('1'), false);
    assert.deepEqual(header.said, ['value-0-1: no']);
    header.values.moveTo({ row: 0, column: 2 });
    assert.equal(header.editor.start('1'), true);
    const outside = setup();
    const { facts } = outside.model.document.value!;
    const source = { ...facts!.source, byteLength: 3 };
    outside.model.document.value = {
      ...outside.model.document.value!,
      byteLength: 3,
      facts: { ...facts!, source },
    };
    assert.equal(outside.editor.start(), false);
    assert.deepEqual(outside.said, ['value-0-0: There is no item to edit here.']);
  });

  it('is given up when what it was permitted for has passed', async () => {
    const permit = signal('stop 1');
    const { model, values } = setup();
    const editor = new CellEditor(model, values, {
      editKey: () => permit.value,
      readOnlyReason: () => undefined,
      showMessage: () => undefined,
      encode,
      trackWrite: () => undefined,
      fillSelection: () => Promise.resolve(),
      writeEdit: () => Promise.resolve(),
    });
    editor.start('1');
    assert.equal(editor.draft.value?.text, '1');
    permit.value = 'stop 2';
    assert.equal(editor.draft.value, undefined);
    assert.equal(await editor.commit(), false);
  });
});
