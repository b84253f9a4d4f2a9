/** Facts and views of made-up arrays, for the tests of the webview's models. */
import { parseDType } from '../../../core/dtype/parse/parse';
import type { ArrayFacts } from '../../../core/bytes';
import { contiguousLayout } from '../../../core/layout/layout';
import type { ArrayView } from '../../../webview/state/arrayView';
import { slicedView } from '../../../webview/state/arrayView';

export interface Made {
  readonly shape: readonly number[];
  readonly dtype?: string;
  readonly order?: 'C' | 'F';
  readonly offset?: number;
  /** Of the source; as long as the items reach when absent. */
  readonly byteLength?: number;
}

export function factsOf({ shape, dtype = 'float32', order = 'C', offset = 0, byteLength }: Made): ArrayFacts {
  const layout = contiguousLayout(shape, parseDType(dtype).itemsize, { order, offset });
  const length = byteLength ?? offset + layout.nbytes;
  return {
    name: 'x.dat',
    typeName: 'memmap',
    dtype,
    layout: layout.toFields(),
    flags: {
      C_CONTIGUOUS: order === 'C',
      F_CONTIGUOUS: order === 'F',
      OWNDATA: false,
      WRITEABLE: false,
      ALIGNED: true,
      WRITEBACKIFCOPY: false,
    },
    owners: [
      { name: 'x.dat', typeName: 'memmap', byteLength: layout.nbytes },
      { name: '/x.dat', typeName: 'file', byteLength: length },
    ],
    source: { id: 'x', byteLength: length },
  };
}

export function viewOf(made: Made, slice = ''): ArrayView {
  return slicedView(factsOf(made), slice);
}
