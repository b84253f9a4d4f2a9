"""Random views of random arrays, as NumPy makes them: `layout_cases.py COUNT SEED` prints one JSON case a line.

A case is a base layout and a chain of operations. Each step says what NumPy answered: a layout with its flags, the
message of an error, or that only a copy would do. Offsets are differences of data pointers. At the end, bytes are
looked up by brute force: which items contain them.
"""
import json
import random
import sys

import numpy as np
from numpy.lib.stride_tricks import as_strided

DTYPES = [
    'u1', '<i2', '<f4', '>f8', '<c16', 'S3', 'U1', 'V5', 'V0', '?', '<M8[s]',
    [('a', '<i4'), ('b', 'u1'), ('c', '>f8')],
    np.dtype([('a', '<i4'), ('b', 'u1'), ('c', '>f8')], align=True),
]
LOOK_UP_LIMIT = 4096


def address(x):
    return x.__array_interface__['data'][0]


def facts(x, origin):
    # Of a view: NumPy sets the flags of items of 0 bytes by how an array was made, and by its layout only in views.
    flags = x[...].flags
    return {
        'shape': x.shape, 'strides': x.strides, 'offset': address(x) - origin, 'itemsize': x.itemsize,
        'flags': [bool(flags.c_contiguous), bool(flags.f_contiguous), bool(flags.aligned)],
    }


def random_shape(rng, most=4):
    weights = [2, 5, 8, 6, 3, 1][:most + 2]
    ndim = rng.choices(range(len(weights)), weights)[0]
    return tuple(rng.choices([0, 1, 2, 3, 4, 5, 7], [1, 3, 4, 4, 3, 2, 1])[0] for _ in range(ndim))


def random_base(rng, owner):
    dtype = np.dtype(rng.choice(DTYPES))
    shape = random_shape(rng)
    offset = rng.choice([0, 0, 8, 16, 1, 3, rng.randrange(64)])
    needed = offset + int(np.prod([max(1, n) for n in shape])) * max(1, dtype.itemsize)
    if needed > owner.nbytes:
        shape = (2,)
    return np.ndarray(shape, dtype, buffer=owner, offset=offset, order=rng.choice('CF'))


def random_bound(rng, length):
    if rng.random() < 0.4:
        return ''
    value = rng.choice([rng.randint(-length - 2, length + 2), rng.randint(-length - 2, length + 2), 10**6, -10**6, 2**70])
    return rng.choice([str(value), str(value), f' {value} ', f'+{value}' if value >= 0 else str(value)])


def random_slice(rng, length):
    text = f'{random_bound(rng, length)}:{random_bound(rng, length)}'
    if rng.random() < 0.6:
        step = rng.choice(['', '1', '2', '3', '-1', '-1', '-2', '-3', '1_0', '-0x7', '0' if rng.random() < 0.1 else '4'])
        text += f':{step}'
    return text


def random_index(rng, shape):
    entries = []
    axes = list(shape) + ([5] if rng.random() < 0.05 else [])
    for length in axes[:rng.randint(0, len(axes))]:
        kind = rng.random()
        if kind < 0.3:
            slack = 1 if rng.random() < 0.08 else 0
            low, high = -length - slack, length - 1 + slack
            entries.append(str(rng.randint(low, high)) if low <= high else '0')
        else:
            entries.append(random_slice(rng, length))
    for _ in range(rng.choices([0, 1, 2], [6, 3, 1])[0]):
        entries.insert(rng.randint(0, len(entries)), rng.choice(['None', 'np.newaxis']))
    for _ in range(rng.choices([0, 1, 2], [10, 5, 0.3])[0]):
        entries.insert(rng.randint(0, len(entries)), rng.choice(['...', '...', 'Ellipsis']))
    if not entries:
        return '()'
    return rng.choice([', ', ',']).join(entries) + (',' if rng.random() < 0.1 else '')


def apply_index(x, text):
    result = eval(f'x[{text}]', {'x': x, 'np': np})
    if isinstance(result, np.ndarray) and result.base is not None:
        return result
    # A full index gives a scalar: a copy. With an ellipsis it gives the view.
    if text == '()':
        return x[...]
    return eval(f'x[{text.rstrip(",")}, ...]', {'x': x, 'np': np})


def random_factors(rng, size):
    factors = []
    while size > 1:
        factor = rng.choice([n for n in range(2, size + 1) if size % n == 0][:4] + [size])
        factors.append(factor)
        size //= factor
    for _ in range(rng.choices([0, 1, 2], [6, 3, 1])[0]):
        factors.insert(rng.randint(0, len(factors)), 1)
    rng.shuffle(factors)
    return factors


def random_reshape(rng, x):
    shape = random_factors(rng, x.size) if x.size else [rng.choice([0, 1, 3]) for _ in range(3)]
    if shape and rng.random() < 0.3:
        shape[rng.randrange(len(shape))] = -1
    if shape and rng.random() < 0.05:
        shape[rng.randrange(len(shape))] = rng.choice([-1, 11, -3, 0])
    order = rng.choice('CCCFA')
    return ['reshape', shape, order], lambda: x.reshape(shape, order=order)


