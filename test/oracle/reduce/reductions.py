"""Reductions of random arrays: `reductions.py COUNT SEED` prints a case a line: the function, the array, the options, and what
NumPy makes of them: dtype, shape, strides, bytes, or the exception.
"""
import base64
import json
import random
import sys
import warnings

import numpy as np

warnings.simplefilter('ignore')
np.seterr(all='ignore')

NAMES = ['sum', 'sum', 'sum', 'sum', 'prod', 'min', 'max', 'mean', 'mean', 'std', 'var', 'all', 'any', 'argmin', 'argmax', 'cumsum', 'ptp']
DTYPES = ['?', 'i1', '<u2', '>i4', '<i8', '<u8', '<f2', '<f4', '<f4', '>f4', '<f8', '<f8', '<f8', '>f8', '<c8', '<c16', '<m8[s]', '<M8[D]']


def array(rng):
    dtype = np.dtype(rng.choice(DTYPES))
    ndim = rng.choice([0, 1, 1, 2, 2, 3, 3, 4])
    if rng.random() < 0.1:
        shape = [rng.choice([1, 127, 128, 129, 1000, 8191, 8192, 8193, 20000]) for _ in range(1)]
        if rng.random() < 0.5:
            shape.insert(rng.randint(0, 1), rng.choice([1, 2, 3]))
    else:
        shape = [rng.choice([0, 1, 2, 3, 4, 7, 8, 9, 17, 33]) for _ in range(ndim)]
    while np.prod(shape) > 60000:
        shape[shape.index(max(shape))] = 2
    steps = [1] * len(shape)
    if rng.random() < 0.1:
        # Axes that stay apart, and together hold more than NumPy's buffer.
        shape = [rng.choice([2, 3, 5, 11, 27, 33, 50, 334]) for _ in range(rng.choice([2, 3, 3, 4]))]
        while np.prod(shape) > 40000:
            shape[shape.index(max(shape))] = 2
        steps = [rng.choice([1, 2, 2, -1]) if k < 2 else 1 for k in range(len(shape))]
        rng.shuffle(steps)
    elif shape:
        steps[rng.randrange(len(shape))] = rng.choice([1, 1, 1, 2, -1, -3])
    full = [length * abs(step) for length, step in zip(shape, steps)]
    count = int(np.prod(full))
    state = np.random.RandomState(rng.randrange(2 ** 31))
    if dtype.kind == 'b':
        # Any byte but 0 is True; of no axes NumPy makes a scalar, whose True is 1.
        data = state.choice([0, 1, 2, 255] if full else [0, 1], count).astype('u1').view(dtype)
    elif dtype.kind in 'iu':
        info = np.iinfo(dtype)
        data = state.randint(0, 100, count) if rng.random() < 0.5 else state.randint(info.min, min(info.max, 2 ** 63 - 1), count, dtype=dtype.newbyteorder('='))
    elif dtype.kind in 'mM':
        data = state.randint(-100, 1000, count)
    elif dtype.kind == 'c':
        data = (state.randn(count) + 1j * state.randn(count)) * 10.0 ** rng.randint(-2, 2)
    else:
        data = state.randn(count) * 10.0 ** rng.randint(-2, 2)
        if rng.random() < 0.1 and count:
            data[state.randint(count)] = rng.choice([np.nan, np.inf, -0.0])
        if rng.random() < 0.1:
            data = np.where(state.rand(count) < 0.5, 0.0, -0.0)
    x = np.empty(full, dtype, rng.choice('CF'))
    x[...] = data.astype(dtype.newbyteorder('=') if dtype.kind not in 'mM' else 'i8').reshape(full).astype(dtype)
    owner = x
    if shape:
        x = x[tuple(slice(None, None, step) for step in steps)]
        order = list(range(len(shape)))
        if rng.random() < 0.3:
            rng.shuffle(order)
            x = x.transpose(order)
    return x, owner


def facts(x):
    return {'dtype': x.dtype.str, 'shape': x.shape, 'strides': x.strides, 'bytes': base64.b64encode(canonical(x)).decode()}


def canonical(x):
    x = np.array(x, x.dtype.newbyteorder('='), order='C')
    if x.dtype.kind in 'fc':
        parts = x.reshape(-1).view('f%d' % (x.dtype.itemsize // (2 if x.dtype.kind == 'c' else 1)))
        parts[parts != parts] = np.nan
    return x.tobytes()


def main(count, seed):
    rng = random.Random(seed)
    for _ in range(count):
        x, owner = array(rng)
        name = rng.choice(NAMES)
        options = {}
        if name in ('argmin', 'argmax', 'cumsum'):
            if rng.random() < 0.7:
                options['axis'] = rng.choice([0, -1, 1, None])
        elif rng.random() < 0.8:
            many = rng.sample(range(x.ndim), rng.randint(1, x.ndim)) if x.ndim else [0]
            options['axis'] = rng.choice([0, -1, 1, None, many, many, 2])
        if name != 'cumsum' and rng.random() < 0.3 and name != 'ptp':
            options['keepdims'] = True
        if name in ('sum', 'mean', 'cumsum', 'prod') and rng.random() < 0.15 and x.dtype.kind in 'biuf':
            options['dtype'] = rng.choice(['<f8', '<f4', '<i8'] if x.dtype.kind != 'f' else ['<f8', '<f4'])
        case = {'name': name, 'options': options, 'x': {
            'dtype': x.dtype.str, 'shape': x.shape, 'strides': x.strides, 'bytes': base64.b64encode(owner.tobytes('A')).decode(),
            'offset': x.__array_interface__['data'][0] - owner.__array_interface__['data'][0]}}
        given = {key: tuple(value) if isinstance(value, list) else value for key, value in options.items()}
        try:
            result = np.asarray(getattr(np, name)(x, **given))
        except Exception as error:
            case['error'] = [type(error).__name__, str(error)]
        else:
            case['result'] = facts(result)
        print(json.dumps(case))


main(int(sys.argv[1]), int(sys.argv[2]))
