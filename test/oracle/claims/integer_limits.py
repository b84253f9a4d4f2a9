"""Prepares the claims about integers at the limits of their dtype; `test/unit/core/integerLimits.ts` makes the same arrays."""

import numpy as np


def integer_limits(dtype):
    info = np.iinfo(dtype)
    return np.array([info.min, info.max, 0, 1, info.max - 1, info.min + 1, 3], dtype)
