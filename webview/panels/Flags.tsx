/** NumPy's six flags of the view; each False flag has a button that explains why, and code that would change it. */
import { signal } from '@preact/signals';
import type { AppProps } from '../state/app';
import type { FlagFact } from '../state/flags';
import { viewFlags } from '../state/flags';
import type { Panel } from '../state/lazyFeatures';
import { strings } from '../strings';
import './flags.css';

/** The flag whose reason is shown; out here it stays so while the panels are folded. */
const open = signal<string | undefined>(undefined);

export const createView =
  ({ app }: AppProps): Panel =>
  () => <Flags app={app} />;

function Flags({ app }: AppProps): preact.JSX.Element {
  const view = app.model.view.value;
  const document = app.model.document.value;
  const flags = view ? viewFlags(view, document?.mode ?? 'r', document?.debug) : [];
  return (
    <section class="panel">
      <h2 aria-hidden="true">{strings.flags}</h2>
      <ul class="flags mono" role="list" aria-label={strings.flags}>
        {flags.map(flag => (
          <FlagItem
            key={flag.name}
            app={app}
            flag={flag}
            isOpen={open.value === flag.name}
            onToggle={() => {
              open.value = open.value === flag.name ? undefined : flag.name;
            }}
          />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps extends AppProps {
  readonly flag: FlagFact;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function FlagItem({ app, flag, isOpen, onToggle }: ItemProps): preact.JSX.Element {
  const { name, value, why, fix } = flag;
  return (
    <li class={value ? 'flag true' : 'flag'}>
      <span class="flag-name">{name}</span> <span class="flag-value">{value ? 'True' : 'False'}</span>
      {why !== undefined && (
        <button
          type="button"
          class="why link"
          aria-label={strings.whyButton(name)}
          aria-expanded={isOpen}
          onClick={onToggle}
        />
      )}
      {isOpen && why !== undefined && (
        <div class="reason">
          <p>{why}</p>
          {fix && (
            <p>
              <button
                type="button"
                class="fix mono"
                aria-label={strings.copyFix(fix.code)}
                title={strings.copyFix(fix.code)}
                onClick={() => void app.actions.copyText(fix.code)}
              >
                {fix.code}
              </button>{' '}
              <span class="dim">{fix.cost}</span>
            </p>
          )}
        </div>
      )}
    </li>
  );
}
