/**
 * The public face of the core: what other extensions and scripts may use. Names are NumPy's in TypeScript's case; errors
 * are `InspectorError`s.
 */
export type {
  Abortable,
  ArrayFacts,
  ByteSource,
  Disposable,
  FlagName,
  Flags,
  LayoutFields,
  OwnerFacts,
  SourceFacts,
} from './bytes';
export { FLAG_NAMES } from './bytes';
export { type ErrorFields, type ErrorKind, fromWire, InspectorError, toWire, type WireError } from './errors';

export { type DType, type Field, leafFields, sameDType } from './dtype/dtype';
export { parseDType } from './dtype/parse';
export { dtypeSource, dtypeText } from './dtype/print';
export { type Item, itemReader } from './dtype/read';
export { type EncodedItem, encodeItem } from './dtype/write';
export { formatItem, itemFormatter } from './text/item';

export { contiguousLayout, Layout, type Order } from './layout/layout';
export { isAligned, isCContiguous, isFContiguous } from './layout/contiguity';
export { whyNotAligned, whyNotCContiguous, whyNotFContiguous } from './layout/why';
export { byteBounds } from './layout/bounds';
export { ravelIndex, unravelIndex } from './layout/flat';
export { parseIndex } from './layout/parseIndex';
export { applyIndex, type IndexEntry } from './layout/slice';
export { swapAxes, transpose } from './layout/transpose';
export { reshape } from './layout/reshape';
export { broadcastTo } from './layout/broadcast';
export { squeeze } from './layout/squeeze';
export {
  mayShareMemory,
  overlapsItself,
  type Placed,
  sharesMemory,
  type SharingOptions,
} from './layout/sharing';
export { axisCosts, type AxisCost, type CostOptions } from './layout/cost';
export { indicesOfByte, type Located } from './layout/locate';
export { inferShape, parseShape, shapeText } from './layout/shapeText';

export { type FileIdentity, type FileSource, type FileState, openFileSource } from './file/fileSource';
export { memorySource } from './file/memorySource';
export { pagedSource, type PagedSource, type PagingOptions } from './file/pagedSource';
export { type NpyHeader, parseNpyHeader, readNpyHeader } from './file/npy';
