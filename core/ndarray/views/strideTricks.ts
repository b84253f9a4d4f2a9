/** Views with arbitrary strides, and sliding windows. Spec: NumPy's `lib/_stride_tricks_impl.py`. */
import { InspectorError } from '../../errors';
import { numberList, optionsOf, shapeList } from '../../layout/arguments';
import { byteBounds } from '../../layout/overlap/bounds';
import { normalAxis, shapeError } from '../../layout/errors';
import { Layout } from '../../layout/layout';
import { asArray } from '../create/array';
import type { ShapeLike } from '../types';
import type { Nested } from '../../casting/nested';
import { NDArray } from '../ndarray';

/** The arguments of `numpy.lib.stride_tricks.as_strided`. */
export interface StridedOptions {
  /** In items. Default: the shape of the array. */
  readonly shape?: ShapeLike;
  /** In bytes. Default: the strides of the array. */
  readonly strides?: ShapeLike;
  /** Default: true. */
  readonly writeable?: boolean;
}

/**
 * Returns the view with this shape and these strides. `ValueError` if it would reach outside the memory,
 * which NumPy allows. Source: `numpy.lib.stride_tricks.as_strided`.
 */
export function asStrided(values: NDArray | Nested, options: StridedOptions = {}): NDArray {
  const x = asArray(values);
  const names = ['shape', 'strides', 'writeable'] as const;
  const { shape = x.shape, strides = x.strides, writeable = true } = optionsOf(options, names);
  const layout = Layout.of({
    shape: shapeList(shape),
    strides: numberList(strides, 'strides'),
    offset: x.byteOffset,
    itemsize: x.itemsize,
  });
  const { first, end } = byteBounds(layout);
  if (layout.size > 0 && (first < 0 || end > x.buffer.byteLength)) {
    throw new InspectorError('out-of-bounds', 'these strides reach outside the memory of the array', {
      numpyName: 'ValueError',
      action: `Keep every item within the ${x.buffer.byteLength} bytes that there are.`,
    });
  }
  return strided(x, layout, writeable);
}

const strided = (x: NDArray, layout: Layout, writeable: boolean): NDArray =>
  new NDArray({
    buffer: x.buffer,
    dtype: x.dtype,
    layout,
    base: x,
    isWriteable: writeable && x.isWriteable,
    keepsBase: true,
  });

/** The arguments of `numpy.lib.stride_tricks.sliding_window_view`. */
export interface WindowOptions {
  /** One axis for each length of the window. Default: all axes. */
  readonly axis?: number | readonly number[] | null;
  /** Default: false. */
  readonly writeable?: boolean;
}

/**
 * Returns every window of this shape, as new last axes. Read-only by default. Source:
 * `numpy.lib.stride_tricks.sliding_window_view`.
 */
export function slidingWindowView(
  values: NDArray | Nested,
  windowShape: ShapeLike,
  options?: WindowOptions,
): NDArray {
  const { axis, writeable = false } = optionsOf(options, ['axis', 'writeable']);
  const x = asArray(values);
  const window = shapeList(windowShape);
  if (window.some(length => length < 0)) {
    throw shapeError('`window_shape` cannot contain negative values', 'Give lengths of 0 or more.');
  }
  const axes = windowAxes(x, window, axis);
  const shape = [...x.shape];
  axes.forEach((at, k) => {
    if (shape[at] < window[k]) {
      throw shapeError('window shape cannot be larger than input array shape', 'Give a smaller window.');
    }
    shape[at] -= window[k] - 1;
  });
  const strides = [...x.strides, ...axes.map(at => x.strides[at])];
  const layout = Layout.of({
    shape: [...shape, ...window],
    strides,
    offset: x.byteOffset,
    itemsize: x.itemsize,
  });
  return strided(x, layout, writeable);
}

function windowAxes(x: NDArray, window: readonly number[], axis: WindowOptions['axis']): number[] {
  if (axis === undefined || axis === null) {
    if (window.length === x.ndim) return x.shape.map((_, at) => at);
    throw shapeError(
      `Since axis is \`None\`, must provide window_shape for all dimensions of \`x\`; got ${window.length} window_shape ` +
        `elements and \`x.ndim\` is ${x.ndim}.`,
      'Give a length for each axis, or name the axes.',
    );
  }
  const axes = numberList(axis, 'axes').map(one => normalAxis(one, x.ndim));
  if (axes.length === window.length) return axes;
  throw shapeError(
    `Must provide matching length window_shape and axis; got ${window.length} window_shape elements and ` +
      `${axes.length} axes elements.`,
    'Give a length for each axis.',
  );
}
