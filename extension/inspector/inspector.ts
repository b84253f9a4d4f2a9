/** The debugger half: sessions, the observer of stops, panels, the Arrays view. Loaded on first use. */
import * as vscode from 'vscode';
import { Observer } from '../debug/observer';
import { runtimeFor } from '../debug/runtimes';
import { Sessions } from '../debug/sessions';
import type { ArraysNode } from './arraysView';
import { ArraysView } from './arraysView';
import type { OpenInEditor } from './inspectorPanel';
import { Panels } from './panels';

/** The tree of the Arrays view, created at activation; it is empty until this module is loaded. */
export interface ArraysTree {
  readonly view: vscode.TreeView<ArraysNode>;
  readonly redraw: () => void;
}

/** Creates the parts and connects them. */
export class Inspector implements vscode.Disposable {
  readonly sessions = new Sessions();
  readonly observer: Observer;
  readonly panels: Panels;
  readonly arrays: ArraysView;

  constructor(context: vscode.ExtensionContext, { view, redraw }: ArraysTree, openInEditor: OpenInEditor) {
    this.observer = new Observer(this.sessions, runtimeFor);
    this.panels = new Panels(context.extensionUri, this.observer, this.sessions, openInEditor);
    this.arrays = new ArraysView(view, redraw, this.observer);
  }

  dispose(): void {
    for (const part of [this.arrays, this.panels, this.observer, this.sessions]) part.dispose();
  }
}
