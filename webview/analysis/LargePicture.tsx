/** The heat map again, enlarged, below the bytes. */
import { texts } from '../lazyStrings';
import type { Panel } from '../state/lazyFeatures';
import { Legend, Picture } from './Picture';
import type { RunsProps } from './runs';

export const createView =
  ({ runs }: RunsProps): Panel =>
  () => <LargePicture runs={runs} />;

function LargePicture({ runs }: RunsProps): preact.JSX.Element | null {
  const run = runs.heatMap.value;
  if (!runs.isPictureLarge.value || !run?.result) return null;
  return (
    <section class="large-picture" aria-label={texts.heatMap}>
      <div class="analysis-links">
        <button type="button" class="link" onClick={() => (runs.isPictureLarge.value = false)}>
          {texts.smaller}
        </button>
      </div>
      <Picture found={run.result} />
      <Legend found={run.result} />
    </section>
  );
}
