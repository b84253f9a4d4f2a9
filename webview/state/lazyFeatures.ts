/**
 * The list of what the app asks of the features that are loaded late (`webview/lazy.tsx` creates them). The interfaces
 * are narrow, so that the app imports none of these modules. Views have a list of their own, `webview/app/views.ts`.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { OwnerFacts } from '../../core/bytes';
import type { FindNews } from '../protocol/findSchema';
import type { Cell } from './cellPosition';

/** A component without props; it draws nothing where it does not apply. */
export type Panel = () => preact.JSX.Element | null;

/** The part of a keyboard event that decides what a key edits. */
export interface KeyLike {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Edits of the value grid. */
export interface CellEditing {
  readonly canEdit: boolean;
  /** The cell whose value is being typed. */
  readonly draft: ReadonlySignal<Cell | undefined>;
  /** Opens the cell at the cursor. Returns false where it cannot be edited. */
  start(): boolean;
  /** Returns whether the key was part of an edit. */
  handleKey(event: KeyLike): boolean;
}

/** Edits of the byte grid: two hexadecimal digits over a byte. */
export interface ByteEditing {
  readonly canEdit: boolean;
  /** The first digit typed at the byte cursor, until the second is. */
  readonly firstDigit: ReadonlySignal<{ readonly digit: string } | undefined>;
  /** Returns whether the key was part of an edit. */
  handleKey(event: KeyLike): boolean;
}

export interface EditingFeature {
  readonly cells: CellEditing;
  readonly bytes: ByteEditing;
  /** The text box in the cell that is being edited. */
  readonly CellInput: Panel;
  /** The message below a cell. */
  readonly CellNote: Panel;
  /** The mode that a file is open in, and how much of it is unsaved. */
  readonly FileBar: Panel;
  /** Both texts of bytes that have an unsaved edit and were changed in the file since; undefined where there is none. */
  conflictText(
    byteOffset: number,
    byteLength: number,
    mine: string,
    inFile: string | undefined,
  ): string | undefined;
}

export interface FindFeature {
  /** The button that opens the search, and its bar. */
  readonly FindBar: Panel;
  /** Handles the host's event `find`. */
  accept(event: FindNews): void;
}

export interface ClipboardFeature {
  /** Copies the selected values as text. */
  copySelection(): Promise<void>;
  /** Handles the host's event `cells`. */
  accept(event: unknown): void;
}

/** What is drawn of an array in a stopped program in place of, or beside, what is drawn of a file. */
export interface DebugFeature {
  readonly Header: Panel;
  readonly OwnerFile: Panel;
  readonly OwnerDetails: (props: { owner: OwnerFacts }) => preact.JSX.Element;
}

export interface AnalysisFeature {
  /** Handles the host's event `task`. */
  accept(event: unknown): void;
}

export interface LazyFeatures {
  readonly editing: EditingFeature;
  readonly find: FindFeature;
  readonly clipboard: ClipboardFeature;
  readonly debug: DebugFeature;
  readonly analysis: AnalysisFeature;
  /** The components of the views that are loaded late, by name. */
  readonly views: ReadonlyMap<string, Panel>;
  /** To be called when other pages come on screen. */
  pagesShown(): void;
}
