"""Random arrays and the .npy files that NumPy saves of them: `npy_files.py COUNT SEED` prints one JSON case a line, with
what `np.load` makes of the file, mapped and not, whole or spoilt.
"""
import io
import json
import os
import random
import sys
import tempfile
import warnings

import numpy as np

PADDED = np.dtype({'names': ['a', 'b'], 'formats': ['u1', '<i4'], 'offsets': [0, 4], 'itemsize': 10})
DTYPES = ['u1', '<i2', '>i2', '<f4', '<f8', '>f8', '<c16', '?', '<i8', '<f2', '<g', 'S3', '<U2', '>U2', 'V5', '<M8[s]', '<m8[25us]',
          [('x', '<f4'), ('y', '>i2', (2, 3))], [(('title', 'x'), '<f4'), ('in', [('p', 'S2'), ('q', '?', (2,))])],
          PADDED, [('it\'s "ä"', 'u1')], [('名', '<i4'), ('z', PADDED)],
          {'names': ['b', 'a'], 'formats': ['<i4', 'u1'], 'offsets': [4, 0]},
          [(f'field number {k} of many', 'u1') for k in range(3000)]]
WEIGHTS = [4] * (len(DTYPES) - 2) + [2, 0.5]


def array(rng):
    dtype = np.dtype(rng.choices(DTYPES, WEIGHTS)[0])
    shape = [rng.choice([0, 1, 2, 3, 5]) for _ in range(rng.randint(0, 4))]
    count = int(np.prod(shape)) * dtype.itemsize
    owner = np.frombuffer(bytes(rng.choices(range(256), k=count)), 'u1')
    x = np.ndarray(shape, dtype, owner, order=rng.choice('CF')) if count else np.zeros(shape, dtype)
    if dtype.names or not count:
        return owner, x
    for axis in range(x.ndim):
        if rng.random() < 0.2:
            x = x[(slice(None),) * axis + (slice(None, None, rng.choice([2, -1])),)]
    return owner, x.transpose(rng.sample(range(x.ndim), x.ndim)) if rng.random() < 0.4 else x


def spoilt(rng, content):
    kind = rng.randrange(8)
    if kind == 0:
        return content[:rng.randrange(len(content))]
    if kind == 1:
        return content[:-1]
    if kind == 2:
        return rng.choice([b'', b'abc', b'\x80\x04K\x01.', b'\x93NUMPX\x01\x00'])
    if kind == 3:
        file = io.BytesIO()
        np.save(file, np.array([None, {}]), allow_pickle=True)
        return file.getvalue()
    return content


def raw(x):
    return (x.view(f'V{x.itemsize}') if x.dtype.names and x.size else x).tobytes().hex()


def loaded(path, mode):
    try:
        x = np.load(path, mmap_mode=mode)
    except Exception as error:
        return {'error': [type(error).__name__, str(error)]}
    return {'error': None, 'shape': x.shape, 'strides': x.strides, 'dtype': str(x.dtype), 'flags': str(x.flags), 'bytes': raw(x)}


warnings.simplefilter('ignore')
rng = random.Random(int(sys.argv[2]))
path = os.path.join(tempfile.mkdtemp(), 'x.npy')
for _ in range(int(sys.argv[1])):
    owner, x = array(rng)
    at = x.__array_interface__['data'][0] - owner.__array_interface__['data'][0] if x.nbytes else 0
    case = {'owner': owner.tobytes().hex(), 'dtype': str(x.dtype), 'shape': x.shape, 'strides': x.strides, 'at': at,
            'saveError': None}
    try:
        np.save(path, x)
    except ValueError as error:
        case['saveError'] = [type(error).__name__, str(error)]
        np.save(path, np.zeros(3))
    with open(path, 'rb') as file:
        case['saved'] = file.read().hex()
    content = spoilt(rng, bytes.fromhex(case['saved']))
    with open(path, 'wb') as file:
        file.write(content)
    mode = rng.choice(['r', 'c'])
    case |= {'content': content.hex(), 'mode': mode, 'loaded': loaded(path, None), 'mapped': loaded(path, mode)}
    print(json.dumps(case))
