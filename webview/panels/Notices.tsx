/** Progress messages in one polite live region, and problems as alerts with buttons that may solve them. */
import type { InspectorError } from '../../core/errors';
import { asSentence } from '../../core/errors';
import type { App, AppProps } from '../state/app';
import { ALERTS_ID, controlOf } from './controlOf';
import { strings } from '../strings';
import './notices.css';

export function Status({ app }: AppProps): preact.JSX.Element {
  return (
    <p class="status" role="status" aria-live="polite">
      {app.model.status.value}
    </p>
  );
}

export function Alerts({ app }: AppProps): preact.JSX.Element {
  const errors = currentErrors(app);
  const { model } = app;
  return (
    <>
      <TextBanner app={app} />
      <div id={ALERTS_ID} class="alerts" role="alert">
        {errors.map((error, k) => (
          <div key={k} class="alert">
            <p>
              <strong>{error.action === undefined ? error.message : asSentence(error.message)}</strong>
              {error.action !== undefined && <span> {error.action}</span>}
            </p>
            <div class="alert-buttons">
              {isWorthRetrying(error) && (
                <button type="button" class="primary" onClick={() => app.actions.retry()}>
                  {strings.retry}
                </button>
              )}
              {error === model.problem.value && hasLayoutToReset(app) && (
                <button type="button" class="secondary" onClick={() => app.actions.forgetLayout()}>
                  {strings.resetLayout}
                </button>
              )}
              {error === model.requestError.value && (
                <button
                  type="button"
                  class="secondary"
                  onClick={() => {
                    model.requestError.value = undefined;
                  }}
                >
                  {strings.dismiss}
                </button>
              )}
            </div>
          </div>
        ))}
      </div>
      {(model.document.value?.notes ?? []).map(note => (
        <p key={note} class="note">
          {note}
        </p>
      ))}
    </>
  );
}

/** Returns the document's problem, failed reads and requests, and layout errors that no control shows. */
function currentErrors({ model, actions }: App): InspectorError[] {
  const typed = actions.layoutError.value;
  const errors = [
    model.problem.value,
    model.pageError.value,
    model.requestError.value,
    typed && controlOf(typed) === undefined ? typed : undefined,
  ];
  return errors.filter(error => error !== undefined);
}

/** Errors of these kinds occur again on every retry. */
function isWorthRetrying({ kind }: InspectorError): boolean {
  return kind !== 'invalid-input' && kind !== 'too-large';
}

/** An array in a program has the program's layout, which cannot be reset. */
function hasLayoutToReset({ model }: App): boolean {
  const debug = model.document.value?.debug;
  return !debug || debug.asksLayout;
}

function TextBanner({ app }: AppProps): preact.JSX.Element | null {
  const document = app.model.document.value;
  if (!document?.isText) return null;
  const extension = /\.[^.]+$/.exec(document.fileName)?.[0] ?? document.fileName;
  return (
    <section class="banner" aria-label={strings.looksLikeText}>
      <p>{strings.looksLikeText}</p>
      <div class="alert-buttons">
        <button type="button" class="primary" onClick={() => app.actions.openAsText(false)}>
          {strings.openAsText}
        </button>
        <button type="button" class="secondary" onClick={() => app.actions.openAsText(true)}>
          {strings.alwaysText(extension)}
        </button>
      </div>
    </section>
  );
}
