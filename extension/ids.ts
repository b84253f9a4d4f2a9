/** Every name by which people, their settings and other extensions reach this one. Never renamed. */

export const VIEW_TYPES = {
  /** Default for `*.dat` and `*.npy`. */
  memmap: 'ndarray.memmap',
  /** Offered through "Open With" for other raw files. */
  raw: 'ndarray.raw',
} as const;

export const COMMANDS = {
  openAsMemoryMap: 'ndarray.openAsMemoryMap',
  setLayout: 'ndarray.setLayout',
  goTo: 'ndarray.goTo',
  copyMemmapLine: 'ndarray.copyMemmapLine',
} as const;

/** The section of all settings. */
export const SETTINGS = 'ndarrayInspector';
export const SETTING_KEYS = {
  /** Layouts of files without a header: a list of globs, first match wins. */
  layouts: 'layouts',
} as const;
