"""Random maps of small files: `memmap.py COUNT SEED` prints one JSON case a line: the file, what was asked for, and what
NumPy's memmap has and does, or the exception that it raises. Every case also writes, and tells the file after that.
"""
import json
import os
import random
import sys
import tempfile

import numpy as np

DTYPES = ['u1', '<i2', '>i2', '<f4', '<f8', '>f8', '<c16', '?', '<i8', 'S3', '<U2', 'V5', '<f2', '<M8[s]',
          [('x', '<f4'), ('y', '>i2', (2,))],
          {'names': ['a', 'b'], 'formats': ['u1', '<i4'], 'offsets': [0, 4], 'itemsize': 10}]
VIEWS = ['u1', '<i2', '<f4', 'S6', 'V2']


def text(entry):
    if entry is None:
        return 'None'
    if entry is Ellipsis:
        return '...'
    if isinstance(entry, slice):
        return ':'.join('' if k is None else str(k) for k in (entry.start, entry.stop, entry.step))
    return str(entry)


def bound(rng):
    return rng.choice([None, rng.randint(-6, 6)])


def index(rng, ndim):
    entries = [rng.choice([rng.randint(-4, 4), slice(bound(rng), bound(rng), rng.choice([None, 1, 2, -1, -2])), None])
               for _ in range(rng.randint(0, max(1, ndim)))]
    if rng.random() < 0.3:
        entries.insert(rng.randint(0, len(entries)), Ellipsis)
    return entries


def step(rng, x):
    """One view: its name, what to tell the other side, and the view."""
    kind = rng.choice(['get', 'get', 'get', 'T', 'reshape', 'view', 'field'])
    if kind == 'get':
        entries = index(rng, x.ndim)
        # A full index is a scalar in NumPy; with `...` it is the 0-d view that a map gives.
        return ['get', ', '.join(map(text, entries)) or '()'], lambda: x[(*entries, ...) if Ellipsis not in entries else tuple(entries)]
    if kind == 'T':
        return ['T'], lambda: x.T
    if kind == 'reshape':
        shape = rng.choice([[-1], [x.size], [2, -1], [-1, 3], [1, *x.shape], [*x.shape[::-1]]])
        return ['reshape', shape], lambda: x.reshape(shape, copy=False)
    if kind == 'view':
        dtype = rng.choice(VIEWS)
        return ['view', dtype], lambda: x.view(dtype)
    name = rng.choice(['x', 'y', 'a', 'b'])
    return ['field', name], lambda: x[name]


def raw(x):
    """All bytes of the items, padding too, which a copy of structured items leaves out."""
    return (x.view(f'V{x.itemsize}') if x.dtype.names else x).tobytes().hex()


def facts(x, m):
    return {
        'shape': x.shape, 'strides': x.strides, 'dtype': str(np.dtype(x.dtype)), 'bytes': raw(x),
        'at': x.__array_interface__['data'][0] - START + BASE, 'offset': m.offset, 'mode': m.mode, 'size': x.size,
        'flags': str(x.flags), 'nbytes': x.nbytes,
    }


def outcome(work):
    try:
        return work(), None
    except Exception as error:
        return None, [type(error).__name__, str(error)]


def written(rng, x):
    """What to write: a number, or an array of the same or another dtype. What becomes of padding is for the casts to say."""
    if x.dtype.names and sum(x.dtype[k].itemsize for k in range(len(x.dtype))) < x.itemsize:
        return np.zeros((5, 7, 3), x.dtype)
    if x.dtype.kind not in 'biufc' or rng.random() < 0.3:
        shape = x.shape if rng.random() < 0.5 else x.shape[1:]
        count = int(np.prod(shape)) * x.itemsize
        value = np.frombuffer(bytes(rng.randrange(1, 100) for _ in range(count)), x.dtype).reshape(shape)
        return value if rng.random() < 0.9 else np.zeros((5, 7, 3), x.dtype)
    if rng.random() < 0.4:
        return rng.randint(0, 1)
    shape = [1 if rng.random() < 0.3 else k for k in x.shape][rng.randint(0, x.ndim):]
    value = np.array([rng.randint(0, 99) for _ in range(int(np.prod(shape)))]).reshape(shape)
    return value.astype(rng.choice(['<f4', 'u1', '>i2', '<f8']))


rng = random.Random(int(sys.argv[2]))
path = os.path.join(tempfile.mkdtemp(), 'm.dat')
for _ in range(int(sys.argv[1])):
    content = bytes(rng.randrange(256) for _ in range(rng.choice([0, 1, 24, 48, 96, 240, 4096, 5000])))
    dtype = rng.choice(DTYPES)
    shape = rng.choice([None, None, 4, [3], [2, 3], [2, 1, 2], [], [0], [0, 3], [2, 3, 2, 2], [-5], [-2, -3], [70]])
    options = {'mode': rng.choice(['r', 'r', 'r+', 'r+', 'c', 'w+', 'readonly', 'copyonwrite', 'readwrite', 'write', 'x']),
               'offset': rng.choice([0, 0, 0, 1, 8, 24, 96, 4096, 4104, 9000]), 'order': rng.choice('CCF')}
    if shape is not None:
        options['shape'] = shape
    if options['offset'] - len(content) == np.dtype(dtype).itemsize:
        # One item past the end: NumPy takes its own length of -1 for the one to be inferred, and points past the map.
        options['offset'] = 0
    with open(path, 'wb') as file:
        file.write(content)
    case = {'content': content.hex(), 'dtype': str(np.dtype(dtype)), 'options': options, 'steps': []}
    x, error = outcome(lambda: np.memmap(path, dtype=dtype, **({**options, 'shape': shape} if shape is not None else options)))
    case['error'] = error
    if x is not None:
        m = x
        BASE = options['offset']
        START = x.__array_interface__['data'][0]
        case['fileLength'] = os.path.getsize(path)
        case['map'] = facts(x, m)
        for _ in range(rng.randint(0, 3)):
            call, work = step(rng, x)
            view, failure = outcome(work)
            case['steps'].append({'call': call, 'error': failure, 'view': None if failure else facts(view, m)})
            if failure:
                continue
            x = view
        value = written(rng, x)
        case['value'] = value if isinstance(value, int) else {
            'dtype': str(value.dtype), 'shape': value.shape, 'bytes': value.tobytes().hex()}
        _, case['writeError'] = outcome(lambda: x.__setitem__(..., value))
        case['after'] = raw(m)
        m.flush()
        x = m = view = work = None
        with open(path, 'rb') as file:
            case['file'] = file.read().hex()
    print(json.dumps(case))
