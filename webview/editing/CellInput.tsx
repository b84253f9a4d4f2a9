/** The text box in a cell in which a new value is typed; its error is shown below the cell. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { asSentence } from '../../core/errors';
import type { CellEditor } from './cellEditor';
import { texts } from '../lazyStrings';
import './cellInput.css';

interface CellInputProps {
  readonly editor: CellEditor;
  readonly save: () => void;
}

export function CellInput({ editor, save }: CellInputProps): preact.JSX.Element | null {
  const input = useRef<HTMLInputElement>(null);
  const under = useSignal({ left: 0, top: 0 });
  const errorId = useId();
  const draft = editor.draft.value;
  const error = draft?.error;
  const cell = useRef(draft);
  const commit = (): void => {
    if (cell.current) void editor.commitAndClose(cell.current);
  };
  useLayoutEffect(() => {
    const element = input.current!;
    element.focus({ preventScroll: true });
    if (draft?.isUntouched) element.select();
    return () => {
      // Scrolled away.
      commit();
      if (document.activeElement === element) backToGrid(element);
    };
  }, []);
  useLayoutEffect(() => {
    if (!error) return;
    // Rows clip their cells, so the error is placed in the window, below the cell.
    const { left, bottom } = input.current!.getBoundingClientRect();
    under.value = { left: Math.max(0, Math.min(left, window.innerWidth - 328)), top: bottom };
    if (document.hasFocus()) input.current!.focus({ preventScroll: true });
  }, [error]);
  if (!draft) return null;
  const cancel = (): void => {
    editor.close();
    backToGrid(input.current);
  };
  return (
    <>
      <input
        ref={input}
        class={error ? 'cell-input mono invalid' : 'cell-input mono'}
        type="text"
        aria-label={texts.newValue}
        aria-invalid={error ? 'true' : undefined}
        aria-errormessage={error ? errorId : undefined}
        aria-busy={draft.isBusy ? 'true' : undefined}
        readOnly={draft.isBusy}
        spellcheck={false}
        autocomplete="off"
        value={draft.text}
        onInput={event => editor.type(event.currentTarget.value)}
        onPointerDown={event => event.stopPropagation()}
        onBlur={commit}
        onKeyDown={event => {
          const ctrl = event.ctrlKey || event.metaKey;
          if (event.key === 'Escape') cancel();
          else if (event.key === 'Enter') void commitFrom(editor, input.current, ctrl);
          else if (ctrl && event.key.toLowerCase() === 's') void commitAndSave(editor, save);
          else return;
          event.stopPropagation();
          event.preventDefault();
        }}
      />
      {error && (
        <span
          id={errorId}
          role="alert"
          class="cell-error"
          style={{ left: `${under.value.left}px`, top: `${under.value.top}px` }}
        >
          {error.action === undefined ? error.message : asSentence(error.message)}
          {error.action !== undefined && <em>{error.action}</em>}
        </span>
      )}
    </>
  );
}

/** Stores the value in the cell, or in every selected one. */
async function commitFrom(editor: CellEditor, input: HTMLInputElement | null, fills: boolean): Promise<void> {
  const grid = gridOf(input);
  if (await (fills ? editor.commitToSelection() : editor.commit())) focusOn(grid);
}

/** Saves the file with the value that is being typed. */
async function commitAndSave(editor: CellEditor, save: () => void): Promise<void> {
  if (await editor.commit()) save();
}

function backToGrid(input: HTMLInputElement | null): void {
  focusOn(gridOf(input));
}

/** Focuses the grid, or waits until the window has the focus again, so as not to take it from VS Code's palette. */
function focusOn(grid: HTMLElement | null | undefined): void {
  const focus = (): void => grid?.focus({ preventScroll: true });
  if (document.hasFocus()) focus();
  else window.addEventListener('focus', focus, { once: true });
}

function gridOf(input: HTMLInputElement | null): HTMLElement | null | undefined {
  return input?.closest<HTMLElement>('[role=grid]');
}
