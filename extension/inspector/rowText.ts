/** The texts of a row in the Arrays view, such as `float64 9 × 99 C 7.1 kB`. */
import { isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { Layout } from '../../core/layout/layout';
import { shapeText } from '../../core/layout/shapeText';
import { bytesText } from '../../core/text/size';
import type { ListedArray } from '../debug/runtime';
import { t } from '../l10n';

/** Returns dtype, shape, order, size and base; only the type where the rest is unknown. */
export function arrayDescription(array: ListedArray): string {
  const { dtype, shape, typeName, viewOf, note } = array;
  const parts = dtype === undefined ? [typeName] : [dtype];
  if (shape) parts.push(shape.length === 0 ? '()' : shapeText(shape), orderOf(array), sizeOf(array));
  if (viewOf !== undefined) parts.push(t('view of {0}', viewOf));
  if (note !== undefined) parts.push(note);
  return parts.filter(part => part !== '').join(' ');
}

/** Returns name, type, scope, strides and address, in lines. */
export function arrayTooltip(array: ListedArray): string {
  const { name, typeName, scope, memory } = array;
  const lines = [`${name}: ${typeName} (${scope})`, arrayDescription(array)];
  if (memory)
    lines.push(t('strides ({0}), address 0x{1}', memory.strides.join(', '), memory.address.toString(16)));
  return lines.join('\n');
}

/** `C` or `F`; `strided` for a view with gaps. */
function orderOf({ memory, shape = [] }: ListedArray): string {
  if (!memory) return '';
  const layout = Layout.of({ shape, strides: memory.strides, offset: 0, itemsize: memory.itemsize });
  if (isCContiguous(layout)) return 'C';
  return isFContiguous(layout) ? 'F' : 'strided';
}

function sizeOf({ memory, shape = [] }: ListedArray): string {
  return memory ? bytesText(shape.reduce((product, length) => product * length, memory.itemsize)) : '';
}
