/** Layouts from calls such as `np.memmap('this/file', …)` in the workspace's Python. */
import type { LayoutFinder } from '../finder';

export const pythonFinder: LayoutFinder = {
  isSlow: true,
  find: async ({ path, byteLength, workspace, signal }) => {
    const { searchPython } = await import(/* webpackChunkName: "python" */ '../python/searchPython');
    const { listPythonFiles, readFile } = workspace;
    const candidates = await searchPython({
      filePath: path,
      byteLength,
      listFiles: listPythonFiles,
      readFile,
      signal,
    });
    return { candidates };
  },
};
