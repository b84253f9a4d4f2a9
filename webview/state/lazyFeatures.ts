/**
 * The list of what the app asks of the features that are loaded late (`webview/lazy.tsx`): edits, the search, copies,
 * statistics, and arrays of a stopped program. Narrow interfaces, so that the app imports none of these modules.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { OwnerFacts } from '../../core/bytes';
import type { FindNews } from '../protocol/findSchema';
import type { Cell } from './cellPosition';

/** A component that brings its own props; it draws nothing where it does not apply. */
export type Panel = () => preact.JSX.Element | null;

/** The part of a keyboard event that decides which edit it begins. */
export interface KeyLike {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** A value that is typed over an item. */
export interface CellEditing {
  readonly mayEdit: boolean;
  /** The cell whose value is being typed. */
  readonly draft: ReadonlySignal<Cell | undefined>;
  /** Opens the cell at the cursor. Returns false where it cannot be edited. */
  start(): boolean;
  /** Returns whether the key was part of an edit. */
  takesKey(event: KeyLike): boolean;
}

/** Hexadecimal digits that are typed over a byte. */
export interface ByteEditing {
  readonly mayEdit: boolean;
  /** The first digit, once it is typed and until the second is. */
  readonly first: ReadonlySignal<{ readonly digit: string } | undefined>;
  /** Returns whether the key was part of an edit. */
  takesKey(event: KeyLike): boolean;
}

export interface LazyFeatures {
  /** The header of an array in a stopped program. */
  readonly Header: Panel;
  readonly OwnerFile: Panel;
  readonly OwnerDetails: (props: { owner: OwnerFacts }) => preact.JSX.Element;
  readonly MemoryNeighbours: Panel;
  readonly Cost: Panel;
  /** The objects that a program's array points to, or the enlarged picture of a file's. */
  readonly BoxedObjects: Panel;
  /** Statistics and pictures of a file's array. */
  readonly Analysis: Panel;

  readonly editor: CellEditing;
  readonly byteEditor: ByteEditing;
  /** The box of the cell that is being edited. */
  readonly CellInput: Panel;
  /** The mode that a file is open in, and its unsaved bytes. */
  readonly FileBar: Panel;
  /**
   * Names both texts of bytes that are edited here and were changed in the file since; undefined where there is no such
   * conflict.
   */
  conflictText(
    byteOffset: number,
    byteLength: number,
    mine: string,
    inFile: string | undefined,
  ): string | undefined;

  /** The button that opens the search, and its bar. */
  readonly FindBar: Panel;
  readonly find: { hear(news: FindNews): void };
  /** Copies the selected values to the clipboard. */
  copySelection(): Promise<void>;

  /** Handles an event `task` of the extension. */
  onTask(event: unknown): void;
  /** Handles an event `cells` of the extension. */
  onCells(event: unknown): void;
  /** To be called when other pages come on screen. */
  pagesWanted(): void;
}
