/**
 * The public face of the core: what other extensions and scripts may use. Names are NumPy's in TypeScript's case; errors
 * are `InspectorError`s.
 */
import { attachGetter, attachMethods } from './ndarray/attach';
import { FlatIterator } from './ndarray/items/flatIterator';
import { get } from './ndarray/items/get';
import { set } from './ndarray/items/set';
import { registerItemText } from './casting/itemText';
import { ArrayFlags } from './ndarray/flags';
import * as items from './ndarray/items/items';
import { astype } from './ndarray/create/astype';
import { iterate } from './ndarray/items/iterate';
import type { ArrayMethods, MathMethods } from './ndarray/methods';
import * as order from './reduce/argAndCumulative';
import * as moments from './reduce/moments';
import * as reductions from './reduce/reduce';
import { sum } from './reduce/sum';
import * as views from './ndarray/views/views';
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
export { parseDType } from './dtype/parse/parse';
export { dtypeSource, dtypeText } from './dtype/print';
export { type Item, itemReader } from './dtype/items/read';
export { type EncodedItem, encodeItem } from './dtype/items/write';
export { formatItem, itemFormatter } from './text/item';

export { contiguousLayout, Layout, type Order } from './layout/layout';
export { isAligned, isCContiguous, isFContiguous } from './layout/contiguity';
export { whyNotAligned, whyNotCContiguous, whyNotFContiguous } from './layout/flagReasons';
export { ravelIndex, unravelIndex } from './layout/flat';
export { parseIndex } from './layout/indexing/parseIndex';
export { applyIndex, type IndexEntry } from './layout/indexing/slice';
export type { Placed, SharingOptions } from './layout/overlap/sharing';
export { axisCosts, type AxisCost, type CostOptions } from './layout/cost';
export { indicesOfByte, type Located } from './layout/overlap/locate';
export { inferShape, parseShape, shapeText } from './layout/shapeText';

export { type FileIdentity, type FileSource, type FileState, openFileSource } from './file/source/fileSource';
export { memorySource } from './file/source/memorySource';
export { pagedSource, type PagedSource, type PagingOptions } from './file/source/pagedSource';
export { type NpyHeader, parseNpyHeader, readNpyHeader } from './file/npy/header';
export { npyHeader } from './file/npy/writeHeader';

// memmap
export { load, type LoadOptions } from './file/load';
export { save } from './file/save';
export { memmap, MemMap, type MemmapOptions } from './file/memmap';
export { type MapMode, type MapModeName } from './file/mapped/mapMode';
export { type ProducedItems, type ProduceOptions, type Producer } from './file/mapped/produce';
export { type OnProgress, type TransferOptions } from './file/mapped/transfer';
export { type Block } from './file/mapped/blocks';
export { tilesOf } from './file/mapped/tiles';
// Random numbers
export type { FloatOptions, Generator, IntegersOptions, Seed } from './random/generator';
export { random } from './random/random';
export type { RandintOptions, RandomState } from './random/randomState';
export type { HistogramOptions } from './file/statistics/streamedHistogram';
export type { Bins } from './reduce/binEdges';
export type { Histogram } from './reduce/histogramBins';
export { type StatisticOptions } from './file/statistics/fold';
export { type Summary, type SummaryOptions, summarize } from './file/statistics/summary';
export { type DeviationOptions, type Statistic } from './file/statistics/statistics';

// Arrays
export { NDArray } from './ndarray/ndarray';
export { ArrayFlags } from './ndarray/flags';
export type { FlatIterator };
export type { IndexLike, IndexPart } from './ndarray/indexLike';
export type { Nested, NestedItem } from './casting/nested';
export type { Casting } from './casting/types';
export type { AstypeOptions, AxisLike, CopyOrder, DTypeLike, ShapeLike, Slice } from './ndarray/types';
export type { ArrayMethods, MathMethods } from './ndarray/methods';
export type { Reduced, ReduceOptions } from './ndarray/reduceOptions';
export { array, type ArrayOptions, asarray, ascontiguousarray, asfortranarray } from './ndarray/create/array';
export { frombuffer } from './ndarray/create/frombuffer';
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
} from './ndarray/create/filled';
export { arange, type Bound, linspace, type LinspaceOptions } from './ndarray/create/ranges';
export { copy } from './ndarray/items/items';
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
} from './ndarray/views/views';
export {
  asStrided,
  slidingWindowView,
  type StridedOptions,
  type WindowOptions,
} from './ndarray/views/strideTricks';
export { byteBounds, mayShareMemory, overlapsItself, sharesMemory } from './ndarray/memory';
export {
  discardWriteback,
  resolveWriteback,
  withWriteback,
  type WritebackOptions,
} from './ndarray/views/writeback';
export { canCast } from './ndarray/npCasting';
export { toDType as dtype } from './ndarray/dtypeLike';
export { promoteTypes } from './ndarray/npCasting';

// Arithmetic
export * from './ufunc/functions/arithmetic';
export * from './ufunc/functions/bits';
export * from './ufunc/functions/comparisons';
export * from './ufunc/functions/complexParts';
export * from './ufunc/functions/extremes';
export * from './ufunc/functions/logic';
export * from './ufunc/functions/magnitude';
export * from './ufunc/functions/powers';
export * from './ufunc/functions/rounding';
export * from './ufunc/functions/trigonometry';
export { where } from './ufunc/functions/where';
export type { BinaryFunction, UnaryFunction } from './ufunc/register';
export { histogram } from './reduce/histogram';
export { countNonzero, nonzero } from './ufunc/functions/nonzero';
export { argmax, argmin, cumprod, cumsum } from './reduce/argAndCumulative';
export { mean, std, variance as var } from './reduce/moments';
export { all, any, max, min, prod, ptp } from './reduce/reduce';
export { sum } from './reduce/sum';
export { resultType } from './ufunc/resultType';
export type { UfuncOptions } from './ufunc/output';

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

registerItemText(formatItem);
attachMethods<MathMethods>({
  sum,
  prod: reductions.prod,
  min: reductions.min,
  max: reductions.max,
  mean: moments.mean,
  std: moments.std,
  var: moments.variance,
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
  astype,
  byteswap: items.byteswap,
  fill: items.fill,
  [Symbol.iterator]: iterate,
});

/** Shown by Node's console. */
const INSPECT = Symbol.for('nodejs.util.inspect.custom');
attachMethods<Record<symbol, () => string>>({ [INSPECT]: x => arrayRepr(x) });
Object.defineProperty(ArrayFlags.prototype, INSPECT, {
  value(this: ArrayFlags) {
    return this.toString();
  },
});
