"""Datetimes and timedeltas of every unit, with each other and with numbers: `times.py COUNT SEED` prints a case a line: what is
done, the operands (dtype, shape and bytes), and the result's dtype, shape and bytes, or the exception's name and words.
"""
import json
import random
import sys
import warnings

import numpy as np

warnings.simplefilter('ignore')
np.seterr(all='ignore')

UNITS = ['Y', 'M', 'W', 'D', 'h', 'm', 's', 'ms', 'us', 'ns', 'ps', '7D', '25s', '2Y', '']
NUMBERS = ['?', 'i1', '<u2', '<i4', '<i8', '<u8', '<f4', '<f8']
BINARY = ['add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder', 'maximum', 'minimum', 'fmax', 'fmin', 'equal',
          'not_equal', 'less', 'less_equal', 'greater', 'greater_equal']
UNARY = ['negative', 'positive', 'absolute', 'sign', 'isnan', 'isfinite', 'isinf']
FOLDS = ['sum', 'min', 'max', 'mean', 'argmin', 'argmax']
NAT = -(2 ** 63)


def times(rng, count):
    kind = rng.choice('mM')
    unit = rng.choice(UNITS)
    # NumPy forgets the byte order of those without a unit.
    order = rng.choice('<<<>') if unit else '<'
    dtype = np.dtype('%s%s8%s' % (order, kind, unit and '[%s]' % unit))
    ticks = [rng.choice([0, 1, -1, 2, 7, -13, 365, rng.randint(-5000, 5000), NAT if rng.random() < 0.5 else 3]) for _ in range(count)]
    return np.array(ticks, 'i8').astype(dtype.byteorder + 'i8').view(dtype)


def numbers(rng, count):
    dtype = np.dtype(rng.choice(NUMBERS))
    values = [rng.choice([0, 1, 2, 3, 7]) if dtype.kind in 'bu' else rng.choice([0, 1, -1, 2, -3, 5]) for _ in range(count)]
    if dtype.kind == 'f':
        values = [value + rng.choice([0, 0.5, 0.25]) for value in values]
    return np.array(values, dtype)


def told(x):
    # Every NaN is the same here.
    if x.dtype.kind == 'f':
        x = np.where(x == x, x, x.dtype.type(np.nan))
    return {'dtype': x.dtype.str, 'shape': x.shape, 'bytes': x.tobytes().hex()}


def case(rng):
    kind = rng.choice(['binary'] * 5 + ['unary', 'fold', 'cast', 'cast'])
    count = rng.choice([1, 3, 4])
    x = times(rng, count)
    if kind == 'binary':
        name = rng.choice(BINARY)
        operands = [x, times(rng, count) if rng.random() < 0.6 else numbers(rng, count)]
        rng.shuffle(operands)
        return {'name': name}, operands, lambda: getattr(np, name)(*operands)
    if kind == 'cast':
        to = times(rng, 0).dtype.str if rng.random() < 0.8 else rng.choice(NUMBERS)
        return {'name': 'astype', 'to': to}, [x], lambda: x.astype(to)
    if kind == 'fold':
        name = rng.choice(FOLDS)
        return {'name': name, 'fold': True}, [x], lambda: getattr(np, name)(x, keepdims=True)
    name = rng.choice(UNARY)
    return {'name': name}, [x], lambda: getattr(np, name)(x)


def main(count, seed):
    rng = random.Random(seed)
    for _ in range(count):
        what, operands, run = case(rng)
        result = {**what, 'operands': [told(x) for x in operands]}
        try:
            result['gives'] = told(run())
        except Exception as error:
            name = next(one.__name__ for one in type(error).__mro__ if not one.__name__.startswith('_'))
            result['error'] = [name, str(error)]
        print(json.dumps(result))


main(int(sys.argv[1]), int(sys.argv[2]))
