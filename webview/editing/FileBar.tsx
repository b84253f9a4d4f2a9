/** The mode that a file is open in, as in `np.memmap`, and how many of its bytes are unsaved. */
import { bytesText } from '../../core/text/size';
import type { App } from '../state/app';
import type { Mode } from '../protocol/schema';
import type { EditRequests } from './editRequests';
import { texts } from '../lazyStrings';
import './fileBar.css';

interface FileBarProps {
  readonly app: App;
  readonly requests: EditRequests;
}

export function FileBar({ app, requests }: FileBarProps): preact.JSX.Element | null {
  const { editing, mode } = app.model.document.value ?? {};
  if (!editing || !mode || editing.modes.length < 2) return null;
  const { unsavedBytes, conflictBytes } = editing;
  const unsaved = mode === 'c' ? texts.inMemory : texts.unsaved;
  return (
    <div class="file-bar">
      <label class="picker">
        <span class="field-name">{texts.mode}</span>
        <select
          class="mono"
          aria-label={texts.mode}
          title={texts.modeTitles[mode]}
          value={mode}
          onChange={event => void requests.setMode(event.currentTarget.value as Mode)}
        >
          {editing.modes.map(one => (
            <option key={one} value={one} title={texts.modeTitles[one]}>
              {one}
            </option>
          ))}
        </select>
      </label>
      {unsavedBytes > 0 && <span class="unsaved">{unsaved(bytesText(unsavedBytes))}</span>}
      {conflictBytes > 0 && (
        <span class="conflict" role="note" title={texts.conflictTitle}>
          {texts.conflict(bytesText(conflictBytes))}
        </span>
      )}
    </div>
  );
}
