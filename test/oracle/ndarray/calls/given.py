"""What the programs of this folder share: random arrays of every dtype and lie, and calls with what NumPy makes of them as JSON.
`run(make)` prints as many cases as the command line says: `program.py COUNT SEED`.
"""
import json
import random
import sys
import warnings

import numpy as np

NUMBERS = ['?', 'i1', 'u1', '<i2', '>i2', '<u2', '<i4', '>i4', '>u4', '<i8', '>i8', '<u8', '<f2', '>f2', '<f4', '>f4', '<f8', '>f8', '<c8',
           '>c16']
TIMES = ['<M8[s]', '>M8[D]', '<M8[Y]', '<M8[3h]', '<M8[ns]', '<M8[M]', '<m8[s]', '>m8[ms]', '<m8[D]', '<m8[5m]', '<m8', '<m8[Y]', '<m8[M]']
TEXTS = ['S1', 'S4', 'S25', '<U2', '>U3', '<U30']
RECORDS = [[('x', '<f4'), ('y', '>i2')], [('y', '<i4'), ('x', '<f8')], [('a', 'S3'), ('b', '?', (2,))],
           [('n', [('p', 'u1'), ('q', '>f4')]), ('d', '<M8[s]')],
           {'names': ['x', 'y'], 'formats': ['<i2', 'u1'], 'offsets': [4, 1], 'itemsize': 8}]
NOT_A_TIME = -2 ** 63


def items(rng, dtype, count):
    """Values that are exact in their dtype; what is not a number only where all floats are to be had."""
    if dtype.names:
        x = np.zeros(count, dtype)
        for name in dtype.names:
            field = dtype[name]
            base, shape = field.subdtype or (field, ())
            x[name] = items(rng, base, count * int(np.prod(shape, dtype=int))).reshape((count, *shape))
        return x
    if dtype.kind == 'b':
        return np.array([rng.random() < 0.5 for _ in range(count)], dtype)
    if dtype.kind in 'iu':
        info = np.iinfo(dtype)
        return np.array([rng.choice([0, 1, 2, 3, 7, max(info.min, -1), info.min, info.max, rng.randint(0, 100)]) for _ in range(count)], dtype)
    if dtype.kind in 'mM':
        pool = [0, 1, -1, 2, 7, 365, -400, 86400, 1000003, NOT_A_TIME]
        return np.array([rng.choice(pool) for _ in range(count)], 'i8').view(dtype.newbyteorder('='))
    if dtype.kind in 'SU':
        # One that is no number at most: which of several is refused first is up to the order of memory.
        pool = ['1', '12', '7', '0', '120', rng.choice(['1', '', 'ab', '2.5', ' 3 ', '1e2', 'nan', '-7', '2020-02-29', 'NaT', '1_0', '0x7'])]
        return np.array([rng.choice(pool) for _ in range(count)], dtype)
    if dtype.kind == 'V':
        return np.frombuffer(bytes(rng.randrange(256) for _ in range(count * dtype.itemsize)), dtype)
    pool = [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, -2.5, 3.75, 100.0, 2.0 ** -14, 1024.0, float('nan'), float('inf'), float('-inf')]
    if dtype.kind == 'c':
        return np.array([complex(rng.choice(pool), rng.choice(pool)) for _ in range(count)], dtype)
    return np.array([rng.choice(pool) for _ in range(count)], dtype)


def shape_of(rng, most=3):
    return [rng.choice([0, 1, 2, 3, 3, 4]) for _ in range(rng.choice(range(most + 1)))]


def lie(rng, shape, dtype, can_repeat=True):
    """An array without values: in either order, with steps, backwards, repeated, off its alignment, or transposed."""
    itemsize = dtype.itemsize
    steps = [rng.choice([1, 1, 1, 2, -1]) for _ in shape]
    full = [k * abs(step) for k, step in zip(shape, steps)]
    start = rng.choice([0, 0, 0, 1, 3])
    owner = np.zeros(start + itemsize * int(np.prod(full)), 'u1')
    x = np.ndarray(full, dtype, owner, start, order=rng.choice('CCF'))
    x = x[(*[slice(None, None, step) for step in steps], ...)]
    if can_repeat and x.ndim and x.shape[0] > 1 and rng.random() < 0.1:
        x = np.lib.stride_tricks.as_strided(x, x.shape, (0, *x.strides[1:]))
    return x


