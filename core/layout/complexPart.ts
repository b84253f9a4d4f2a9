/** The layout of the real parts (0) or the imaginary ones (1) of complex numbers: the halves of each item. */
import { Layout } from './layout';

export function complexPart(layout: Layout, which: 0 | 1): Layout {
  const itemsize = layout.itemsize / 2;
  return Layout.of({ ...layout.toFields(), itemsize, offset: layout.offset + which * itemsize });
}
