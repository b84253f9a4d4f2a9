/**
 * Every text of the first bundle. Words of NumPy's own (dtype, shape, order, offset) stay untranslated.
 * Invariant: a text is a whole phrase with placeholders, never a fragment that another text continues.
 */
import { t } from './l10n';

export const strings = {
  // Accessible names that screen readers, tests and scripts rely on.
  values: t('Values'),
  bytes: t('Bytes'),
  strides: t('Strides'),
  flags: t('Flags'),
  formula: t('Byte offset'),
  layout: t('Layout'),
  owners: t('Owners'),
  memoryMap: t('Memory map'),
  rows: t('Rows'),
  columns: t('Columns'),
  slice: t('Slice'),
  goTo: t('Go to'),
  axis: (axis: number) => t('Axis {0}', axis),
  whyButton: (flag: string) => t('Why {0} is False', flag),

  // Labels beside the controls of those names.
  rowsLabel: t('rows'),
  columnsLabel: t('columns'),
  sliceLabel: t('slice'),
  goToLabel: t('go to'),
  axisLabel: (axis: number) => t('axis {0}', axis),

  // Header.
  dtype: 'dtype',
  shape: 'shape',
  order: 'order',
  offset: 'offset',
  exactBytes: (count: number) => (count === 1 ? t('1 byte') : t('{0} bytes', count)),
  leftover: (size: string) => t('{0} left over after the last item', size),
  headerBytes: (count: number) => t('{0} header bytes, read-only', count),
  otherLayouts: (count: number) => (count === 1 ? t('1 other layout') : t('{0} other layouts', count)),
  otherLayoutsTitle: t('Other layouts that fit the file'),
  reset: t('reset'),
  resetTitle: t('Discard this layout and detect it again'),
  openOrigin: t('Show where this layout is defined'),
  copyMemmap: t('Copy np.memmap Line'),
  copied: t('Copied'),

  // Layout panels.
  axisColumn: t('axis'),
  lengthColumn: t('length'),
  strideColumn: t('stride, bytes'),
  rowsArrow: t('down: rows'),
  columnsArrow: t('across: columns'),
  zeroDimensional: t('no axes: a single item'),
  copyFix: (code: string) => t('Copy {0}', code),
  copies: (size: string) => t('copies {0}', size),
  whyOwnData: (owner: string) => t('the {0} owns the bytes', owner),
  whyViewOwnsNothing: t('this is a view: the array it was sliced from has the bytes'),
  whyWriteable: (mode: string) => (mode === 'r' ? t("opened with mode 'r'") : t('the array is read-only')),
  whyReadOnlyOwner: (owner: string) => t('the {0} object that owns the bytes is read-only', owner),
  whyReadOnlyArray: t('the array or its base was made read-only'),
  whyWriteback: t('no copy is waiting to be written back'),
  termOffset: 'offset',
  formulaSpoken: (index: string, terms: string, result: number) =>
    t('item {0}: {1} = byte {2}', index, terms, result),

  // Value grid.
  valueColumn: t('value'),
  corner: t('Row index'),
  outside: t('outside owner'),
  notRead: t('not read'),
  tooLarge: (size: string) => t('item of {0}', size),
  notLoaded: t('loading'),
  linked: (range: string) => t('{0}, linked in Bytes', range),
  noItems: (shape: string) => t('No items: the shape is {0}.', shape),
  noFields: t('No values: the dtype has no fields.'),
  moreLeaves: (shown: number, all: number) =>
    t('Showing the first {0} of {1} columns of an item.', shown, all),
  noBytes: t('no bytes'),
  oneByte: (byteOffset: number) => t('byte {0}', byteOffset),
  byteRange: (first: number, last: number) => t('bytes {0}–{1}', first, last),
  goToPlaceholder: '[3, 17]',
  slicePlaceholder: '[::2, ::-1]',
  sliceHint: t('A NumPy index: [::2, ::-1, 3], or .T, .real, .imag'),
  goToHint: t('An index [3, 17], a byte offset 0x1000 or a percentage 50%'),
  goToAction: t('Enter an index [3, 17], a byte offset 0x1000 or a percentage 50%.'),
  notAFraction: (text: string) => t('{0} is not between 0% and 100%', text),
  emptyArray: t('the array has no items'),
  pastTheEnd: (text: string, byteLength: number) =>
    t('byte {0} is past the end: there are {1} bytes', text, byteLength),
  noPlace: (text: string) => t("'{0}' is not an index, a byte offset or a percentage", text),
  onlyComplex: (name: string) => t('only complex numbers have a view as .{0}', name),
  onlyStructured: t('Only structured dtypes have fields.'),
  theFields: (names: string) => t('The fields are {0}.', names),
  wentTo: (place: string) => t('At {0}', place),
  wentToByte: (byteOffset: number) => t('At byte {0}', byteOffset),
  changed: t('changed'),
  changedFrom: (before: string) => t('changed from {0}', before),

  // Byte grid.
  ascii: 'ASCII',
  unprintable: '·',
  padding: t('padding between fields'),
  offsetColumn: t('offset'),
  byteInItem: (byte: number, index: string) => t('byte {0} of {1}', byte, index),
  ofField: (path: string) => t('field {0}', path),
  sharedByItems: (count: number, isExact: boolean) =>
    isExact ? t('shared by {0} items', count) : t('shared by at least {0} items', count),
  inHeader: t('header, read-only'),
  inNoItem: t('not part of an item'),
  byteOffset: (byteOffset: number) => t('offset {0}', byteOffset),
  noFileBytes: t('There are no bytes.'),

  // Memory.
  memory: t('Memory'),
  memoryEntry: (first: string, last: string) => `${first} – ${last}`,
  onScreen: t('on screen'),
  mapLegendView: t('array'),
  mapLegendHeader: t('header'),
  mapLegendOther: t('other bytes'),
  view: t('view'),

  // Frame.
  splitter: t('Size of Values'),
  stridesOf: (strides: string) => t('strides ({0})', strides),
  panelsSummary: t('Layout details'),
  loading: t('Opening…'),

  // Problems.
  notWhole: t('Part of the editor could not be loaded.'),
  reopen: t('Close this tab and open it again.'),
  retry: t('Retry'),
  resetLayout: t('Reset Layout'),
  dismiss: t('Dismiss'),
  looksLikeText: t('This file looks like text.'),
  openAsText: t('Open as Text'),
  alwaysText: (extension: string) => t('Always Open {0} as Text', extension),
  refreshed: t('File changed on disk; reloaded.'),
  layoutChanged: (layout: string) => t('Layout: {0}', layout),
} as const;
