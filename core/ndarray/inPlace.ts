/**
 * Changes to the shape or strides of an array object: `x.shape = …`, `x.strides = …`.
 * Follows `array_shape_set` and `array_strides_set` of NumPy's getset.c.
 */
import { InspectorError } from '../errors';
import { byteBounds } from '../layout/overlap/bounds';
import { Layout } from '../layout/layout';
import { reshape } from '../layout/reshape';

/**
 * Returns the layout of another shape over the same bytes. `AttributeError` if that needs a copy,
 * `ValueError` if the sizes differ.
 */
export function reshapedInPlace(layout: Layout, shape: readonly number[]): Layout {
  const reshaped = reshape(layout, shape);
  if (reshaped) return reshaped;
  throw new InspectorError(
    'invalid-shape',
    'Incompatible shape for in-place modification. Use `.reshape()` to make a copy with the desired shape.',
    { numpyName: 'AttributeError', action: 'Use reshape: it copies where it has to.' },
  );
}

/** The memory that bounds an array's strides: its own, or that of the array it is a view of. */
interface Restridable {
  readonly layout: Layout;
  readonly buffer: ArrayBufferLike;
  readonly base: unknown;
  /** NumPy has no array as the base. */
  readonly keepsBase: boolean;
}

/** Returns the bytes that the owner's items span, or the complete buffer if it was passed in. */
function memoryOf(x: Restridable): { first: number; end: number } {
  let owner = x;
  while (isArray(owner.base) && !owner.keepsBase) owner = owner.base;
  return owner.base === null || owner.keepsBase
    ? byteBounds(owner.layout)
    : { first: 0, end: x.buffer.byteLength };
}

const isArray = (base: unknown): base is Restridable =>
  typeof base === 'object' && base !== null && 'layout' in base;

/**
 * Returns the layout with other strides, in bytes. `ValueError` if an item would lie outside the memory of
 * the owner.
 */
export function restridedInPlace(x: Restridable, strides: readonly number[]): Layout {
  const { layout } = x;
  if (!Array.isArray(strides)) {
    throw new InspectorError('invalid-shape', 'invalid strides', {
      numpyName: 'TypeError',
      action: 'Give a list of strides.',
    });
  }
  if (strides.length !== layout.ndim) {
    throw new InspectorError('invalid-shape', `strides must be  same length as shape (${layout.ndim})`, {
      numpyName: 'ValueError',
      action: 'Give one stride for each axis.',
    });
  }
  const restrided = Layout.of({ ...layout.toFields(), strides });
  const bounds = byteBounds(restrided);
  const memory = memoryOf(x);
  if (bounds.first >= memory.first && bounds.end <= memory.end) return restrided;
  throw new InspectorError('invalid-shape', 'strides is not compatible with available memory', {
    numpyName: 'ValueError',
    action: 'Give strides that keep every item inside the memory of the array.',
  });
}
