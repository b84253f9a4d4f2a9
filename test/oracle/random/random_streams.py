"""Random streams of NumPy: `random_streams.py COUNT SEED` prints one JSON value a line: a seed, and calls made after it
with what came out, as bytes or as the name and message of an exception.
"""
import json
import random
import sys
import warnings

import numpy as np

warnings.simplefilter('ignore')
rng = random.Random(int(sys.argv[2]))
INTEGERS = ['?', 'i1', 'u1', 'i2', 'u2', 'i4', 'u4', 'i8', 'u8']


def seed_of(legacy):
    kind = rng.random()
    if kind < 0.5:
        return rng.choice([0, 1, 42, 2**32 - 1, rng.randrange(2**32)])
    if kind < 0.55:
        return rng.choice([-1, 2**32, 1.5, [], [1, -1], [0.5]] if legacy else [-1, 1.5, [1, -1]])
    words = [rng.randrange(2**32) for _ in range(rng.choice([1, 2, 4, 5, 9] if not legacy else [1, 2, 5, 623, 624, 630]))]
    return words if legacy or kind < 0.7 else rng.randrange(2**rng.choice([31, 64, 65, 128, 200]))


def size_of():
    return rng.choice([None, None, 0, 1, 3, 17, 700, [2, 3], [0, 4], [], [3, 1, 5], -1])


def bounds(dtype):
    info = (0, 1) if dtype == '?' else (np.iinfo(dtype).min, np.iinfo(dtype).max)
    kind = rng.random()
    if kind < 0.08:
        return info[0], info[1] + 1
    if kind < 0.14:
        return info[0] - rng.choice([0, 0, 1, 1000]), info[1] + rng.choice([0, 2, 1000])
    if kind < 0.2:
        return rng.randint(-3, 3), rng.randint(-3, 3)
    low, high = sorted(rng.randint(*info) for _ in range(2))
    if kind < 0.6:
        high = min(low + rng.choice([1, 2, 3, 10, 100, 255, 256, 257, 1000, 65535, 65536, 2**32 - 1, 2**32, 2**32 + 1]), info[1])
    return low, high


def text(value):
    return str(value) if isinstance(value, int) else value


def integers(legacy):
    dtype = rng.choice(INTEGERS + ['i8'] * 4 + (['f4'] if rng.random() < 0.1 else []))
    low, high = bounds('i8' if dtype == 'f4' else dtype)
    call = {'dtype': dtype, 'size': size_of()}
    if rng.random() < 0.1:
        low, high = rng.choice([high, 0, 5]), None
    if not legacy and rng.random() < 0.3:
        call['endpoint'] = True
    name = 'randint' if legacy else 'integers'
    return {'name': name, 'args': [text(low), text(high)], 'options': call}, lambda x: getattr(x, name)(low, high, **call)


def floats(legacy):
    size = size_of()
    names = ['random', 'standard_normal', 'uniform', 'normal', 'permutation', 'shuffle'] + (['rand', 'randn'] if legacy else [])
    name = rng.choice(names)
    if name in ('rand', 'randn'):
        shape = rng.choice([[], [3], [2, 3], [0], [2, 0], [301], [-1]])
        return {'name': name, 'args': shape}, lambda x: getattr(x, name)(*shape)
    if name in ('uniform', 'normal'):
        args = [rng.choice([0, -1.5, 3, 1e-3, 1e300, -1.7e308]), rng.choice([0, 1, 2.5, 1e-5, 1.7e308, -1, -0.0])]
        return {'name': name, 'args': [*args, size]}, lambda x: getattr(x, name)(*args, size)
    if name == 'permutation':
        count = rng.choice([0, 1, 2, 3, 10, 100, 1000, -1])
        return {'name': name, 'args': [count]}, lambda x: x.permutation(count)
    if name == 'shuffle':
        shape = rng.choice([[5], [3, 4], [100], [40, 2, 2], [0, 3], []])
        return {'name': name, 'args': [shape]}, lambda x: shuffled(x, shape)
    if legacy:
        return {'name': name, 'args': [size]}, lambda x: getattr(x, name)(size)
    dtype = rng.choice(['float64', 'float32', 'float32', 'float64', 'float16', '>f8'] if rng.random() < 0.2 else ['float64', 'float32'])
    return {'name': name, 'args': [size], 'options': {'dtype': dtype}}, lambda x: getattr(x, name)(size, dtype=dtype)


def shuffled(x, shape):
    array = np.arange(np.prod(shape, dtype=int)).astype('f8').reshape(shape)
    x.shuffle(array)
    return array


def outcome(run, x):
    try:
        result = np.asarray(run(x))
    except Exception as error:
        return {'error': type(error).__name__, 'message': str(error)}
    return {'dtype': result.dtype.str, 'shape': result.shape, 'hex': result.tobytes().hex()}


for _ in range(int(sys.argv[1])):
    legacy = rng.random() < 0.5
    seed = seed_of(legacy)
    case = {'legacy': legacy, 'seed': text(seed), 'calls': []}
    try:
        source = np.random.RandomState(seed) if legacy else np.random.default_rng(seed)
    except Exception as error:
        case.update(error=type(error).__name__, message=str(error))
    else:
        for _ in range(rng.randint(1, 8)):
            call, run = (integers if rng.random() < 0.45 else floats)(legacy)
            case['calls'].append({**call, **outcome(run, source)})
    print(json.dumps(case))
