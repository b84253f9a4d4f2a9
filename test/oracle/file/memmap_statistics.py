"""Random files and the statistics that NumPy computes of views of their maps: `memmap_statistics.py FOLDER COUNT SEED`
leaves the files in FOLDER and prints one JSON case a line, floats as the hexadecimal digits of their bytes.
"""
import json
import os
import random
import sys
import warnings

import numpy as np

DTYPES = ['<f8', '<f8', '<f4', '<f4', '>f8', '>f4', '<f2', '>f2', '?', 'i1', 'u1', '<i2', '>i4', '<u4', '<i8', '>u8']


def shape_of(rng):
    ndim = rng.choice([1, 2, 2, 3])
    most = rng.choice([10, 150, 1000, 9000, 20000, 200000])
    shape = [1] * ndim
    while np.prod(shape) < most:
        shape[rng.randrange(ndim)] *= rng.choice([1, 2, 3, 5])
    return [n + rng.choice([0, 1, -1]) if n > 1 else n for n in shape]


def values(rng, dtype, count):
    source = np.random.default_rng(rng.randrange(1 << 30))
    if np.dtype(dtype).kind == 'f':
        scale = rng.choice([1, 100, 1e-3])
        x = source.normal(rng.choice([0, 3]), scale, count)
        if rng.random() < 0.1:
            x[rng.randrange(count)] = rng.choice([np.nan, np.inf])
        return x.astype(dtype)
    if dtype == '?':
        # Any byte but 0 is True.
        return source.choice(np.array([0, 0, 1, 1, 2, 255], np.uint8), count).view('?')
    return np.frombuffer(source.bytes(count * np.dtype(dtype).itemsize), dtype)


def told(x):
    x = np.asarray(x)
    return {'shape': x.shape, 'strides': x.strides if x.size else None, 'dtype': x.dtype.str, 'bytes': x.tobytes().hex()}


warnings.simplefilter('ignore')
folder, count, rng = sys.argv[1], int(sys.argv[2]), random.Random(int(sys.argv[3]))
for k in range(count):
    dtype, shape, offset = rng.choice(DTYPES), shape_of(rng), rng.choice([0, 0, 8, 3])
    x = values(rng, dtype, int(np.prod(shape)))
    path = os.path.join(folder, f'{k}.dat')
    with open(path, 'wb') as file:
        file.write(bytes(offset) + x.tobytes())
    m = np.memmap(path, dtype, 'r', offset, tuple(shape), rng.choice('CF'))
    case = {'path': path, 'dtype': dtype, 'offset': offset, 'shape': shape, 'order': 'F' if m.flags.fnc else 'C'}
    index = ', '.join(rng.choice([':', ':', '::2', '1:', '::-1', '::3']) for _ in shape) if rng.random() < 0.5 else '...'
    view = eval(f'm[{index}]')
    axis = rng.choice([None, None, *range(-m.ndim, m.ndim)])
    name = rng.choice(['sum', 'sum', 'mean', 'std', 'min', 'max'])
    case |= {'index': index, 'axis': axis, 'name': name, 'ddof': rng.choice([0, 1]) if name == 'std' else None}
    options = {'axis': axis} | ({'ddof': case['ddof']} if name == 'std' else {})
    try:
        case |= {'error': None, 'result': told(getattr(view, name)(**options))}
    except ValueError as error:
        case |= {'error': [type(error).__name__, str(error)], 'result': None}
    print(json.dumps(case))
