"""Random pairs of views of one buffer: `sharing.py COUNT SEED` prints one JSON case a line, with what NumPy says of
their sharing memory. Some views are slices and transposes, some have strides and item sizes of any kind.
"""
import json
import random
import sys

import numpy as np
from numpy.lib.stride_tricks import as_strided

OWNER = np.zeros(1 << 16, np.uint8)
ORIGIN = OWNER.__array_interface__['data'][0]
MIDDLE = 1 << 15
DTYPES = ['u1', '<i2', '<f4', '>f8', '<c16', 'S3', 'U1', 'V5', 'S7', 'V13']


def strided(rng):
    dtype = np.dtype(rng.choice(DTYPES))
    ndim = rng.choices(range(6), [1, 4, 6, 4, 2, 1])[0]
    shape = [rng.choices([0, 1, 2, 3, 4, 6, 9, 20], [1, 4, 8, 8, 6, 4, 2, 1])[0] for _ in range(ndim)]
    unit = rng.choice([1, 1, 2, 3, 8, dtype.itemsize])
    strides = [unit * rng.choice([0, 1, 2, 3, 5, 7, 12, 31, -1, -4, -9, 40]) for _ in shape]
    start = MIDDLE + rng.choice([rng.randint(-40, 40), rng.randint(-2000, 2000)])
    return as_strided(np.ndarray((), dtype, buffer=OWNER, offset=start), shape, strides)


def sliced(rng, base):
    entries = []
    for length in base.shape:
        start = rng.randint(0, length - 1)
        entries.append(slice(start, None if rng.random() < 0.5 else rng.randint(start, length), rng.choice([1, 2, 3])))
    view = base[tuple(entries)]
    if rng.random() < 0.3:
        view = view[::-1]
    if view.dtype.names and rng.random() < 0.8:
        view = view[rng.choice(view.dtype.names)]
    return view.T if rng.random() < 0.3 else view


def pair(rng):
    if rng.random() < 0.5:
        return strided(rng), strided(rng)
    dtype = rng.choice(['u1', '<f8', 'V3', [('a', 'u1'), ('b', '<f4'), ('c', '<i2')]])
    shape = tuple(rng.randint(1, 12) for _ in range(rng.randint(1, 3)))
    base = np.ndarray(shape, dtype, buffer=OWNER, offset=64 * rng.randint(0, 9) + rng.randint(0, 3))
    return sliced(rng, base), sliced(rng, base) if rng.random() < 0.8 else strided(rng)


def facts(x):
    return {
        'shape': x.shape, 'strides': x.strides, 'itemsize': x.itemsize,
        'offset': x.__array_interface__['data'][0] - ORIGIN,
    }


rng = random.Random(int(sys.argv[2]))
for _ in range(int(sys.argv[1])):
    a, b = pair(rng)
    print(json.dumps({
        'address': ORIGIN, 'a': facts(a), 'b': facts(b),
        'shares': bool(np.shares_memory(a, b)), 'may': bool(np.may_share_memory(a, b)),
    }))
