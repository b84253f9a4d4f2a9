/** Creates what edits values and bytes, and what shows the edits of others. */
import { encodeItem } from '../../core/dtype/items/write';
import type { InspectorClient } from '../state/actions';
import type { App } from '../state/app';
import type { EditingFeature } from '../state/lazyFeatures';
import { rectangleOf } from '../state/selection';
import { editsOf } from './block';
import { ByteEditor } from './byteEditor';
import type { EditorOptions } from './cellEditor';
import { CellEditor } from './cellEditor';
import { CellInput } from './CellInput';
import { CellMessages } from './cellMessage';
import { CellNote } from './CellNote';
import { announceConflicts, conflictText } from './conflict';
import { editKeyOf, readOnlyReasonOf } from './editPolicy';
import { EditRequests } from './editRequests';
import { ExternalChanges } from './externalChanges';
import { FileBar } from './FileBar';
import { flashExternalChanges } from './flash';
import { listenToPaste } from './paste';
import { PendingWrites } from './pendingWrites';
import { keepTextBoxKeys } from './textBoxKeys';

/** What the wiring of the features needs of it, beside what the app does. */
interface Editing extends EditingFeature {
  /** Puts a block of text over the selected cells. */
  readonly paste: (text: string) => void;
  /** To be called when other pages come on screen. */
  pagesShown(): void;
}

export function createEditing(app: App, client: InspectorClient): Editing {
  const { model, values } = app;
  const requests = new EditRequests(app, client);
  const messages = new CellMessages(model);
  const options = editorOptions(app, requests, messages);
  const cells = new CellEditor(model, values, options);
  const externalChanges = new ExternalChanges(model);
  announceConflicts(model);
  flashExternalChanges(app, externalChanges);
  keepTextBoxKeys();
  return {
    cells,
    bytes: new ByteEditor(app, options),
    CellInput: () => <CellInput editor={cells} save={() => requests.save()} />,
    CellNote: () => <CellNote messages={messages} />,
    FileBar: () => <FileBar app={app} requests={requests} />,
    conflictText: (...range) => conflictText(model.document.value, ...range),
    paste: listenToPaste(app, options, edits => requests.changeCells('Paste', edits)),
    pagesShown: () => externalChanges.dropHidden(),
  };
}

function editorOptions(app: App, requests: EditRequests, messages: CellMessages): EditorOptions {
  const { model, values } = app;
  const pending = new PendingWrites();
  pending.delaySave(() => requests.save());
  return {
    showMessage: (text, cellId) => messages.show(text, cellId),
    editKey: () => editKeyOf(model.document.value),
    readOnlyReason: byteOffset => readOnlyReasonOf(model.document.value, byteOffset),
    encode: encodeItem,
    writeEdit: edit => requests.writeEdit(edit),
    trackWrite: work => pending.track(work),
    fillSelection: async text => {
      const selected = rectangleOf(values.anchor.value, values.cursor.value);
      await requests.changeCells('Fill', await editsOf(app, selected, () => text, encodeItem));
    },
  };
}
