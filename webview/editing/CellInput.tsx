/** The box in a cell in which a new value is typed; what is wrong with it stands under the cell. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { asSentence } from '../../core/errors';
import type { Editor } from './cellEditor';
import { texts } from '../lazyStrings';
import './cellInput.css';

interface CellInputProps {
  readonly editor: Editor;
  readonly save: () => void;
}

export function CellInput({ editor, save }: CellInputProps): preact.JSX.Element | null {
  const input = useRef<HTMLInputElement>(null);
  const under = useSignal({ left: 0, top: 0 });
  const errorId = useId();
  const draft = editor.draft.value;
  const error = draft?.error;
  const cell = useRef(draft);
  const finish = (): void => {
    if (cell.current) void editor.finish(cell.current);
  };
  useLayoutEffect(() => {
    const element = input.current!;
    element.focus({ preventScroll: true });
    if (draft?.isWhole) element.select();
    return () => {
      // Scrolled away.
      finish();
      if (document.activeElement === element) backToGrid(element);
    };
  }, []);
  useLayoutEffect(() => {
    if (!error) return;
    // Rows are cut off at their edge: the text stands in the window, below the cell.
    const { left, bottom } = input.current!.getBoundingClientRect();
    under.value = { left: Math.max(0, Math.min(left, window.innerWidth - 328)), top: bottom };
    if (document.hasFocus()) input.current!.focus({ preventScroll: true });
  }, [error]);
  if (!draft) return null;
  const leave = (): void => {
    editor.leave();
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
        onBlur={finish}
        onKeyDown={event => {
          const ctrl = event.ctrlKey || event.metaKey;
          if (event.key === 'Escape') leave();
          else if (event.key === 'Enter') void store(editor, input.current, ctrl);
          else if (ctrl && event.key.toLowerCase() === 's') void storeAndSave(editor, save);
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

/** Into the cell; with Ctrl into every selected one. */
async function store(editor: Editor, input: HTMLInputElement | null, fills: boolean): Promise<void> {
  const grid = gridOf(input);
  if (await (fills ? editor.fill() : editor.store())) focusOn(grid);
}

/** What is being typed is meant to be saved too. */
async function storeAndSave(editor: Editor, save: () => void): Promise<void> {
  if (await editor.store()) save();
}

function backToGrid(input: HTMLInputElement | null): void {
  focusOn(gridOf(input));
}

/** Whoever has gone on to VS Code's palette keeps the focus there; the grid has it once they are back. */
function focusOn(grid: HTMLElement | null | undefined): void {
  const focus = (): void => grid?.focus({ preventScroll: true });
  if (document.hasFocus()) focus();
  else window.addEventListener('focus', focus, { once: true });
}

function gridOf(input: HTMLInputElement | null): HTMLElement | null | undefined {
  return input?.closest<HTMLElement>('[role=grid]');
}
