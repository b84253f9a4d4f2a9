/**
 * Every text of what is loaded late. Words of NumPy's own stay untranslated.
 * Invariant: a text is a whole phrase with placeholders, never a fragment that another text continues.
 */
import { t } from './l10n';

export const texts = {
  // Header of an array in a stopped program.
  expression: t('Expression'),
  /** Order of an array that is neither C- nor F-contiguous. */
  neither: t('neither'),
  /** When the values were read: `main.py:12, 10:02:33`. */
  asOf: {
    stopped: (asOf: string) => t('at {0}', asOf),
    running: (asOf: string) => t('running; values from {0}', asOf),
    missing: (asOf: string) =>
      asOf === '' ? t('not in this frame') : t('not in this frame; values from {0}', asOf),
    /** An alert gives the reason. */
    refused: (asOf: string) => (asOf === '' ? t('no array to show') : t('values from {0}', asOf)),
    ended: (asOf: string) =>
      asOf === '' ? t('no program is stopped') : t('program ended; values from {0}', asOf),
  },
  changedOnScreen: (count: number) =>
    count === 1
      ? t('1 byte on screen changed since the last stop')
      : t('{0} bytes on screen changed since the last stop', count),
  noneChanged: t('No byte on screen changed since the last stop'),

  // Memory.
  references: (count: number) => (count === 1 ? t('1 reference') : t('{0} references', count)),
  atAddress: (address: string) => t('at {0}', address),
  relation: {
    subject: () => t('inspected here'),
    shares: (name: string) => t('shares bytes with {0}', name),
    interleaves: () => t('bounds overlap, no byte shared (may_share_memory True, shares_memory False)'),
    unknown: () => t('may share bytes: too complex to decide'),
    apart: () => t('no overlap'),
  },
  inspectTitle: (name: string) => t('Inspect {0}', name),
  owner: t('owner'),
  elsewhere: (count: number) => t('{0} elsewhere', count),
  elsewhereList: t('Elsewhere'),
  moreArrays: (count: number) => (count === 1 ? t('1 more array') : t('{0} more arrays', count)),
  countPages: t('Count changed pages'),
  pagesChanged: (changed: number, total: number, size: string) =>
    t('{0} of {1} pages of {2} changed', changed, total, size),
  byteCount: (count: number) => t('{0} bytes', count),
  openFile: t('Open file'),
  fileOffsetAndMode: (byteOffset: number, mode: string) => t('offset {0}, mode {1}', byteOffset, mode),

  // Cost of a walk.
  cost: t('Cost'),
  walkAlong: t('Walk along'),
  linesPerItem: t('lines/item'),
  linesPerItemTitle: t('Cache lines of 64 bytes loaded per item on a walk along the axis'),
  toBest: '×',
  toBestTitle: t('Ratio to the fastest axis'),
  nanoseconds: t('ns/item'),
  nanosecondsTitle: t('Nanoseconds per item, measured in the program'),
  measure: t('Measure'),
  measureTitle: t('Time a walk along each axis in the program, for up to one second'),
  measuring: t('Measuring…'),
  measured: t('Measured'),
  notTimed: t('–: too few items to measure'),

  // Boxed objects.
  boxed: t('Boxed objects'),
  index: t('index'),
  address: t('address'),
  type: t('type'),
  bytes: t('bytes'),
  referencesColumn: t('references'),
  value: t('value'),
  pointers: (count: number, size: string, objects: string) =>
    count === 1
      ? t('1 pointer: {0}, and {1} for the objects.', size, objects)
      : t('{0} pointers: {1}, and {2} for the objects.', count, size, objects),
  pointersSampled: (count: number, size: string, objects: string, sampled: number) =>
    t('{0} pointers: {1}, and {2} for the objects of the first {3}.', count, size, objects, sampled),
  asArray: (dtype: string, size: string) => t('As an array of {0}: {1}.', dtype, size),
  firstShown: (shown: number, count: number) => t('Showing the first {0} of {1}.', shown, count),

  // Copying.
  copiedCells: (count: number) => (count === 1 ? t('Copied 1 value') : t('Copied {0} values', count)),
  copyTooLarge: (max: number) => t('The selection has more than {0} values.', max),
  copySmaller: t('Select fewer cells.'),
  copiedLiteral: (count: number) =>
    count === 1 ? t('Copied 1 value as a NumPy literal') : t('Copied {0} values as a NumPy literal', count),
  copiedBytes: (count: number) => (count === 1 ? t('Copied 1 byte') : t('Copied {0} bytes', count)),
  /** Python: not translated. */
  arrayLiteral: (items: string, dtype: string) => `np.array(${items}, dtype=${dtype})`,
  halfItems: t('The selection covers only parts of several structured items.'),
  noLiteral: (dtype: string) =>
    t('Python has no literal for {0}: its parts have more digits than a float.', dtype),
  wholeItems: t('Select fields of one item, or all fields.'),
  noBytesHere: (index: string) => t('{0} is outside its owner, or too large to show.', index),

  // Finding.
  find: t('Find'),
  findTitle: t('Find a value, bytes or changes (Ctrl+F)'),
  findWhat: t('What to find'),
  findKinds: { value: t('value'), bytes: t('bytes'), changed: t('changed') },
  findHints: {
    value: t('A value, nan, inf, > 5 or != 0; searched in index order'),
    bytes: t('Bytes of the file: DE AD ?? EF, or text in quotes'),
    changed: t('Bytes that have changed since they were first shown'),
  },
  /** Examples, with the syntax of the box: not translated. */
  findPlaceholders: { value: '0.5  nan  != 0', bytes: 'DE AD ?? EF  "abc"', changed: '' },
  tolerance: t('Tolerance'),
  toleranceHint: t('Largest difference from the value that still matches (±)'),
  previous: t('Previous'),
  next: t('Next'),
  close: t('Close'),
  withKeys: (name: string, keys: string) => t('{0} ({1})', name, keys),
  searching: t('Searching'),
  percent: (percent: number | string) => t('{0} %', percent),
  foundValue: (index: string, value: string, byte: string) => t('{0} = {1}, byte {2}', index, value, byte),
  foundBytes: (byte: string, index: string) =>
    index === '' ? t('byte {0}, not part of an item', byte) : t('byte {0}, in {1}', byte, index),
  wrapped: (found: string, isBackward: boolean) =>
    isBackward ? t('{0}, continued from the end', found) : t('{0}, continued from the start', found),
  notFound: t('not found'),
  findCancelled: t('Search cancelled'),
  noneChangedSince: t('Nothing shown so far has changed'),
  findOther: t('Find a value or bytes instead.'),

  // Editing.
  newValue: t('New value'),
  stored: (text: string, index: string) => t('Stored {0} in {1}', text, index),
  storedAs: (text: string, index: string) => t('{0} stored as {1}', index, text),
  mode: 'mode',
  modeTitles: {
    r: t('read-only'),
    'r+': t('edits are saved to the file, in place'),
    c: t('copy-on-write: edits stay in memory'),
  },
  unsaved: (size: string) => t('{0} not saved', size),
  inMemory: (size: string) => t('{0} in memory only', size),
  conflict: (size: string) => t('{0} also changed on disk', size),
  conflictAt: (mine: string, inFile: string) => t('yours {0}, in the file {1}', mine, inFile),
  conflictTitle: t(
    'These bytes changed in the file after you edited them. You are asked before a save overwrites them.',
  ),
  storedByte: (hex: string, byteOffset: number) => t('Stored {0} in byte {1}', hex, byteOffset),
  storedCells: (count: number) => (count === 1 ? t('Stored 1 cell') : t('Stored {0} cells', count)),
  ragged: t('the rows of the pasted block have different lengths'),
  raggedAction: t('Copy a rectangle of cells.'),
  noRoom: (rows: number, columns: number) =>
    t('the pasted block of {0} × {1} cells does not fit here', rows, columns),
  noRoomAction: t('Start from a cell with enough rows below it and columns to its right.'),
  tooMany: (max: number) => t('the selection has more than {0} cells', max),
  tooManyAction: t('Select fewer cells.'),
  notHere: t('The bytes of this item are still loading.'),
  tryAgain: t('Try again in a moment.'),
  othersNow: t('These bytes have just been changed outside this editor.'),
  typeAgain: t('Check the new value, then type yours again.'),
  notEditable: (isStopped: boolean) =>
    isStopped ? t('Not editable: the array is read-only') : t('Not editable: the program is not stopped'),
  headerNotEditable: t('Not editable: part of the .npy header, which describes the bytes after it'),
  noItemHere: t('There is no item to edit here.'),

  // Statistics and pictures.
  statistics: t('Statistics'),
  compute: t('Compute'),
  cancel: t('Cancel'),
  cancelling: t('Cancelling…'),
  statisticsScope: t('Scope of the statistics'),
  heatMapScope: t('Scope of the heat map'),
  theSlice: t('the slice'),
  theWhole: t('the whole array'),
  onScreenPlane: t('the plane on screen'),
  along: t('Statistics along'),
  allItems: t('all items'),
  alongAxis: (axis: number) => t('axis {0}', axis),
  partOf: (percent: string) => t('Cancelled: results for the first {0} %.', percent),
  partOfSecond: (percent: string) => t('Cancelled: std and histogram cover the first {0} %.', percent),
  secondMissing: t('Cancelled before std and histogram were computed.'),
  nothingFound: t('Cancelled before there were any results.'),
  computed: t('Statistics computed'),
  computedPart: t('Statistics cancelled; showing partial results'),
  bytesChanged: t('The bytes have changed since this was computed.'),
  otherView: t('Computed for a different view.'),
  magnitudes: t('Computed from the magnitudes |x|; slice .real or .imag for one part.'),
  timesHaveNoMean: t('mean and std are not computed for times'),
  noItems: t('There are no items.'),
  notComputed: (dtype: string) => t('Not available for {0}: only for numbers and times.', dtype),
  chooseField: (example: string) => t('Select a field in the slice box first: {0}', example),
  firstResults: (shown: number, total: number) => t('Showing the first {0} of {1} results.', shown, total),
  copyTable: t('Copy'),
  copiedRows: (count: number) => (count === 1 ? t('Copied 1 row') : t('Copied {0} rows', count)),
  histogram: t('Histogram'),
  histogramSpoken: (bins: number, first: string, last: string, max: number) =>
    t('Histogram: {0} bins from {1} to {2}, at most {3} items in a bin', bins, first, last, max),
  binTitle: (first: string, last: string, count: number) => t('{0} – {1}: {2}', first, last, count),
  from: t('from'),
  to: t('to'),
  items: t('items'),
  asTable: t('Show as table'),
  asPicture: t('Show as picture'),
  savePicture: t('Save as PNG…'),
  savedPicture: (path: string) => t('Saved {0}', path),
  pictures: t('Pictures'),
  heatMap: t('Heat map'),
  draw: t('Draw'),
  larger: t('Enlarge'),
  smaller: t('Close'),
  drawn: t('Heat map drawn'),
  sampled: (step: number, total: number) => t('Sampled: 1 of every {0} items, {1} in all.', step, total),
  everyItem: (total: number) => t('All {0} items.', total),
  heatMapSpoken: (rows: number, columns: number, low: string, high: string) =>
    t('Heat map: {0} × {1} cells, from {2} to {3}', rows, columns, low, high),
  wraps: t('One axis, wrapped into a square.'),
  rowsOf: (axis: string) => t('rows: {0}', axis),
  columnsOf: (axis: string) => t('columns: {0}', axis),
  otherAxes: t('the other axes'),
  cells: (kind: 'nan' | 'inf', count: number) => `${kind}: ${count}`,
  infAtEnds: t('inf is drawn in the colors of the ends'),
  noNumbers: t('There are no finite numbers.'),
  notDrawn: t('the picture could not be drawn'),
} as const;
