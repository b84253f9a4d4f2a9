"""Universal functions on random operands: `ufuncs.py COUNT SEED UNARY BINARY`, the last two NumPy's names joined by
commas, prints a case a line: the function, its operands, and what NumPy makes of them: dtype, shape, strides, items (as
numbers), or the exception.
"""
import base64
import json
import random
import sys
import warnings

import numpy as np

warnings.simplefilter('ignore')
np.seterr(all='ignore')

DTYPES = ['?', 'i1', 'u1', '<i2', '>i2', '<u2', '<i4', '<u4', '>u4', '<i8', '>i8', '<u8', '<f2', '<f4', '>f4', '<f8', '>f8', '<c8',
          '<c16']
ODD = ['<M8[s]', '<m8[s]', '<m8[ms]', '<M8[D]', 'S2', '<U2']


def items(rng, dtype, count, is_spread=False):
    if dtype.kind in 'mM':
        return np.array([rng.choice([0, 1, -7, 1000, -(2 ** 63)]) for _ in range(count)], 'i8').view(dtype)
    if dtype.kind in 'SU':
        return np.array([rng.choice(['a', 'b', 'ab', '']) for _ in range(count)], dtype)
    if dtype.kind == 'b':
        # Any byte but 0 is True. To NumPy 2.4 not where one bool is compared with many: there what 2 is depends on how many
        # items a vector register holds (`np.logical_xor(np.ones(n, '?'), np.uint8(2).view('?'))` for n = 31 and 32).
        return np.array([rng.choice([0, 1] if is_spread else [0, 0, 1, 1, 2, 255]) for _ in range(count)], 'u1').view(dtype)
    if dtype.kind in 'iu':
        info = np.iinfo(dtype)
        return np.array([rng.choice([0, 1, 2, 3, 7, max(info.min, -1), max(info.min, -3), info.max, info.min, rng.randint(info.min, info.max)])
                         for _ in range(count)], dtype)
    pool = [0.0, -0.0, 1.0, -1.0, 2.0, 0.5, -2.5, 3.7, 1e3, -1e-3, float('nan'), float('inf'), float('-inf'), 0.1, 65504.0, 1e-7]
    if dtype.kind == 'c':
        pool = [0.0, 1.0, -1.0, 2.0, 0.5, -2.5, 3.7, 10.0, -1e-3, 0.1]
        return np.array([complex(rng.choice(pool), rng.choice(pool)) for _ in range(count)], dtype)
    return np.array([rng.choice(pool) if rng.random() < 0.6 else rng.uniform(-9, 9) for _ in range(count)]).astype(dtype)


def operand(rng, shape):
    dtype = np.dtype(rng.choice(DTYPES if rng.random() < 0.93 else ODD))
    own = [k if rng.random() < 0.85 else 1 for k in shape][rng.choice([0, 0, 0, 1]) if shape else 0:]
    kind = rng.random()
    if kind < 0.15 and dtype.kind in 'biufc':
        value = rng.choice([0, 1, 2, -1, 3, 300, 2.5, -0.5, True, 7])
        return value, {'value': value}
    order = rng.choice('CF')
    step = rng.choice([1, 1, 2, -1])
    full = list(own)
    if full:
        full[-1] *= abs(step)
    x = np.empty(full, dtype, order)
    x[...] = items(rng, dtype, x.size, x.size < 2 or own != shape or 1 in own).reshape(full)
    base = x
    if full:
        x = x[..., ::step]
    owner = base
    return x, {'dtype': dtype.str, 'bytes': base64.b64encode(owner.tobytes('A')).decode(), 'shape': x.shape, 'strides': x.strides,
               'offset': x.__array_interface__['data'][0] - owner.__array_interface__['data'][0]}


def told(x):
    if x.dtype.kind == 'c':
        return [[repr(float(v.real)), repr(float(v.imag))] for v in x.ravel().astype('c16').tolist()]
    if x.dtype.kind == 'f':
        return [repr(v) for v in x.ravel().astype('f8').tolist()]
    if x.dtype.kind in 'mM':
        return [str(v) for v in x.ravel().view('i8' if x.dtype.isnative else '>i8').tolist()]
    return [str(v) for v in x.ravel().tolist()]


def main(count, seed, unary, binary):
    rng = random.Random(seed)
    for _ in range(count):
        shape = [rng.choice([1, 2, 3, 4, 0]) for _ in range(rng.choice([0, 1, 1, 2, 3]))]
        if rng.random() < 0.01:
            shape[-1:] = [rng.choice([1023, 1025, 2050])]  # more than is computed at once
        name = rng.choice(unary if rng.random() < 0.35 else binary)
        n = 1 if name in unary else 2
        made = [operand(rng, shape) for _ in range(n)]
        if name.startswith('arc') and name != 'arctan2' and getattr(made[0][0], 'dtype', np.dtype('f8')).kind == 'c':
            continue  # complex ones are not computed
        if name in ('left_shift', 'power') and isinstance(made[-1][0], np.ndarray) and made[-1][0].dtype.kind in 'iu':
            x = made[-1][0]
            x[...] = np.array([rng.choice([0, 1, 2, 5]) for _ in range(x.size)], x.dtype).reshape(x.shape)
            y = x
            while y.base is not None:
                y = y.base
            made[-1][1]['bytes'] = base64.b64encode(y.tobytes('A')).decode()
        case = {'name': name, 'operands': [m[1] for m in made]}
        out = None
        if rng.random() < 0.15:
            like = np.dtype(rng.choice(['?', '<i4', '<i8', '<f4', '>f8', '<c16']))
            out = np.zeros([k if rng.random() < 0.95 else 2 for k in shape], like, rng.choice('CF'))
            case['out'] = {'dtype': like.str, 'shape': out.shape, 'order': 'C' if out.flags.c_contiguous else 'F'}
        try:
            result = np.asarray(getattr(np, name)(*[m[0] for m in made], **({} if out is None else {'out': out})))
        except Exception as error:
            case['error'] = [type(error).__name__, str(error)]
        else:
            case |= {'dtype': result.dtype.str, 'shape': result.shape, 'strides': result.strides, 'items': told(result)}
        print(json.dumps(case))


main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3].split(','), sys.argv[4].split(','))
