"""Operations whose operands lie in each other: `overlaps.py COUNT SEED` prints a case a line, the views (shape, byte strides,
offset) of one block of memory, what is done with them, and the bytes of the block afterwards, or the exception.
"""

import numpy as np
from numpy.lib.stride_tricks import as_strided

from random_cases import tell

ITEMS = 24
BINARY = ['add', 'subtract', 'multiply', 'maximum']
UNARY = ['negative', 'square', 'positive']


def view(rng, block, shape, may_repeat):
    """A view of this shape somewhere in the block: forward, backward, apart, repeated or over itself."""
    size = block.itemsize
    choices = [1, 1, 2, -1, -2] + ([0, 1] if may_repeat else [])
    while True:
        strides = [rng.choice(choices) for _ in shape]
        if len(shape) == 2 and rng.random() < 0.7:
            strides[0] = strides[1] * shape[1] if rng.random() < 0.5 else rng.choice([-3, 3, 5])
        low = sum(min(0, step * (length - 1)) for step, length in zip(strides, shape))
        high = sum(max(0, step * (length - 1)) for step, length in zip(strides, shape))
        if high - low < ITEMS:
            break
    start = rng.randrange(-low, ITEMS - high)
    x = as_strided(block[start:], shape, [step * size for step in strides])
    return x, {'shape': shape, 'strides': x.strides, 'offset': start * size}


def is_over_itself(x):
    places = [sum(k * step for k, step in zip(index, x.strides)) for index in np.ndindex(*x.shape)]
    return len(set(places)) < len(places)


def run(name, views):
    if name == 'assign':
        views[1][...] = views[0]
    else:
        getattr(np, name)(*views[:-1], out=views[-1])


def case(rng):
    dtype = np.dtype(rng.choice(['i1', '<i4', '>i2', '<f4', '<f8', '<i8']))
    block = np.array([rng.randint(-9, 9) for _ in range(ITEMS)], dtype)
    before = block.tobytes().hex()
    shape = rng.choice([[4], [7], [2, 3], [3, 4]])
    name = rng.choice(BINARY + UNARY + ['assign'])
    inputs = 2 if name in BINARY else 1
    views, told = zip(*(view(rng, block, shape, k < inputs or rng.random() < 0.1) for k in range(inputs + 1)))
    views, told = list(views), list(told)
    if rng.random() < 0.25:
        views[0], told[0] = views[-1], told[-1]
    # Which of two values ends up in a place that is written twice is nobody's promise, unless both are the same.
    if is_over_itself(views[-1]) and not (name == 'add' and all(views[0] is x for x in views)):
        return None
    result = {'dtype': dtype.str, 'before': before, 'name': name, 'views': told}
    try:
        run(name, views)
        result['after'] = block.tobytes().hex()
    except Exception as error:
        result['error'] = type(error).__name__
    return result


tell(case)
