/** The texts of the extras: like those of the app, in one place, but loaded with what they belong to. */
export const texts = {
  // Header of an array in a stopped program.
  expression: 'Expression',
  neither: 'neither',
  asOf: {
    stopped: (asOf: string) => `at ${asOf}`,
    running: (asOf: string) => `running: as of ${asOf}`,
    missing: (asOf: string) => (asOf === '' ? 'not in this frame' : `not in this frame: as of ${asOf}`),
    /** Why is said in an alert. */
    refused: (asOf: string) => (asOf === '' ? 'no array to show' : `as of ${asOf}`),
    ended: (asOf: string) => (asOf === '' ? 'no program is stopped' : `the program has ended: as of ${asOf}`),
  },
  changedOnScreen: (count: number) =>
    count === 1
      ? '1 byte on screen changed since the last stop'
      : `${count} bytes on screen changed since the last stop`,
  noneChanged: 'No byte on screen changed since the last stop',

  // Memory.
  references: (count: number) => (count === 1 ? '1 reference' : `${count} references`),
  atAddress: (address: string) => `at ${address}`,
  relation: {
    subject: () => 'inspected here',
    shares: (name: string) => `shares bytes with ${name}`,
    interleaves: () => 'bounds overlap, no byte shared (may_share_memory True, shares_memory False)',
    unknown: () => 'may share: too much work to tell',
    apart: () => 'apart',
  },
  inspectTitle: (name: string) => `Inspect ${name}`,
  owner: 'owner',
  elsewhere: (count: number) => `${count} elsewhere`,
  elsewhereList: 'Elsewhere',
  moreArrays: (count: number) => (count === 1 ? '1 more array' : `${count} more arrays`),
  countPages: 'Count changed pages',
  pagesChanged: (changed: number, total: number, size: string) =>
    `${changed} of ${total} pages of ${size} changed`,
  byteCount: (count: number) => `${count} bytes`,
  openFile: 'Open file',
  fileMode: (mode: string) => `mode ${mode}`,

  // Cost of a walk.
  cost: 'Cost',
  walkAlong: 'Walk along',
  linesPerItem: 'lines/item',
  linesPerItemTitle: 'Cache lines of 64 bytes that each item costs, in a walk along the axis',
  toBest: '×',
  toBestTitle: 'Ratio to the best axis',
  nanoseconds: 'ns/item',
  nanosecondsTitle: 'Nanoseconds an item, measured in the program',
  measure: 'Measure',
  measureTitle: 'Times a real walk along each axis, in the program, for at most a second',
  measuring: 'Measuring…',
  measured: 'Measured',
  notTimed: '–: too few items to be timed',

  // Boxed objects.
  boxed: 'Boxed objects',
  index: 'index',
  address: 'address',
  type: 'type',
  bytes: 'bytes',
  referencesColumn: 'references',
  value: 'value',
  pointers: (count: number, size: string) =>
    count === 1 ? `1 pointer: ${size}` : `${count} pointers: ${size}`,
  pointedAt: (size: string) => `, and ${size} of objects they point to.`,
  pointedAtSample: (size: string, looked: number) =>
    `, and ${size} of objects that the first ${looked} of them point to.`,
  asArray: (dtype: string, size: string) => `As ${article(dtype)} ${dtype} array: ${size}.`,
  firstShown: (shown: number, count: number) => `The first ${shown} of ${count} are listed.`,

  // Copying.
  copiedCells: (count: number) => (count === 1 ? 'Copied 1 value' : `Copied ${count} values`),
  copyTooLarge: (most: number) => `The selection is too large to copy: at most ${most} values.`,
  copySmaller: 'Select fewer cells.',
  copiedLiteral: (count: number) =>
    count === 1 ? 'Copied 1 value as a NumPy literal' : `Copied ${count} values as a NumPy literal`,
  copiedBytes: (count: number) => (count === 1 ? 'Copied 1 byte' : `Copied ${count} bytes`),
  /** Python: not to be translated. */
  arrayLiteral: (items: string, dtype: string) => `np.array(${items}, dtype=${dtype})`,
  halfItems: 'The selection has parts of several structured items.',
  noLiteral: (dtype: string) =>
    `Python has no literal for a ${dtype}: its parts have more digits than a float.`,
  wholeItems: 'Select fields of one item, or all fields.',
  noBytesHere: (index: string) =>
    `${index} has no bytes to copy: it is outside its owner, or too large to show.`,

  // Finding.
  find: 'Find',
  findTitle: 'Find a value, bytes or what has changed (Ctrl+F)',
  findWhat: 'What',
  findKinds: { value: 'value', bytes: 'bytes', changed: 'changed' },
  findHints: {
    value: 'A value, nan, inf, > 5, != 0, in the order of the indices',
    bytes: 'Bytes of the file: DE AD ?? EF, or text in quotes',
    changed: 'What has other bytes than when it was first shown',
  },
  findPlaceholders: { value: '0.5  nan  != 0', bytes: 'DE AD ?? EF  "abc"', changed: '' },
  tolerance: 'Tolerance',
  toleranceHint: 'The most that an item may differ from the value: ±',
  previous: 'Previous',
  next: 'Next',
  close: 'Close',
  searching: 'Searching',
  searched: (percent: number) => `${percent} %`,
  foundValue: (index: string, path: string, value: string, byte: string) =>
    `${index}${path === '' ? '' : ` ${path}`} = ${value}, byte ${byte}`,
  foundBytes: (byte: string, index: string) => `byte ${byte}, ${index === '' ? 'in no item' : `in ${index}`}`,
  wrapped: (text: string, isBackward: boolean) => `${text}, from the ${isBackward ? 'end' : 'start'}`,
  notFound: 'not found',
  findCancelled: 'Search cancelled',
  noneChangedSince: 'Nothing that was shown has changed',
  findOther: 'Look for a value or for bytes.',

  // Editing.
  newValue: 'New value',
  stored: (text: string, index: string) => `Stored ${text} in ${index}`,
  storedAs: (text: string, index: string) => `${index} stored as ${text}`,
  mode: 'mode',
  modeTitles: {
    r: 'read-only',
    'r+': 'edits are saved into the file, in place',
    c: 'copy-on-write: edits stay in memory',
  },
  unsaved: (size: string) => `${size} not saved`,
  inMemory: (size: string) => `${size} in memory only`,
  conflict: (size: string) => `${size} changed by others too`,
  conflictAt: (mine: string, inFile: string) => `yours ${mine}, in the file ${inFile}`,
  conflictTitle:
    'The file has other bytes now than when they were edited. Saving asks before it overwrites them.',
  storedByte: (hex: string, byteOffset: number) => `Stored ${hex} in byte ${byteOffset}`,
  storedCells: (count: number) => (count === 1 ? 'Stored 1 cell' : `Stored ${count} cells`),
  ragged: 'the rows of the pasted block have different lengths',
  raggedAction: 'Copy a rectangle of cells.',
  noRoom: (rows: number, columns: number) =>
    `the pasted block of ${rows} × ${columns} cells does not fit from here`,
  noRoomAction: 'Go to a cell with that many below and to the right of it.',
  tooMany: (most: number) => `more than ${most} cells at a time are not changed`,
  tooManyAction: 'Select fewer.',
  notHere: 'The bytes of this item are not here yet.',
  tryAgain: 'Try again in a moment.',
  othersNow: 'Others have just changed these bytes.',
  typeAgain: 'Look at what is there now, and type it again.',
  notEditable: (isStopped: boolean) =>
    isStopped ? 'Not editable: the array is read-only' : 'Not editable: the program is not stopped',
  headerNotEditable: 'Not editable: part of the .npy header, which says what the bytes behind it mean',
  noItemHere: 'There is no item here that can be changed.',

  // Statistics and pictures.
  statistics: 'Statistics',
  compute: 'Compute',
  cancel: 'Cancel',
  cancelling: 'Cancelling…',
  scopeOf: (what: string) => `${what} of`,
  theSlice: 'the slice',
  theWhole: 'the whole',
  onScreenPlane: 'the plane on screen',
  along: 'Statistics along',
  allItems: 'all items',
  alongAxis: (axis: number) => `axis ${axis}`,
  withoutNaN: (name: string, text: string) => `${name} ${text}`,
  percentDone: (percent: string) => `${percent} %`,
  partOf: (percent: string) => `Cancelled: of the first ${percent} %`,
  partOfSecond: (percent: string) => `Cancelled: std and histogram of the first ${percent} %`,
  secondMissing: 'Cancelled before std and histogram.',
  nothingFound: 'Cancelled before anything was found.',
  computed: 'Statistics computed',
  computedPart: 'Statistics cancelled: what was found is shown',
  bytesChanged: 'The bytes have changed since.',
  otherView: 'Not of what is drawn now.',
  magnitudes: 'Of the magnitudes |x|; for one part slice .real or .imag.',
  timesHaveNoMean: 'mean and std of times are not computed',
  noItems: 'There are no items.',
  notComputed: (dtype: string) => `Of ${dtype} nothing is computed: only of numbers and times.`,
  chooseField: (example: string) => `Choose a field in the slice box first: ${example}`,
  firstResults: (shown: number, total: number) => `The first ${shown} of ${total} results.`,
  copyTable: 'Copy',
  copiedRows: (count: number) => (count === 1 ? 'Copied 1 row' : `Copied ${count} rows`),
  histogram: 'Histogram',
  histogramSpoken: (bins: number, first: string, last: string, most: number) =>
    `Histogram: ${bins} bins from ${first} to ${last}, up to ${most} items in one`,
  binTitle: (first: string, last: string, count: number) => `${first} – ${last}: ${count}`,
  from: 'from',
  to: 'to',
  items: 'items',
  asTable: 'Show as table',
  asPicture: 'Show as picture',
  savePicture: 'Save as PNG…',
  savedPicture: (path: string) => `Saved ${path}`,
  pictures: 'Pictures',
  heatMap: 'Heat map',
  draw: 'Draw',
  larger: 'Enlarge',
  smaller: 'Close',
  drawn: 'Heat map drawn',
  sampled: (step: number, total: number) => `Sampled: 1 item of every ${step}, of ${total}.`,
  everyItem: (total: number) => `All ${total} items.`,
  heatMapSpoken: (rows: number, columns: number, low: string, high: string) =>
    `Heat map: ${rows} × ${columns} cells, from ${low} to ${high}`,
  wraps: 'One axis, wrapped into a square.',
  rowsOf: (axis: string) => `rows: ${axis}`,
  columnsOf: (axis: string) => `columns: ${axis}`,
  otherAxes: 'the other axes',
  cells: (kind: 'nan' | 'inf', count: number) => `${kind}: ${count}`,
  infAtEnds: 'inf is drawn as the ends',
  noNumbers: 'There are no finite numbers.',
  notDrawn: 'the picture could not be drawn',
} as const;

function article(word: string): string {
  return /^[aeio]/.test(word) ? 'an' : 'a';
}
