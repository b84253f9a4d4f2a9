/** A layout that fits every file, found without looking: for tests of bytes alone. */
import type { Discover } from '../../../../extension/editor/document/memoryDocument';

export const asBytes: Discover = () =>
  Promise.resolve({
    chosen: {
      choice: { dtype: 'uint8', shape: [1], order: 'C', offset: 0 },
      origin: { kind: 'user', text: 'for a test' },
    },
    runnersUp: [],
    isText: false,
    problems: [],
  });
