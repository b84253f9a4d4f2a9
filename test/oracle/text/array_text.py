"""Random arrays with random print options: `array_text.py COUNT SEED` prints a case a line: the array, the options, and its
`repr` and `str` in NumPy.
"""
import base64
import json
import random
import sys
import warnings

import numpy as np

warnings.simplefilter('ignore')

DTYPES = ['?', 'i1', 'u1', '<i2', '>i4', '<i8', '<u8', '<f2', '>f2', '<f4', '>f4', '<f8', '>f8', '<g', '<c8', '>c8', '<c16', '<G',
          'S3', '<U2', '>U3', 'V3', '<M8[s]', '<M8[D]', '<m8[ms]', '<M8[Y]', '<m8',
          [('x', '<f4'), ('y', '>i2')], [('a', '<f8', (2, 2)), ('s', 'S2')], [('n', [('p', '<i4'), ('q', '<c8')]), ('d', '<M8[h]')]]


def values(rng, dtype, count):
    if dtype.names or dtype.kind in 'VmM':
        data = bytearray(rng.randrange(256) for _ in range(count * dtype.itemsize))
        x = np.frombuffer(bytes(data), dtype).copy()
        fix(rng, x)
        return x
    if dtype.kind == 'S':
        return np.array([rng.choice([b'', b'a', b'ab\n', b"q'", b'\xff"', b'abc']) for _ in range(count)], dtype)
    if dtype.kind == 'U':
        return np.array([rng.choice(['', 'a', 'é', "'", '\n\t', '日本', 'xy']) for _ in range(count)], dtype)
    if dtype.kind == 'b':
        return np.array([rng.random() < 0.5 for _ in range(count)], dtype)
    if dtype.kind in 'iu':
        info = np.iinfo(dtype)
        style = rng.choice(['small', 'full'])
        low, high = (0 if dtype.kind == 'u' else -20, 120) if style == 'small' else (info.min, info.max)
        return np.array([rng.randint(low, high) for _ in range(count)], dtype)
    kind = dtype.type(0).real.dtype
    style = rng.choice(['unit', 'wide', 'int', 'mixed', 'power', 'tiny', 'half'])

    def one():
        if rng.random() < 0.07:
            return rng.choice([np.nan, np.inf, -np.inf, -0.0, 0.0])
        if style == 'unit':
            return rng.uniform(-1, 1)
        if style == 'wide':
            return rng.choice([-1, 1]) * 10.0 ** rng.uniform(-8, 9)
        if style == 'int':
            return float(rng.randint(-1000, 1000))
        if style == 'power':
            return 2.0 ** rng.randint(-14, 15)
        if style == 'tiny':
            return rng.choice([5e-324, 1e-300, 1e-40, 6e-8, 1e-5, 1e-4, 9.9e-5])
        if style == 'half':
            return rng.randint(-9, 9) + rng.choice([0.5, 0.25, 0.125, 0.001953125])
        return rng.choice([rng.uniform(-1e4, 1e4), float(rng.randint(0, 9)), 10.0 ** rng.randint(-5, 10)])
    if dtype.kind == 'c':
        return np.array([complex(one(), one()) for _ in range(count)], np.clongdouble).astype(dtype)
    return np.array([one() for _ in range(count)], np.longdouble).astype(dtype)


def fix(rng, x):
    """Fields that NumPy itself cannot print at random."""
    if x.dtype.names:
        for name in x.dtype.names:
            fix(rng, x[name])
    elif x.dtype.kind in 'mM':
        x[...] = np.array([rng.choice([0, 1, -1, 86400, 10 ** 9, -(2 ** 63)]) for _ in range(x.size)], 'i8').view('m8').reshape(x.shape).view(
            'i8').astype('i8').view(x.dtype.newbyteorder('='))
    elif x.dtype.kind in 'fc':
        x[...] = values(rng, x.dtype, x.size).reshape(x.shape)


def options(rng):
    chosen = {}
    if rng.random() < 0.4:
        chosen['precision'] = rng.choice([0, 1, 2, 3, 8, 12])
    if rng.random() < 0.3:
        chosen['threshold'] = rng.choice([0, 3, 10, 50])
    if rng.random() < 0.3:
        chosen['edgeitems'] = rng.choice([1, 2, 3, 5])
    if rng.random() < 0.3:
        chosen['linewidth'] = rng.choice([10, 20, 30, 50, 75, 120])
    if rng.random() < 0.2:
        chosen['suppress'] = True
    if rng.random() < 0.2:
        chosen['sign'] = rng.choice(['-', '+', ' '])
    if rng.random() < 0.3:
        chosen['floatmode'] = rng.choice(['fixed', 'unique', 'maxprec', 'maxprec_equal'])
    if rng.random() < 0.1:
        chosen['nanstr'], chosen['infstr'] = rng.choice([('NAN', 'INF'), ('missing', '∞'), ('-', 'infinite')])
    return chosen


def main(count, seed):
    rng = random.Random(seed)
    for _ in range(count):
        like = rng.choice(DTYPES)
        dtype = np.dtype(like)
        shape = [rng.choice([0, 1, 2, 3, 4, 7, 11]) for _ in range(rng.choice([0, 1, 1, 1, 2, 2, 3, 4]))]
        if np.prod(shape) > 300:
            continue
        x = values(rng, dtype, int(np.prod(shape))).reshape(shape)
        chosen = options(rng)
        with np.printoptions(**chosen):
            case = {'options': chosen, 'repr': repr(x), 'str': str(x)}
            separator, prefix, suffix = rng.choice([(',', '', ''), (' ; ', 'xx', ')'), (', ', 'array(', '')])
            case['string'] = np.array2string(x, separator=separator, prefix=prefix, suffix=suffix)
            case['around'] = [separator, prefix, suffix]
            if x.ndim == 1 and x.size:
                case['scalar'] = [repr(x[0]), str(x[0])]
        case |= {'dtype': str(x.dtype) if x.dtype.names else x.dtype.str, 'shape': x.shape,
                 'bytes': base64.b64encode(x.tobytes()).decode()}
        print(json.dumps(case))


main(int(sys.argv[1]), int(sys.argv[2]))
