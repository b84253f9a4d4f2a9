/** A window with nothing in it but what is shown. */
import type { Settings } from '../harness/rig';

export const THEMES = ['dark', 'light'] as const;
/** Device pixels a CSS pixel: as sharp as the size of the files allows. */
export const SCALE = Number(process.env.NDARRAY_SCALE ?? 1);

export const plain: Settings = {
  'files.autoSave': 'off',
  'workbench.activityBar.location': 'hidden',
  'workbench.statusBar.visible': false,
  'workbench.layoutControl.enabled': false,
  'window.menuBarVisibility': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.overviewRulerBorder': false,
};
