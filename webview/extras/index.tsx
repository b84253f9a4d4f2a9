/**
 * What only some documents need: all that is drawn of a stopped program beyond an array. A bundle of its own, loaded
 * with the first such document; its components are given what they draw from here.
 */
import type { OwnerFacts } from '../../core/bytes';
import { encodeItem } from '../../core/dtype/write';
import type { App } from '../frame/app';
import type { InspectorClient } from '../state/actions';
import { BoxedObjects } from './BoxedObjects';
import { CellInput } from './CellInput';
import { announceChanges } from './changes';
import { Cost } from './Cost';
import { DebugActions } from './debugActions';
import { DebugHeader } from './DebugHeader';
import { Editor } from './editor';
import { MemoryNeighbours } from './Neighbours';
import { OwnerDetails, OwnerFile } from './Owners';
import type { DebugProps } from './props';
import { texts } from './strings';
import { reportShown } from './reportShown';

/** A component that needs nothing from where it stands; draws nothing for a file. */
type Panel = () => preact.JSX.Element | null;

export interface Extras {
  readonly Header: Panel;
  readonly OwnerFile: Panel;
  readonly MemoryNeighbours: Panel;
  readonly editor: Editor;
  /** The box of the cell that is being edited. */
  readonly CellInput: Panel;
  readonly Cost: Panel;
  readonly BoxedObjects: Panel;
  readonly OwnerDetails: (props: { owner: OwnerFacts }) => preact.JSX.Element;
  /** Other pages than before are on screen. */
  pagesWanted(): void;
}

export type CreateExtras = (app: App, client: InspectorClient) => Extras;

export const createExtras: CreateExtras = (app, client) => {
  const ask = new DebugActions(app.model, app.actions, client);
  const shown = reportShown(app.model, pages => client.send('pagesShown', pages));
  const panel = (Component: (props: DebugProps) => preact.JSX.Element | null): Panel => {
    return () => {
      const debug = app.model.document.value?.debug;
      return debug ? <Component app={app} debug={debug} ask={ask} /> : null;
    };
  };
  const editor = new Editor(app.model, app.values, {
    permit: () => {
      const debug = app.model.document.value?.debug;
      return debug?.canWrite && debug.status === 'stopped' ? `${debug.stop} ${debug.expression}` : undefined;
    },
    refusal: () => texts.notEditable(app.model.document.value?.debug?.status === 'stopped'),
    encode: encodeItem,
    write: edit => ask.writeBytes(edit),
  });
  announceChanges(app);
  shown.changed();
  return {
    Header: panel(DebugHeader),
    OwnerFile: panel(OwnerFile),
    MemoryNeighbours: panel(MemoryNeighbours),
    editor,
    CellInput: () => <CellInput editor={editor} />,
    Cost: panel(Cost),
    BoxedObjects: panel(BoxedObjects),
    OwnerDetails,
    pagesWanted: () => shown.changed(),
  };
};
