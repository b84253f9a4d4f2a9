/** The slice box and the go-to box. */
import { signal } from '@preact/signals';
import type { InspectorError } from '../../core/errors';
import type { App, AppProps } from '../state/app';
import { Field } from '../ui/Field';
import { asInspectorError } from '../../core/errors';
import { parseGoTo } from '../state/goTo';
import { strings } from '../strings';

export function SliceBox({ app: { model } }: AppProps): preact.JSX.Element {
  return (
    <Field
      name={strings.slice}
      label={strings.sliceLabel}
      value={model.slice.value}
      placeholder={strings.slicePlaceholder}
      hint={strings.sliceHint}
      error={model.sliceError.value}
      size={12}
      onApply={text => model.setSlice(text)}
      onCancel={() => {
        model.typedSliceError.value = undefined;
      }}
    />
  );
}

const goToError = signal<InspectorError | undefined>(undefined);

/** Goes to the place that `text` names; an error is shown at the box. */
export function goTo({ model, navigator }: App, text: string): void {
  goToError.value = undefined;
  const view = model.view.value;
  if (!view || text.trim() === '') return;
  try {
    navigator.to(parseGoTo(text, view));
  } catch (error) {
    goToError.value = asInspectorError(error);
  }
}

export function GoToBox({ app }: AppProps): preact.JSX.Element {
  return (
    <Field
      name={strings.goTo}
      label={strings.goToLabel}
      value=""
      once
      placeholder={strings.goToPlaceholder}
      hint={strings.goToHint}
      error={goToError.value}
      size={12}
      onApply={text => goTo(app, text)}
      onCancel={() => {
        goToError.value = undefined;
      }}
    />
  );
}
