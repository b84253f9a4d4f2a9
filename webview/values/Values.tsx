/** The values pane: axis pickers, slice and go-to boxes, and the grid. */
import { strings } from '../strings';
import type { AppProps } from '../state/app';
import { AxisPickers, AxisSliders } from './Axes';
import { GoToBox, SliceBox } from './Boxes';
import { ValueGridView } from './ValueGridView';
import './values.css';

export function Values({ app }: AppProps): preact.JSX.Element {
  const view = app.model.view.value;
  const features = app.features.value;
  return (
    <section class="pane values" aria-label={strings.values}>
      <div class="pane-head">
        <h2>{strings.values}</h2>
        <AxisPickers app={app} />
        <SliceBox app={app} />
        <GoToBox app={app} />
        {features && <features.find.FindBar />}
      </div>
      <AxisSliders app={app} />
      {view && <ValueGridView app={app} />}
    </section>
  );
}
