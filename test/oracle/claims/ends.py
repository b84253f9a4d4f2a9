"""What stands before the claims of whole numbers at the ends of their range; `test/unit/core/ends.ts` makes the same."""

import numpy as np


def ends(dtype):
    info = np.iinfo(dtype)
    return np.array([info.min, info.max, 0, 1, info.max - 1, info.min + 1, 3], dtype)
