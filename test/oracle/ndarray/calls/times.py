"""Arithmetic and comparison of datetimes and timedeltas: of every two units, with whole numbers and floats beside them."""
import numpy as np

from given import NUMBERS, TIMES, array, call, run, shape_of

BINARY = ['add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder', 'equal', 'not_equal', 'less', 'less_equal', 'greater',
          'greater_equal', 'maximum', 'minimum', 'fmax', 'fmin', 'logical_and', 'bitwise_and', 'power', 'where']
UNARY = ['negative', 'positive', 'absolute', 'sign', 'isnan', 'isfinite', 'isinf', 'square', 'logical_not', 'sqrt']


def make(rng):
    if rng.random() < 0.15:
        name = rng.choice(UNARY)
        x = array(rng, TIMES)
        return call(name, [x], {}, lambda: getattr(np, name)(x))
    name = rng.choice(BINARY)
    shape = shape_of(rng, 2)
    pair = [array(rng, TIMES, shape), array(rng, TIMES if rng.random() < 0.7 else NUMBERS, shape)]
    if rng.random() < 0.15:
        pair[1] = rng.choice([0, 1, -3, 2.5, True, 7, float('nan')])
    rng.shuffle(pair)
    if name == 'where':
        if any(type(x) is int and y.dtype.str[:2] == '>m' for x, y in (pair, pair[::-1])):
            return None  # the one result of NumPy's that is in another byte order than the machine's
        mask = array(rng, ['?', 'u1', '>f4'], shape)
        return call(name, [mask, *pair], {}, lambda: np.where(mask, *pair))
    return call(name, pair, {}, lambda: getattr(np, name)(*pair))


run(make)
