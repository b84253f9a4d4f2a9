/**
 * What only some documents need: all that is drawn of a stopped program beyond an array, and all that edits. A bundle of
 * its own, loaded with the first such document; its components are given what they draw from here.
 */
import { encodeItem } from '../core/dtype/items/write';
import type { App } from './state/app';
import type { Edit } from './protocol/requestParams';
import type { DocumentState } from './protocol/documentState';
import type { InspectorClient } from './state/actions';
import type { LazyFeatures, Panel } from './state/lazyFeatures';
import { rectangleOf } from './state/selection';
import { Analysis } from './analysis/Analysis';
import { LargePicture } from './analysis/Pictures';
import { followTheme } from './analysis/ramp';
import { Runs } from './analysis/runs';
import { BoxedObjects } from './debug/BoxedObjects';
import { CellInput } from './editing/CellInput';
import { CellNote } from './editing/CellNote';
import { announceChanges } from './editing/changes';
import { ContextMenu } from './clipboard/contextMenu';
import { copySelection } from './clipboard/copy';
import { announceConflicts, conflictText } from './editing/conflict';
import { Cost } from './debug/Cost';
import { DebugActions } from './debug/requests';
import { DebugHeader } from './debug/DebugHeader';
import { editsOf } from './editing/block';
import { ByteEditor } from './editing/byteEditor';
import type { EditorOptions } from './editing/cellEditor';
import { Editor } from './editing/cellEditor';
import { FileBar } from './editing/FileBar';
import { FindBar } from './find/FindBar';
import { Finder } from './find/finder';
import { keepBoxKeys } from './debug/boxKeys';
import { listenToFindKeys } from './find/keys';
import { watchSeen } from './find/seen';
import { flashStored } from './editing/flash';
import { MemoryNeighbours } from './debug/Neighbours';
import { OwnerDetails, OwnerFile } from './debug/Owners';
import { listenToPaste } from './editing/paste';
import { Pending } from './editing/pendingWrites';
import { Said } from './editing/cellMessage';
import type { DebugProps } from './debug/props';
import { StoredByOthers } from './editing/externalChanges';
import { texts } from './lazyStrings';
import { reportFocus } from './reports/reportFocus';
import { reportShown } from './reports/reportShown';
import { reportView } from './reports/reportView';

export type CreateFeatures = (app: App, client: InspectorClient) => LazyFeatures;

async function changeCells(
  app: App,
  ask: DebugActions,
  label: 'Paste' | 'Fill',
  edits: readonly Edit[],
): Promise<void> {
  if (edits.length > 0) await ask.change(label, edits);
  app.model.status.value = texts.storedCells(edits.length);
}

/** What a draft is for: it does not outlive a stop of the program, nor a change of the file's mode. */
function permitOf(document: DocumentState | undefined): string | undefined {
  const { debug, editing, mode } = document ?? {};
  if (editing) return editing.refusal === undefined ? `file ${mode}` : undefined;
  return debug?.canWrite && debug.status === 'stopped' ? `${debug.stop} ${debug.expression}` : undefined;
}

/** Why nothing may be changed, or not that byte; undefined where it may. */
function refusalOf(document: DocumentState | undefined, byteOffset = Infinity): string | undefined {
  const { debug, editing, headerLength = 0 } = document ?? {};
  if (permitOf(document) === undefined)
    return editing?.refusal ?? texts.notEditable(debug?.status === 'stopped');
  return byteOffset < headerLength ? texts.headerNotEditable : undefined;
}

export const createFeatures: CreateFeatures = (app, client) => {
  const ask = new DebugActions(app.model, app.actions, client);
  const shown = reportShown(app.model, pages => client.send('pagesShown', pages));
  const panel = (Component: (props: DebugProps) => preact.JSX.Element | null): Panel => {
    return () => {
      const debug = app.model.document.value?.debug;
      return debug ? <Component app={app} debug={debug} ask={ask} /> : null;
    };
  };
  const said = new Said(app.model);
  const pending = new Pending();
  const save = (): void => client.send('save', null);
  pending.holdSave(save);
  const options: EditorOptions = {
    say: (text, cellId) => said.say(text, cellId),
    permit: () => permitOf(app.model.document.value),
    refusal: byteOffset => refusalOf(app.model.document.value, byteOffset),
    encode: encodeItem,
    write: edit => ask.writeBytes(edit),
    track: work => pending.track(work),
    fill: async text => {
      const { anchor, cursor } = app.values;
      const selected = rectangleOf(anchor.value, cursor.value);
      await changeCells(app, ask, 'Fill', await editsOf(app, selected, () => text, encodeItem));
    },
  };
  const editor = new Editor(app.model, app.values, options);
  const byteEditor = new ByteEditor(app, options);
  const paste = listenToPaste(app, options, edits => changeCells(app, ask, 'Paste', edits));
  const menu = new ContextMenu(app, paste);
  announceChanges(app);
  announceConflicts(app.model);
  const stored = new StoredByOthers(app.model);
  flashStored(app, stored);
  const runs = new Runs(app, request => client.send('task', request));
  followTheme();
  const Boxes = panel(BoxedObjects);
  reportFocus(app, item => client.send('focusChanged', item));
  reportView(app.model, view => client.send('viewChanged', view));
  shown.changed();
  const { seen, look } = watchSeen(app.model);
  const find = new Finder(app, client, seen);
  listenToFindKeys(find);
  keepBoxKeys();
  return {
    Header: panel(props => (
      <>
        <DebugHeader {...props} />
        <CellNote said={said} />
      </>
    )),
    OwnerFile: panel(OwnerFile),
    MemoryNeighbours: panel(MemoryNeighbours),
    FileBar: () => (
      <>
        <FileBar app={app} ask={ask} />
        <CellNote said={said} />
      </>
    ),
    FindBar: () => (app.model.document.value?.editing ? <FindBar finder={find} /> : null),
    find,
    conflictText: (...cell) => conflictText(app.model.document.value, ...cell),
    editor,
    byteEditor,
    CellInput: () => <CellInput editor={editor} save={save} />,
    Cost: panel(Cost),
    BoxedObjects: () => (app.model.document.value?.debug ? <Boxes /> : <LargePicture runs={runs} />),
    Analysis: () => <Analysis runs={runs} />,
    onTask: event => runs.accept(event),
    OwnerDetails,
    onCells: event => menu.accept(event),
    copySelection: () => copySelection(app),
    pagesWanted: () => {
      shown.changed();
      stored.pagesWanted();
      look();
    },
  };
};
