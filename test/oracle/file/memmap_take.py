"""Random fancy indices of one map: `memmap_take.py COUNT SEED` prints one JSON case a line. Item k of the map is k."""
import json
import random
import sys

import numpy as np


def array(rng, length):
    shape = [rng.choice([0, 1, 2, 3]) for _ in range(rng.choice([1, 1, 2]))]
    high = length + (rng.random() < 0.05)
    x = np.array([rng.randint(-length, high - 1) if length else 0 for _ in range(int(np.prod(shape)))], int).reshape(shape)
    return x if x.ndim == 1 or x.size else x[:0].reshape(-1)


def part(rng, shape, axis):
    """An entry, what to tell the other side of it, and how many axes it takes."""
    length = shape[axis]
    kind = rng.choice(['array', 'array', 'mask', 'int', 'slice', 'slice', 'none'])
    if kind == 'array':
        x = array(rng, length)
        return x, x.tolist() if x.size else {'empty': True}, 1
    if kind == 'mask':
        lengths = list(shape[axis:axis + rng.choice([1, 1, 2])])
        if rng.random() < 0.05:
            lengths[0] += 1
        x = np.array([rng.random() < 0.4 for _ in range(int(np.prod(lengths)))]).reshape(lengths)
        return x, x.tolist(), len(lengths)
    if kind == 'int':
        value = rng.randint(-length, length - 1)
        return value, value, 1
    if kind == 'none':
        return None, None, 0
    start, stop, step = rng.choice([None, 1, -2]), rng.choice([None, 3, -1]), rng.choice([None, 2, -1])
    return slice(start, stop, step), {'start': start, 'stop': stop, 'step': step}, 1


rng = random.Random(int(sys.argv[2]))
for _ in range(int(sys.argv[1])):
    shape = [rng.randint(1, 5) for _ in range(rng.randint(1, 4))]
    order = rng.choice('CF')
    x = np.arange(int(np.prod(shape)), dtype='<i4').reshape(shape, order=order)
    entries, told, axis = [], [], 0
    while axis < len(shape) and rng.random() < 0.85:
        entry, text, taken = part(rng, shape, axis)
        entries.append(entry)
        told.append(text)
        axis += taken
    if rng.random() < 0.3:
        at = rng.randint(0, len(entries))
        entries.insert(at, Ellipsis)
        told.insert(at, '...')
    case = {'shape': shape, 'order': order, 'index': told, 'error': None}
    try:
        y = np.asarray(x[tuple(entries)])
        case |= {'result': y.shape, 'items': y.ravel().tolist()}
    except IndexError as error:
        case['error'] = [type(error).__name__, str(error)]
    print(json.dumps(case))
