/**
 * A text box that applies what was typed on Enter or when it is left, and gives it up on Escape. What is wrong with the
 * text is said under it, and to screen readers as its error message.
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
  /** The element that says what is wrong, where it is said elsewhere. */
  readonly errorId?: string;
  /** Escape was pressed: what is wrong with the text does not matter any more. */
  readonly onCancel?: () => void;
  readonly placeholder?: string;
  /** What the box takes, for who points at it. */
  readonly hint?: string;
  readonly suggestions?: readonly string[];
  /** Characters that the box has room for. */
  readonly size: number;
  /** Drawn before the box. */
  readonly label?: string;
  /** A command, not a setting: applied by Enter alone, as often as it is pressed. */
  readonly once?: boolean;
}

export function Field(props: FieldProps): preact.JSX.Element {
  const { name, value, onApply, error, placeholder, suggestions, size, label } = props;
  const id = useId();
  const errorId = error ? `${id}-error` : props.errorId;
  const [draft, setDraft] = useState<string>();
  // A value that changes by itself, as the shape of a file that grows, takes no text away that is being typed or is wrong.
  const isTyping = useRef(false);
  const isWrong = error !== undefined;
  useEffect(() => {
    if (!isTyping.current && !isWrong) setDraft(undefined);
  }, [value, isWrong]);
  const apply = (isAsked: boolean): void => {
    // What Enter has applied is not applied again by leaving the box.
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