def array(rng, dtypes, shape=None, can_repeat=True):
    dtype = np.dtype(rng.choice(dtypes))
    x = lie(rng, shape_of(rng) if shape is None else shape, dtype, can_repeat)
    x[...] = items(rng, x.dtype, x.size).reshape(x.shape)
    return x


def owner_of(x):
    while isinstance(x.base, np.ndarray) or x.base is not None and not isinstance(x.base, (bytes, bytearray)):
        x = x.base
    return x if isinstance(x, np.ndarray) else np.asarray(x)


def dtype_text(dtype):
    return str(dtype) if dtype.names or dtype.subdtype else dtype.str


def encoded(value, owners):
    """An argument as JSON; the bytes of arrays are put into `owners`, those that several share but once."""
    if isinstance(value, np.ndarray):
        owner = owner_of(value)
        at = value.__array_interface__['data'][0] - owner.__array_interface__['data'][0]
        place = next((k for k, known in enumerate(owners) if known is owner), len(owners))
        if place == len(owners):
            owners.append(owner)
        return {'array': {'dtype': dtype_text(value.dtype), 'shape': value.shape, 'strides': value.strides, 'offset': at if value.size else 0,
                          'owner': place}}
    if isinstance(value, np.dtype):
        return {'dtype': dtype_text(value)}
    if isinstance(value, complex):
        return {'complex': [repr(value.real), repr(value.imag)]}
    if isinstance(value, float):
        return {'float': repr(value)}
    if isinstance(value, bytes):
        return {'bytes': value.hex()}
    if isinstance(value, int) and not isinstance(value, bool):
        return {'int': str(value)}
    if isinstance(value, (list, tuple)):
        return {'list': [encoded(one, owners) for one in value]}
    return {'value': value}


def canonical(x):
    """The bytes of the items in C order, field by field, in little-endian; NaNs are all one."""
    if x.dtype.names:
        return b''.join(canonical(x[name]) for name in x.dtype.names)
    if x.dtype.kind not in 'fc':
        return x.astype(x.dtype.newbyteorder('<')).tobytes()
    x = np.array(x, x.dtype.newbyteorder('<'), order='C').reshape(-1)
    parts = x.view('<f%d' % (x.dtype.itemsize // (2 if x.dtype.kind == 'c' else 1)))
    parts[parts != parts] = np.nan
    return parts.tobytes()


def told(value):
    """A result as JSON."""
    if isinstance(value, (list, tuple)):
        return [told(one) for one in value]
    if value is None or isinstance(value, (str, bool)):
        return value
    if isinstance(value, np.dtype):
        return {'dtype': dtype_text(value)}
    x = value if isinstance(value, np.ndarray) else np.asarray(value)
    return {'dtype': dtype_text(x.dtype), 'shape': x.shape, 'strides': x.strides if isinstance(value, np.ndarray) else (),
            'items': canonical(x).hex()}


def public_name(error):
    return next(kind.__name__ for kind in type(error).__mro__ if not kind.__name__.startswith('_'))


def call(name, arguments, options, work, changes=None):
    """A case: what `work()` gives, or how it is refused. `changes`: the array that is told instead, with all around it."""
    owners = []
    case = {'call': name, 'arguments': [encoded(one, owners) for one in arguments],
            'options': {key: encoded(value, owners) for key, value in options.items()}}
    case['owners'] = [owner.tobytes('A').hex() for owner in owners]
    try:
        result = work()
        case['result'] = told(result if changes is None else owner_of(changes))
    except Exception as error:  # what NumPy refuses is to be refused
        case['error'] = [public_name(error), str(error)]
    if changes is not None:
        case['changes'] = next(k for k, owner in enumerate(owners) if owner is owner_of(changes))
    return case


def run(make):
    warnings.simplefilter('ignore')
    np.seterr(all='ignore')
    rng = random.Random(int(sys.argv[2]))
    left = int(sys.argv[1])
    while left > 0:
        case = make(rng)
        if case is not None:
            print(json.dumps(case))
            left -= 1
