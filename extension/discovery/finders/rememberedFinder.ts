/** The layout that the user chose for the file before. */
import type { LayoutFinder } from '../finder';
import { recall } from '../rememberedLayouts';

export const rememberedFinder: LayoutFinder = {
  find: async ({ uri, byteLength, workspace, npyHeader }) => {
    const { npy } = await npyHeader();
    const candidate = recall(workspace.rememberedLayouts, uri, byteLength, npy?.hash);
    return { candidates: candidate ? [candidate] : [] };
  },
};
