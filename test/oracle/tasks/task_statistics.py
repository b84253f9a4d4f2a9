"""Random files and what NumPy says of views of their maps, as text: `task_statistics.py FOLDER COUNT SEED` leaves the files in
FOLDER and prints one JSON case a line.
"""
import json
import os
import random
import sys
import warnings

import numpy as np

DTYPES = ['<f8', '<f8', '<f4', '<f4', '>f8', '>f4', '<f2', '?', 'i1', 'u1', '<i2', '>i4', '<u4', '<i8', '>u8', '<M8[s]', '>m8[ms]', '<c8', '<c16', '>c8', '>c16']
BINS = 64
MOST_RESULTS = 256


def shape_of(rng):
    ndim = rng.choice([1, 2, 2, 3])
    most = rng.choice([1, 10, 150, 1000, 9000, 20000, 200000])
    shape = [1] * ndim
    while np.prod(shape) < most:
        shape[rng.randrange(ndim)] *= rng.choice([2, 3, 5])
    return shape


def values(rng, dtype, count):
    source, kind = np.random.default_rng(rng.randrange(1 << 30)), np.dtype(dtype).kind
    if kind == 'f':
        x = source.normal(rng.choice([0, 3]), rng.choice([1, 100, 1e-3]), count)
        if rng.random() < 0.5:
            for special in rng.sample([np.nan, np.nan, np.inf, -np.inf], 2):
                x[source.random(count) < 0.01] = special
        if rng.random() < 0.05:
            x[:] = rng.choice([np.nan, np.inf, 0.0, 2.5])
        return x.astype(dtype)
    if kind == 'c':
        # Magnitudes that are exact.
        triples = np.array([(3, 4), (5, 12), (-8, 15), (20, -21), (0, 7), (2, 0)]) * [1, 1j] @ [1, 1]
        x = source.choice(triples, count) * source.integers(1, 1000, count) * 2.0 ** source.integers(-9, 9, count)
        if rng.random() < 0.3:
            x[source.random(count) < 0.01] = rng.choice([complex(np.nan, 1), complex(0, np.inf), complex(np.nan, np.inf)])
        return x.astype(dtype)
    if kind in 'mM':
        x = source.integers(-10**12, 10**12, count)
        if rng.random() < 0.5:
            x[source.random(count) < 0.02] = np.iinfo('i8').min
        return x.astype(dtype[0] + 'i8').view(dtype)
    if kind == 'b':
        # Any byte but 0 is True.
        return source.choice(np.array([0, 1, 1, 255], np.uint8), count).view(dtype)
    if rng.random() < 0.3:
        return source.integers(0, rng.choice([2, 5, 63, 64, 65, 100]), count).astype(dtype)
    return np.frombuffer(source.bytes(count * np.dtype(dtype).itemsize), dtype)


def histogram(x):
    if x.dtype.kind in 'biu':
        x = x.astype('u1') if x.dtype.kind == 'b' else x
        low, high = int(x.min()), int(x.max())
        if high - low < BINS and abs(low) < 2**53:
            return np.histogram(x, high - low + 1, (low - 0.5, high + 0.5))
        return np.histogram(x, BINS)
    x = x.astype('f4') if x.dtype.itemsize == 2 else x
    finite = x[np.isfinite(x)]
    if finite.size == x.size:
        return np.histogram(x, BINS)
    return np.histogram(x, BINS, (float(finite.min()), float(finite.max()))) if finite.size else None


def summary(x):
    # Not np.abs, which rounds the squares of complex64 to singles where the processor can do many at once.
    x = np.hypot(x.real, x.imag) if x.dtype.kind == 'c' else x
    isnan = np.isnat(x) if x.dtype.kind in 'mM' else np.isnan(x)
    some = x[~isnan]
    told = {'nans': int(isnan.sum()), 'min': str(x.min()), 'max': str(x.max())}
    if told['nans'] and some.size:
        told |= {'nanmin': str(some.min()), 'nanmax': str(some.max())}
    if x.dtype.kind in 'mM':
        return told
    told |= {'mean': str(x.mean()), 'std': str(x.std())}
    try:
        found = histogram(x)
    except ValueError:
        return told
    if found:
        told['histogram'] = {'counts': found[0].tolist(), 'edges': [str(edge) for edge in found[1]]}
    return told


def first_results(shape, axis):
    room, lengths = MOST_RESULTS, list(shape)
    for k in reversed(range(len(shape))):
        if k != axis:
            lengths[k] = min(shape[k], room)
            room = room // shape[k] if lengths[k] == shape[k] else 1
    return lengths


def along(x, axis):
    part = x[tuple(slice(n) for n in first_results(x.shape, axis))]
    columns = [getattr(part, name)(axis=axis).ravel() for name in ('min', 'max', 'mean', 'std')]
    return [[str(value) for value in row] for row in zip(*columns)]


warnings.simplefilter('ignore')
folder, count, rng = sys.argv[1], int(sys.argv[2]), random.Random(int(sys.argv[3]))
for k in range(count):
    dtype, shape, offset = rng.choice(DTYPES), shape_of(rng), rng.choice([0, 0, 8, 3])
    path = os.path.join(folder, f'{k}.dat')
    with open(path, 'wb') as file:
        file.write(bytes(offset) + values(rng, dtype, int(np.prod(shape))).tobytes())
    m = np.memmap(path, dtype, 'r', offset, tuple(shape), rng.choice('CF'))
    index = ', '.join(rng.choice([':', ':', '::2', '::-1', '::3']) for _ in shape) if rng.random() < 0.5 else '...'
    view = np.asarray(eval(f'm[{index}]'))
    axis = rng.randrange(view.ndim) if rng.random() < 0.3 and view.dtype.kind not in 'mMc' else None
    case = {'path': path, 'dtype': view.dtype.str, 'index': index, 'axis': axis, 'offset': offset, 'shape': shape}
    case['order'] = 'F' if m.flags.fnc else 'C'
    print(json.dumps(case | {'found': along(view, axis) if axis is not None else summary(view)}))
