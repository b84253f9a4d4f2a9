/**
 * The public face of the core: what other extensions and scripts may use. Names are NumPy's in TypeScript's case; errors
 * are `InspectorError`s.
 */
import { attachGetter, attachMethods } from './ndarray/attach';
import { FlatIterator } from './ndarray/flat';
import { get, set } from './ndarray/indexing';
import { lendItemText } from './ndarray/itemText';
import { ArrayFlags } from './ndarray/flags';
import * as items from './ndarray/items';
import { iterate } from './ndarray/iterate';
import type { ArrayMethods, MathMethods } from './ndarray/methods';
import * as order from './math/order';
import * as reductions from './math/reduce';
import * as views from './ndarray/views';
import { arrayRepr, arrayStr } from './text/arrayText';
import { formatItem } from './text/item';

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
export { ravelIndex, unravelIndex } from './layout/flat';
export { parseIndex } from './layout/parseIndex';
export { applyIndex, type IndexEntry } from './layout/slice';
export type { Placed, SharingOptions } from './layout/sharing';
export { axisCosts, type AxisCost, type CostOptions } from './layout/cost';
export { indicesOfByte, type Located } from './layout/locate';
export { inferShape, parseShape, shapeText } from './layout/shapeText';

export { type FileIdentity, type FileSource, type FileState, openFileSource } from './file/fileSource';
export { memorySource } from './file/memorySource';
export { pagedSource, type PagedSource, type PagingOptions } from './file/pagedSource';
export { type NpyHeader, parseNpyHeader, readNpyHeader } from './file/npy';
export { npyHeader } from './file/npyWrite';

// memmap
export { load, type LoadOptions } from './file/load';
export { save } from './file/save';
export { memmap, MemMap, type MemmapOptions } from './file/memmap';
export { type MapMode, type MapModeName } from './file/mapMode';
export { type ProducedItems, type ProduceOptions, type Producer } from './file/produce';
export { type OnProgress, type TransferOptions } from './file/transfer';
export { type Block } from './file/blocks';
export { tilesOf } from './file/tiles';
// Random numbers
export type { FloatOptions, Generator, IntegersOptions, Seed } from './math/random/generator';
export { random } from './math/random/random';
export type { RandintOptions, RandomState } from './math/random/randomState';
export type { HistogramOptions } from './file/statistics/histogram';
export type { Bins, Histogram } from './math/histogramBins';
export { type StatisticOptions } from './file/statistics/fold';
export { type Summary, type SummaryOptions, summarize } from './file/statistics/summary';
export { type DeviationOptions, type Statistic } from './file/statistics/statistics';

// Arrays
export { NDArray } from './ndarray/ndarray';
export { ArrayFlags } from './ndarray/flags';
export type { FlatIterator };
export type { IndexLike, IndexPart, Slice } from './ndarray/indexLike';
export type { Nested, NestedItem } from './ndarray/nested';
export type {
  ArrayMethods,
  AstypeOptions,
  AxisLike,
  Casting,
  CopyOrder,
  DTypeLike,
  MathMethods,
  Reduced,
  ReduceOptions,
  ShapeLike,
} from './ndarray/methods';
export {
  array,
  type ArrayOptions,
  asarray,
  ascontiguousarray,
  asfortranarray,
  frombuffer,
} from './ndarray/create';
export {
  empty,
  emptyLike,
  eye,
  full,
  fullLike,
  identity,
  type NewOptions,
  ones,
  onesLike,
  zeros,
  zerosLike,
} from './ndarray/fill';
export { arange, type Bound, linspace, type LinspaceOptions } from './ndarray/ranges';
export { copy } from './ndarray/items';
export { newaxis, slice } from './ndarray/indexParts';
export {
  broadcastArrays,
  broadcastShapes,
  broadcastTo,
  expandDims,
  flip,
  moveaxis,
  ravel,
  reshape,
  squeeze,
  swapaxes,
  transpose,
} from './ndarray/views';
export {
  asStrided,
  slidingWindowView,
  type StridedOptions,
  type WindowOptions,
} from './ndarray/strideTricks';
export { byteBounds, mayShareMemory, overlapsItself, sharesMemory } from './ndarray/memory';
export {
  discardWriteback,
  resolveWriteback,
  withWriteback,
  type WritebackOptions,
} from './ndarray/writeback';
export { canCast } from './ndarray/npCasting';
export { toDType as dtype } from './ndarray/dtypeLike';
export { promoteTypes } from './ndarray/npCasting';

// Arithmetic
export * from './math/functions';
export { histogram } from './math/histogram';
export { countNonzero, nonzero } from './math/nonzero';
export { argmax, argmin, cumprod, cumsum } from './math/order';
export { all, any, max, mean, min, prod, ptp, std, sum, variance as var } from './math/reduce';
export { resultType } from './math/resultType';
export type { UfuncOptions } from './math/ufunc';

// Text
export { array2string, arrayRepr, arrayStr, type ArrayTextOptions, type ReprOptions } from './text/arrayText';
export type { Formatters, ItemFormatter } from './text/formatter';
export { getPrintoptions, printoptions, type PrintOptions, setPrintoptions } from './text/printOptions';
export {
  type FloatFormatOptions,
  formatFloatPositional,
  formatFloatScientific,
  scalarRepr,
  scalarStr,
} from './text/scalarRepr';

lendItemText(formatItem);
attachMethods<MathMethods>({
  sum: reductions.sum,
  prod: reductions.prod,
  min: reductions.min,
  max: reductions.max,
  mean: reductions.mean,
  std: reductions.std,
  var: reductions.variance,
  all: reductions.all,
  any: reductions.any,
  argmin: order.argmin,
  argmax: order.argmax,
  cumsum: order.cumsum,
  toString: x => arrayStr(x),
});
attachGetter('flat', x => new FlatIterator(x));
attachMethods<ArrayMethods>({
  get,
  set,
  item: items.item,
  tolist: items.tolist,
  tobytes: items.tobytes,
  flatten: views.flatten,
  ravel: views.ravel,
  reshape: views.reshape,
  transpose: views.transpose,
  swapaxes: views.swapaxes,
  squeeze: views.squeeze,
  view: views.view,
  copy: items.copy,
  astype: items.astype,
  byteswap: items.byteswap,
  fill: items.fill,
  [Symbol.iterator]: iterate,
});

/** What Node's console shows. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
attachMethods<Record<symbol, () => string>>({ [INSPECT]: x => arrayRepr(x) });
Object.defineProperty(ArrayFlags.prototype, INSPECT, {
  value(this: ArrayFlags) {
    return this.toString();
  },
});
