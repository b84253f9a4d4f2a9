/**
 * A text box that applies its text on Enter or when it loses focus, and discards it on Escape. An error is shown below it,
 * and announced to screen readers as its error message.
 */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { InspectorError } from '../../core/errors';
import { asSentence } from '../../core/errors';
import './field.css';

export interface FieldProps {
  readonly name: string;
  readonly value: string;
  readonly onApply: (text: string) => void;
  readonly error?: InspectorError;
  /** Id of the element that shows the error, if it is shown elsewhere. */
  readonly errorId?: string;
  /** Called on Escape, to discard the error as well. */
  readonly onCancel?: () => void;
  readonly placeholder?: string;
  /** Tooltip with the accepted syntax. */
  readonly hint?: string;
  readonly suggestions?: readonly string[];
  /** Width of the box, in characters. */
  readonly size: number;
  /** Drawn before the box. */
  readonly label?: string;
  /** For a command, not a setting: applied by each Enter, and not on losing focus. */
  readonly once?: boolean;
}

export function Field(props: FieldProps): preact.JSX.Element {
  const { name, value, onApply, error, placeholder, suggestions, size, label } = props;
  const id = useId();
  const errorId = error ? `${id}-error` : props.errorId;
  const [draft, setDraft] = useState<string>();
  // A value that changes by itself, such as the shape of a growing file, does not replace text being typed or in error.
  const isTyping = useRef(false);
  const isWrong = error !== undefined;
  useEffect(() => {
    if (!isTyping.current && !isWrong) setDraft(undefined);
  }, [value, isWrong]);
  const apply = (isAsked: boolean): void => {
    // Text that Enter has applied is not applied again on losing focus.
    const isNew = isTyping.current && draft !== value;
    isTyping.current = false;
    if (draft !== undefined && (isAsked || isNew)) onApply(draft);
  };
  return (
    <span class="field">
      {label !== undefined && (
        <label class="field-name" for={id}>
          {label}
        </label>
      )}
      <input
        id={id}
        class={errorId === undefined ? 'mono' : 'mono invalid'}
        type="text"
        aria-label={name}
        aria-invalid={errorId === undefined ? undefined : 'true'}
        aria-errormessage={errorId}
        aria-describedby={errorId}
        placeholder={placeholder}
        title={value.length > size ? value : props.hint}
        size={Math.max(size, 2)}
        spellcheck={false}
        autocomplete="off"
        list={suggestions ? `${id}-list` : undefined}
        value={draft ?? value}
        onInput={event => {
          isTyping.current = true;
          setDraft(event.currentTarget.value);
        }}
        onBlur={() => props.once !== true && apply(false)}
        onKeyDown={event => {
          if (event.key === 'Enter') apply(true);
          else if (event.key === 'Escape') {
            isTyping.current = false;
            setDraft(undefined);
            props.onCancel?.();
          }
        }}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map(text => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
      {error && (
        <span id={errorId} class="field-error">
          {error.action === undefined ? error.message : asSentence(error.message)}
          {error.action !== undefined && <em>{error.action}</em>}
        </span>
      )}
    </span>
  );
}
