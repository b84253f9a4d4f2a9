/** View types, command ids and setting keys: the names that users and other extensions rely on. Never rename them. */

/** The custom editors. */
export const VIEW_TYPES = {
  /** Default for `*.dat` and `*.npy`. */
  memmap: 'ndarray.memmap',
  /** Offered through "Open With" for other raw files. */
  raw: 'ndarray.raw',
} as const;

/** The panel over an array of a stopped program. */
export const PANEL_VIEW_TYPE = 'ndarray.inspector';
/** The tree in the debug side bar. */
export const ARRAYS_VIEW = 'ndarray.arrays';

/** Command ids. commands/list.ts has the rest of each command. */
export const COMMANDS = {
  openAsMemoryMap: 'ndarray.openAsMemoryMap',
  setLayout: 'ndarray.setLayout',
  goTo: 'ndarray.goTo',
  find: 'ndarray.find',
  copyMemmapLine: 'ndarray.copyMemmapLine',
  /** Copies cells as they are shown. */
  copyCells: 'ndarray.copyCells',
  copyNumPyLiteral: 'ndarray.copyNumPyLiteral',
  copyBytes: 'ndarray.copyBytes',
  pasteCells: 'ndarray.pasteCells',
  newFile: 'ndarray.newFile',
  computeStatistics: 'ndarray.computeStatistics',
  showPicture: 'ndarray.showPicture',
  exportArray: 'ndarray.export',
  convertOrder: 'ndarray.convertOrder',
  changeType: 'ndarray.changeType',
  compareWith: 'ndarray.compareWith',
  measureAccess: 'ndarray.measureAccess',
  /** In the palette: asks for an expression. */
  inspectExpression: 'ndarray.inspectExpression',
  /** In the editor's menu: the selection, or the name at the cursor. */
  inspectSelection: 'ndarray.inspectSelection',
  /** In the Variables and Watch views. */
  inspectVariable: 'ndarray.inspectVariable',
  /** In the Arrays view. */
  inspectListed: 'ndarray.inspectListed',
  moreArrays: 'ndarray.moreArrays',
  refreshArrays: 'ndarray.refreshArrays',
  shareMemory: 'ndarray.shareMemory',
} as const;

/** The section of all settings. */
export const SETTINGS = 'ndarrayInspector';
/** The settings below `SETTINGS`. */
export const SETTING_KEYS = {
  /** Layouts of files without a header: a list of globs, first match wins. */
  layouts: 'layouts',
  /** The mode in which files are opened. */
  mode: 'mode',
} as const;
