import { Layout } from './layout';

/** The layout of the real (0) or imaginary (1) parts of complex numbers: the halves of each item. */
export function complexPart(layout: Layout, which: 0 | 1): Layout {
  const itemsize = layout.itemsize / 2;
  return Layout.of({ ...layout.toFields(), itemsize, offset: layout.offset + which * itemsize });
}