def random_transpose(rng, x):
    axes = list(range(x.ndim))
    rng.shuffle(axes)
    axes = [a - x.ndim if rng.random() < 0.2 else a for a in axes]
    if rng.random() < 0.05:
        axes = axes + [0] if rng.random() < 0.5 or not axes else [rng.randint(-6, 6) for _ in axes]
    return ['transpose', axes], lambda: x.transpose(axes)


def random_swap(rng, x):
    one, two = (rng.randint(-x.ndim, x.ndim - (0 if rng.random() < 0.05 or x.ndim == 0 else 1)) for _ in '12')
    return ['swapaxes', one, two], lambda: x.swapaxes(one, two)


def random_broadcast(rng, x):
    shape = [rng.randint(0, 3) for _ in range(rng.choices([0, 1, 2], [3, 3, 1])[0])]
    shape += [rng.randint(0, 4) if n == 1 and rng.random() < 0.8 else n for n in x.shape]
    if rng.random() < 0.08:
        shape = shape[1:] if rng.random() < 0.5 else [rng.randint(-1, 5) for _ in shape]
    return ['broadcast', shape], lambda: np.broadcast_to(x, shape)


def random_squeeze(rng, x):
    axes = rng.choice([None, None, [i for i, n in enumerate(x.shape) if n == 1 and rng.random() < 0.7]])
    if rng.random() < 0.1:
        axes = [rng.randint(-x.ndim - 1, x.ndim) for _ in range(rng.randint(1, 2))]
    return ['squeeze', axes], lambda: x.squeeze() if axes is None else x.squeeze(tuple(axes))


def random_strided(rng, x):
    """Any strides at all that stay inside the owner: windows, overlaps, zeros, negatives."""
    shape = random_shape(rng)
    unit = rng.choice([1, 2, max(1, x.itemsize), max(1, x.itemsize // 2)])
    strides = [unit * rng.choice([0, 1, 1, 2, 3, 5, 8, -1, -2, 40]) for _ in shape]
    start = rng.randrange(2048, 4096)
    shifted = np.ndarray((), x.dtype, buffer=x_owner, offset=start)
    return ['strided', list(shape), strides, start], lambda: as_strided(shifted, shape, strides)


def random_step(rng, x):
    if rng.random() < 0.5:
        text = random_index(rng, x.shape)
        return ['index', text], lambda: apply_index(x, text)
    make = rng.choice([random_reshape, random_reshape, random_transpose, random_swap, random_broadcast,
                       random_squeeze, random_strided])
    return make(rng, x)


def random_chain(rng, x, origin):
    steps = []
    for _ in range(rng.randint(1, 5)):
        operation, act = random_step(rng, x)
        try:
            result = act()
        except Exception as error:  # noqa: BLE001 - whatever NumPy raises is the answer
            steps.append({'do': operation, 'error': str(error), 'name': type(error).__name__})
            continue
        inside = origin <= address(result) <= origin + x_owner.nbytes
        if operation[0] == 'reshape' and not inside:
            steps.append({'do': operation, 'copy': True})
            continue
        x = result
        steps.append({'do': operation, 'is': facts(x, origin)})
    return x, steps


def look_up(rng, x, origin):
    if not 0 < x.size <= LOOK_UP_LIMIT:
        return []
    offsets = np.full(x.shape, address(x) - origin)
    for axis, (length, stride) in enumerate(zip(x.shape, x.strides)):
        offsets += (np.arange(length) * stride).reshape((length,) + (1,) * (x.ndim - axis - 1))
    low, high = int(offsets.min()), int(offsets.max()) + x.itemsize
    answers = []
    for byte in [rng.randint(low - 2, high + 1) for _ in range(3)]:
        hits = np.argwhere((offsets <= byte) & (byte < offsets + x.itemsize))
        answers.append({'byte': byte, 'count': len(hits), 'indices': hits[:64].tolist()})
    return answers


def random_case(rng, origin):
    base = random_base(rng, x_owner)
    order = rng.choice('CF')
    fresh = np.empty(base.shape, base.dtype, order=order)
    x, steps = random_chain(rng, base, origin)
    return {
        'dtype': str(base.dtype), 'alignment': base.dtype.alignment, 'address': origin,
        'base': facts(base, origin), 'steps': steps, 'lookups': look_up(rng, x, origin),
        'fresh': {'order': order, 'strides': fresh.strides, 'shape': fresh.shape},
    }


x_owner = np.zeros(8192, np.uint8)


def main():
    rng = random.Random(int(sys.argv[2]))
    origin = address(x_owner)
    for _ in range(int(sys.argv[1])):
        print(json.dumps(random_case(rng, origin), separators=(',', ':')))


main()
