/** Guesses a layout from the file's bytes, size and name, where no `.npy` header states one. */
import type { LayoutFinder } from '../finder';
import { guess } from '../guess/guess';

export const guessFinder: LayoutFinder = {
  find: async file => {
    const { npy } = await file.npyHeader();
    if (npy) return { candidates: [] };
    return { candidates: guess(await file.samples(), file.byteLength, file.name) };
  },
};
