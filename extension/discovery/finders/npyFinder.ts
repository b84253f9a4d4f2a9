/** The layout that a `.npy` header states. */
import type { LayoutFinder } from '../finder';

export const npyFinder: LayoutFinder = {
  find: async file => {
    const { npy } = await file.npyHeader();
    return { candidates: npy ? [npy.candidate] : [] };
  },
};
