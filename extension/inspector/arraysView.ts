/**
 * The Arrays view of the debug side bar: the focused frame's arrays, each below the one it is a view of. Arrays that share
 * an owner without a name form a group. Nothing is listed while the view is hidden.
 */
import * as vscode from 'vscode';
import type { InspectorError } from '../../core/errors';
import { errorText } from '../../core/errors';
import type { Observer, Subscriber, Stop } from '../debug/observer';
import type { Observation } from '../debug/runtime';
import { COMMANDS } from '../ids';
import type { ArrayNode, Group } from './groups';
import { arrayTree } from './groups';
import { arrayDescription, arrayTooltip } from './rowText';

const PAGE = 100;

/** A row: an array, a group of arrays, or *N more…*. */
export type ArraysNode = ArrayNode | Group | { readonly kind: 'more'; readonly count: number };

/** The tree's data, which follows the stops. */
export class ArraysView implements Subscriber, vscode.Disposable {
  readonly #disposables: vscode.Disposable[];
  #nodes: readonly ArraysNode[] = [];
  #limit = PAGE;

  /** `redraw` makes VS Code request the rows again. */
  constructor(
    private readonly view: vscode.TreeView<ArraysNode>,
    private readonly redraw: () => void,
    private readonly observer: Observer,
  ) {
    this.#disposables = [
      observer.subscribe(this),
      view.onDidChangeVisibility(({ visible }) => visible && observer.refresh(this)),
      vscode.debug.onDidTerminateDebugSession(() => this.#show([])),
    ];
  }

  follows(): boolean {
    return this.view.visible;
  }

  wants(): { list: number } {
    return { list: this.#limit };
  }

  onObservation(_stop: Stop, { listing }: Observation): void {
    const { arrays, more } = listing ?? { arrays: [], more: 0 };
    const shown = arrays.slice(0, this.#limit);
    const left = more + arrays.length - shown.length;
    this.#show([...arrayTree(shown), ...(left > 0 ? [{ kind: 'more' as const, count: left }] : [])]);
    this.view.message = arrays.length === 0 ? vscode.l10n.t('This frame has no arrays.') : undefined;
  }

  onError(_stop: Stop, error: InspectorError): void {
    this.#show([]);
    this.view.message = errorText(error);
  }

  /** Lists another 100 of the frame's arrays. */
  more(): void {
    this.#limit += PAGE;
    this.observer.refresh(this);
  }

  refresh(): void {
    this.observer.refresh(this);
  }

  #show(nodes: readonly ArraysNode[]): void {
    this.#nodes = nodes;
    this.view.message = undefined;
    this.redraw();
  }

  getChildren(node?: ArraysNode): ArraysNode[] {
    if (!node) return [...this.#nodes];
    return node.kind === 'more' ? [] : [...node.views];
  }

  getTreeItem(node: ArraysNode): vscode.TreeItem {
    if (node.kind === 'array') return arrayItem(node);
    if (node.kind === 'more') return moreItem(node.count);
    const item = new vscode.TreeItem(
      vscode.l10n.t('shared memory'),
      vscode.TreeItemCollapsibleState.Expanded,
    );
    item.description = node.size;
    item.iconPath = new vscode.ThemeIcon('symbol-namespace');
    return item;
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }
}

function arrayItem({ array, views }: ArrayNode): vscode.TreeItem {
  const { Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(array.name, views.length > 0 ? Expanded : None);
  item.id = `${array.scope} ${array.name}`;
  item.description = arrayDescription(array);
  item.tooltip = arrayTooltip(array);
  item.iconPath = new vscode.ThemeIcon(array.viewOf === undefined ? 'symbol-array' : 'references');
  item.contextValue = 'array';
  item.command = {
    command: COMMANDS.inspectListed,
    title: vscode.l10n.t('Inspect Array Memory'),
    arguments: [{ array }],
  };
  return item;
}

function moreItem(count: number): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more…', count));
  item.command = { command: COMMANDS.moreArrays, title: vscode.l10n.t('Show More Arrays') };
  return item;
}
