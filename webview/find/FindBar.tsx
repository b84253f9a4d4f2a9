/** The button that opens the search, and its bar: the input, next and previous, the progress and the result. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { InspectorError } from '../../core/errors';
import { errorText } from '../../core/errors';
import { texts } from '../lazyStrings';
import type { Finder, Kind } from './finder';
import { KINDS } from './finder';
import './find.css';

/** Paths of icons, in a square of 16. */
const LENS = 'M10 10 14 14M11.5 7a4.5 4.5 0 1 1-9 0 4.5 4.5 0 0 1 9 0Z';
const UP = 'M8 14V3M3.5 7.5 8 3 12.5 7.5';
const DOWN = 'M8 2v11M3.5 8.5 8 13l4.5-4.5';
const CROSS = 'm3.5 3.5 9 9m0-9-9 9';

interface FindProps {
  readonly finder: Finder;
}

export function FindBar({ finder }: FindProps): preact.JSX.Element {
  const isOpen = finder.isOpen.value;
  return (
    <>
      <button
        type="button"
        class="secondary find-icon"
        title={texts.findTitle}
        aria-label={texts.find}
        aria-expanded={isOpen ? 'true' : 'false'}
        onClick={() => finder.open()}
      >
        <Icon path={LENS} />
      </button>
      {isOpen && <Bar finder={finder} />}
    </>
  );
}

/** Closes the search and focuses the value grid. */
export function closeFindBar(finder: Finder): void {
  finder.close();
  document.querySelector<HTMLElement>('[role=grid][aria-label=Values]')?.focus();
}

function Bar({ finder }: FindProps): preact.JSX.Element {
  const errorId = useId();
  const kind = finder.kind.value;
  const error = finder.error.value;
  const isTolerance = error?.fields.control === 'tolerance';
  const bar = useRef<HTMLDivElement>(null);
  const focusRequests = finder.focusRequests.value;
  useLayoutEffect(() => {
    const box = bar.current?.querySelector('input');
    box?.select();
    (box ?? bar.current?.querySelector('select'))?.focus();
  }, [focusRequests]);
  return (
    <div
      ref={bar}
      class="find-bar"
      role="search"
      aria-label={texts.find}
      onKeyDown={event => onKey(finder, event)}
    >
      <KindPicker finder={finder} />
      {kind !== 'changed' && (
        <TextBox finder={finder} errorId={error && !isTolerance ? errorId : undefined} />
      )}
      {kind === 'value' && <ToleranceBox finder={finder} errorId={isTolerance ? errorId : undefined} />}
      <span class="find-ways">
        <IconButton name={texts.previous} keys="Shift+F3" path={UP} onClick={() => void finder.find(true)} />
        <IconButton name={texts.next} keys="F3" path={DOWN} onClick={() => void finder.find(false)} />
        <IconButton name={texts.close} keys="Escape" path={CROSS} onClick={() => closeFindBar(finder)} />
      </span>
      <Outcome finder={finder} error={error} errorId={errorId} />
    </div>
  );
}

interface IconButtonProps {
  readonly name: string;
  readonly keys: string;
  readonly path: string;
  readonly onClick: () => void;
}

function IconButton({ name, keys, path, onClick }: IconButtonProps): preact.JSX.Element {
  return (
    <button
      type="button"
      class="find-icon"
      aria-label={name}
      title={texts.withKeys(name, keys)}
      onClick={onClick}
    >
      <Icon path={path} />
    </button>
  );
}

function Icon({ path }: { readonly path: string }): preact.JSX.Element {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" stroke-width="1.2" />
    </svg>
  );
}

function onKey(finder: Finder, event: KeyboardEvent): void {
  const isBox = event.target instanceof HTMLInputElement;
  if (event.key === 'Enter' && isBox) void finder.find(event.shiftKey);
  else if (event.key !== 'Escape') return;
  else if (finder.progress.value !== undefined) finder.cancel();
  else closeFindBar(finder);
  event.preventDefault();
}

function KindPicker({ finder }: FindProps): preact.JSX.Element {
  const kind = finder.kind.value;
  return (
    <select
      aria-label={texts.findWhat}
      title={texts.findHints[kind]}
      value={kind}
      onChange={event => {
        finder.kind.value = event.currentTarget.value as Kind;
        finder.clearResult();
      }}
    >
      {KINDS.map(each => (
        <option key={each} value={each}>
          {texts.findKinds[each]}
        </option>
      ))}
    </select>
  );
}

interface BoxProps extends FindProps {
  /** The element with the error of the box. */
  readonly errorId: string | undefined;
}

function TextBox({ finder, errorId }: BoxProps): preact.JSX.Element {
  const kind = finder.kind.value;
  return (
    <input
      {...boxProps(errorId)}
      aria-label={texts.find}
      placeholder={texts.findPlaceholders[kind]}
      title={texts.findHints[kind]}
      size={16}
      value={finder.text.value}
      onInput={event => {
        finder.text.value = event.currentTarget.value;
        finder.clearResult();
      }}
    />
  );
}

function ToleranceBox({ finder, errorId }: BoxProps): preact.JSX.Element {
  return (
    <label class="picker">
      <span class="field-name" aria-hidden="true">
        ±
      </span>
      <input
        {...boxProps(errorId)}
        aria-label={texts.tolerance}
        title={texts.toleranceHint}
        size={6}
        value={finder.tolerance.value}
        onInput={event => {
          finder.tolerance.value = event.currentTarget.value;
          finder.clearResult();
        }}
      />
    </label>
  );
}

function boxProps(errorId: string | undefined): preact.ComponentProps<'input'> {
  const isInvalid = errorId !== undefined;
  return {
    type: 'text',
    class: 'mono',
    spellcheck: false,
    autocomplete: 'off',
    'aria-invalid': isInvalid ? 'true' : undefined,
    'aria-errormessage': errorId,
    'aria-describedby': errorId,
  };
}

interface OutcomeProps extends FindProps {
  readonly error: InspectorError | undefined;
  readonly errorId: string;
}

function Outcome({ finder, error, errorId }: OutcomeProps): preact.JSX.Element {
  const progress = finder.progress.value;
  if (progress !== undefined)
    return (
      <span class="find-outcome">
        <progress aria-label={texts.searching} max={1} value={progress} />
        <span class="mono">{texts.percent(Math.floor(progress * 100))}</span>
        <button type="button" class="secondary" onClick={() => finder.cancel()}>
          {texts.cancel}
        </button>
      </span>
    );
  if (error)
    return (
      <span id={errorId} class="find-outcome find-error" role="alert">
        {errorText(error)}
      </span>
    );
  const result = finder.result.value;
  return (
    <span class="find-outcome" title={result}>
      <span class="find-result">{result}</span>
    </span>
  );
}
