/** The debugger half, put together: sessions, the look at each stop, panels, the Arrays view. Loaded when first needed. */
import * as vscode from 'vscode';
import { javascriptRuntime } from '../debug/javascript/runtime';
import { nativeRuntime } from '../debug/native/runtime';
import { Observer } from '../debug/observer';
import { pythonRuntime } from '../debug/python/runtime';
import { helperSource } from '../debug/python/helper';
import type { Runtime } from '../debug/runtime';
import { Sessions } from '../debug/sessions';
import { DEBUG_TYPES } from '../ids';
import type { Node } from './arraysView';
import { ArraysView } from './arraysView';
import type { OpenInEditor } from './inspectorPanel';
import { Panels } from './panels';

/** The view's own tree, made at activation: an empty one until this is loaded. */
export interface Tree {
  readonly view: vscode.TreeView<Node>;
  readonly redraw: () => void;
}

export class Inspector implements vscode.Disposable {
  readonly sessions = new Sessions();
  readonly observer: Observer;
  readonly panels: Panels;
  readonly arrays: ArraysView;

  constructor(context: vscode.ExtensionContext, { view, redraw }: Tree, openInEditor: OpenInEditor) {
    this.observer = new Observer(this.sessions, runtimes());
    this.panels = new Panels(context.extensionUri, this.observer, this.sessions, openInEditor);
    this.arrays = new ArraysView(view, redraw, this.observer);
  }

  dispose(): void {
    for (const part of [this.arrays, this.panels, this.observer, this.sessions]) part.dispose();
  }
}

function runtimes(): (sessionType: string) => Runtime | undefined {
  const byLanguage: Record<keyof typeof DEBUG_TYPES, Runtime> = {
    python: pythonRuntime(() => Promise.resolve(helperSource)),
    javascript: javascriptRuntime,
    native: nativeRuntime,
  };
  const byType = new Map<string, Runtime>();
  for (const language of Object.keys(DEBUG_TYPES) as (keyof typeof DEBUG_TYPES)[])
    for (const type of DEBUG_TYPES[language]) byType.set(type, byLanguage[language]);
  return type => byType.get(type);
}
