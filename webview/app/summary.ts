/** Summarizes the view's layout in a line: strides, contiguity, and the byte offset of the linked item. */
import { isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import type { Model } from '../state/model';
import { strings } from '../strings';
import { indexText } from '../ui/ranges';

/** Empty where the view has no items. */
export function layoutSummary(model: Model): string {
  const view = model.view.value;
  if (!view || view.layout.size === 0) return '';
  const { layout } = view;
  const contiguous = [isCContiguous(layout) ? 'C' : '', isFContiguous(layout) ? 'F' : ''].join('') || '–';
  const index = model.link.value?.index ?? model.cellPosition.value.index;
  return `${strings.stridesOf(layout.strides.join(', '))}  ${contiguous}  ${indexText(index)} @ ${layout.byteOffset(index)}`;
}
