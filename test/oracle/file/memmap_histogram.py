"""Random files and the histograms that NumPy makes of their maps: `memmap_histogram.py FOLDER COUNT SEED` leaves the files
in FOLDER and prints one JSON case a line.
"""
import json
import os
import random
import sys
import warnings

import numpy as np

DTYPES = ['<f8', '<f8', '<f4', '<f4', '>f8', '>f4', '?', 'i1', 'u1', '<i2', '>i4', '<u4', '<i8']


def values(rng, dtype, count):
    source = np.random.default_rng(rng.randrange(1 << 30))
    if np.dtype(dtype).kind != 'f':
        return np.frombuffer(source.bytes(count * np.dtype(dtype).itemsize), dtype)
    x = rng.choice([source.normal(rng.choice([0, 1e3]), rng.choice([1, 1e-3]), count), source.integers(0, 20, count) / 4,
                    np.full(count, rng.choice([0, 2.5, 1e9]))])
    if count and rng.random() < 0.1:
        x = x.astype(float)
        x[rng.randrange(count)] = rng.choice([np.nan, np.inf])
    return x.astype(dtype)


warnings.simplefilter('ignore')
folder, count, rng = sys.argv[1], int(sys.argv[2]), random.Random(int(sys.argv[3]))
for k in range(count):
    dtype, size = rng.choice(DTYPES), rng.choice([1, 10, 300, 4000, 150000])
    path = os.path.join(folder, f'{k}.dat')
    values(rng, dtype, size).tofile(path)
    m = np.memmap(path, dtype, 'r')[::rng.choice([1, 1, 2])]
    options = {}
    if rng.random() < 0.7:
        options['bins'] = rng.choice([1, 7, 10, 256, 1000, 0, [0, 1, 2, 2, 5], [-0.5, 0.1, 0.25, 3], [3, 1], [0.5]])
    if rng.random() < 0.4 and not isinstance(options.get('bins'), list):
        options['range'] = rng.choice([[0, 1], [-0.1, 0.7], [2, 2], [5, 1], [-100.0, 100.0]])
    case = {'path': path, 'dtype': dtype, 'index': '::2' if m.strides[0] > m.itemsize else '...', 'options': options, 'error': None}
    try:
        hist, edges = np.histogram(m, **options)
        case |= {'hist': hist.tolist(), 'dtypeOfEdges': str(edges.dtype), 'edges': edges.tobytes().hex()}
    except ValueError as error:
        case['error'] = [type(error).__name__, str(error)]
    print(json.dumps(case))
