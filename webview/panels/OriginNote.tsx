/** The origin of the layout, other layouts that fit, and a button that resets it. */
import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { shapeText } from '../../core/layout/shapeText';
import type { AppProps } from '../state/app';
import type { Candidate } from '../protocol/documentState';
import { traitsOf } from '../protocol/origins';
import { strings } from '../strings';

export function OriginNote({ app }: AppProps): preact.JSX.Element {
  const { actions } = app;
  const { origin, candidates } = app.model.document.value!;
  const { certainty } = traitsOf(origin);
  return (
    <div class="origin">
      <span class={`origin-note ${certainty}`} role="note">
        {origin.location ? (
          <button type="button" class="link" title={strings.openOrigin} onClick={() => actions.openOrigin()}>
            {origin.text}
          </button>
        ) : (
          origin.text
        )}
      </span>
      {candidates.length > 0 && (
        <CandidateMenu candidates={candidates} onChoose={k => actions.chooseCandidate(k)} />
      )}
      {certainty === 'chosen' && (
        <button type="button" class="link" title={strings.resetTitle} onClick={() => actions.forgetLayout()}>
          {strings.reset}
        </button>
      )}
    </div>
  );
}

interface MenuProps {
  readonly candidates: readonly Candidate[];
  readonly onChoose: (k: number) => void;
}

function CandidateMenu({ candidates, onChoose }: MenuProps): preact.JSX.Element {
  const isOpen = useSignal(false);
  const root = useRef<HTMLSpanElement>(null);
  const close = (): void => {
    isOpen.value = false;
    root.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (isOpen.value) root.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [isOpen.value]);
  return (
    <span
      ref={root}
      class="candidates"
      onFocusOut={event => {
        if (!root.current?.contains(event.relatedTarget as Node | null)) isOpen.value = false;
      }}
      onKeyDown={event => {
        if (event.key === 'Escape' && isOpen.value) close();
        else if (isOpen.value) moveFocus(event);
      }}
    >
      <button
        type="button"
        class="link"
        title={strings.otherLayoutsTitle}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        {strings.otherLayouts(candidates.length)}
      </button>
      {isOpen.value && (
        <div class="menu" role="menu" aria-label={strings.otherLayoutsTitle}>
          {candidates.map((candidate, k) => (
            <button
              key={k}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                close();
                onChoose(k);
              }}
            >
              <span class="mono">{choiceText(candidate)}</span>
              <span class="dim">{candidate.origin.text}</span>
            </button>
          ))}
        </div>
      )}
    </span>
  );
}

/** `float32  10000 × 10000  F  offset 64`: order and offset only where they are not the defaults. */
function choiceText({ choice }: Candidate): string {
  const parts = [choice.dtype, shapeText(choice.shape)];
  if (choice.order === 'F') parts.push('F');
  if (choice.offset > 0) parts.push(`${strings.offset} ${choice.offset}`);
  return parts.join('  ');
}

function moveFocus(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(event.target as HTMLElement);
  items[(at + step + items.length) % items.length]?.focus();
}
