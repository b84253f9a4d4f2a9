"""Random files, and what NumPy makes of views of their maps: copies in another order and as another dtype, tables, what a
cast loses, what differs from another array. `copies.py FOLDER COUNT SEED` leaves the files in FOLDER, one JSON case a line.
"""
import base64
import io
import json
import random
import sys
import warnings
from pathlib import Path

import numpy as np

NUMBERS = ['<f8', '>f8', '<f4', '>f4', '<f2', '?', 'i1', 'u1', '<i2', '>u2', '>i4', '<u4', '<i8', '>u8', '<c8', '>c16']
TIMES = ['<M8[s]', '>m8[ms]', '<M8[D]', '<m8[ns]']
TEXTS = ['S1', 'S3', '<U2', '>U3']
RECORDS = [
    [('a', 'u1'), ('b', '<f8')],
    [('a', '<i2', (2,)), ('name', 'S3'), ('z', '>c8')],
    {'names': ['x', 'y'], 'formats': ['<f4', '>i4'], 'offsets': [1, 8], 'itemsize': 13},
    [('in', [('p', '<i4'), ('q', '?')]), ('t', '<M8[s]')],
]
# The same fields with other padding, in the other byte order, of other dtypes.
OTHERS = [
    ([('a', 'u1'), ('b', '<f8')], {'names': ['a', 'b'], 'formats': ['<i4', '>f4'], 'offsets': [0, 8], 'itemsize': 20}),
    (RECORDS[2], [('x', '>f8'), ('y', '<i8')]),
    (RECORDS[1], [('a', '<f4', (2,)), ('name', 'S5'), ('z', '<c16')]),
    (RECORDS[3], [('in', [('p', '<i2'), ('q', 'i1')]), ('t', '<M8[ms]')]),
    ('<M8[ms]', '<M8[s]'),
    ('<m8[s]', '>m8[ms]'),
    ('S3', 'S2'),
    ('<U2', '>U3'),
]
COMPARED = [NUMBERS] * 8 + [TIMES[:1], TIMES[::2], TIMES[1::2], TEXTS[:2], TEXTS[2:], ['V3'], *OTHERS]
FLAT = NUMBERS + TIMES + TEXTS + ['V3']
SPECIAL = [np.nan, np.inf, -np.inf, 0.0, -0.0, 1e300, -1e10, 2.5, 255.0, 256.0, 65504.0, 1e-310, 2.0**63, -(2.0**31)]


def encoded(some):
    return base64.b64encode(some).decode()


def coin(rng, chance):
    return rng.random() < chance


def numbers(rng, dtype, count):
    """Some of every sort; integers and floats that meet, so that casts keep some."""
    source = np.random.default_rng(rng.randrange(1 << 30))
    if coin(rng, 0.3):
        return np.frombuffer(source.bytes(count * dtype.itemsize), dtype)
    x = source.integers(-300, 300, count) / rng.choice([1, 1, 2, 10])
    if dtype.kind in 'fc':
        for special in rng.sample(SPECIAL, 4):
            x[source.random(count) < 0.1] = special
    if dtype.kind == 'c':
        x = x + 1j * source.permutation(x) * (source.random(count) < 0.5)
    return x.astype(dtype)


def text(rng, dtype, count):
    letters = 'ab,"\n\r é' if dtype.kind == 'U' else 'ab,"\n\r \xff'
    length = dtype.itemsize // (4 if dtype.kind == 'U' else 1)
    words = [''.join(rng.choices(letters, k=rng.randint(0, length))) for _ in range(count)]
    return np.array(words if dtype.kind == 'U' else [word.encode('latin1') for word in words], dtype)


def values(rng, dtype, count):
    if dtype.names:
        x = np.frombuffer(rng.randbytes(count * dtype.itemsize), dtype).copy()
        for name in dtype.names:
            base = dtype[name].base
            inner = values(rng, base, count * max(1, dtype[name].itemsize // base.itemsize))
            x[name] = inner.reshape(x[name].shape)
        return x
    if dtype.kind in 'SU':
        return text(rng, dtype, count)
    if dtype.kind in 'mM':
        ticks = np.array([rng.randint(-10**9, 10**9) for _ in range(count)], 'i8')
        ticks[np.array([coin(rng, 0.1) for _ in range(count)], bool)] = np.iinfo('i8').min
        return ticks.view(dtype.newbyteorder('=')).astype(dtype)
    if dtype.kind == 'V':
        return np.frombuffer(rng.randbytes(count * dtype.itemsize), dtype)
    return numbers(rng, dtype, count)


KEEPING = [':', ':', '::-1']
ANY = KEEPING + ['::2', '1:', ':-1', '-1', '3:1', 'None', '::-3']


def index_of(rng, ndim, parts):
    return ', '.join([*(rng.choice(parts) for _ in range(ndim)), '...'])


def shape_of(rng):
    return tuple(rng.choice([1, 2, 3, 4, 7]) for _ in range(rng.choice([0, 1, 1, 2, 2, 3, 4])))


def place(folder, rng, dtype, shape, parts=ANY, like=None):
    """A view of an array in a fresh file, its items those of `like`, with unsaved edits over it, and how to find it."""
    path = folder / f'{rng.getrandbits(60):x}.dat'
    order, offset = rng.choice('CF'), rng.choice([0, 0, 3, 16])
    count = int(np.prod(shape, dtype=int))
    # An empty file cannot be mapped.
    offset = offset if count * dtype.itemsize else 16
    items = values(rng, dtype, count) if like is None else like.reshape(-1).astype(dtype)
    memory = bytearray(rng.randbytes(offset) + items.tobytes())
    path.write_bytes(memory)
    unsaved = []
    while dtype.kind != 'U' and coin(rng, 0.3):
        at = rng.randrange(len(memory))
        piece = rng.randbytes(rng.randint(1, 3))[: len(memory) - at]
        memory[at : at + len(piece)] = piece
        unsaved.append([at, encoded(piece)])
    x = np.ndarray(shape, dtype, memory, offset, order=order)
    index = index_of(rng, x.ndim, parts) if coin(rng, 0.6) else '...'
    view = np.asarray(eval(f'x[{index}]'))
    start = view.__array_interface__['data'][0] - x.__array_interface__['data'][0] + offset
    layout = {'shape': view.shape, 'strides': view.strides, 'offset': start, 'itemsize': dtype.itemsize}
    return view, {'path': str(path), 'dtype': str(dtype) if dtype.names else dtype.str, 'layout': layout, 'unsaved': unsaved}


def any_dtype(rng):
    return np.dtype(rng.choice(RECORDS) if coin(rng, 0.2) else rng.choice(FLAT))


def saved(x):
    file = io.BytesIO()
    np.save(file, x)
    return file.getvalue()


def copy(folder, rng):
    """`np.save`, `tofile`, `astype`, in either order."""
    x, one = place(folder, rng, any_dtype(rng), shape_of(rng))
    asked = {'isNpy': coin(rng, 0.5)}
    # What is between fields is copied too.
    y = x.view(f'V{x.itemsize}') if x.dtype.names else x
    if coin(rng, 0.5) and x.dtype.kind in 'biufc':
        # What C leaves open of floats as uint32, NumPy does in two ways.
        dtype = np.dtype(rng.choice([text for text in NUMBERS if text != '<u4']))
        asked['dtype'] = dtype.str
        y = x.astype(dtype)
    if coin(rng, 0.6):
        asked['order'] = rng.choice('CF')
        y = np.asarray(y, order=asked['order'])
    elif 'dtype' in asked:
        y = np.asarray(y, order='F' if x.flags.fnc else 'C')
    order = asked.get('order') or ('F' if x.flags.fnc else 'C')
    if x.dtype.names:
        y = np.asarray(y, order=order).view(x.dtype)
    wanted = saved(y) if asked['isNpy'] else y.tobytes(order)
    return {'task': 'copyArray', 'place': one, 'asked': asked, 'found': encoded(wanted)}


def printed(item, dtype):
    if dtype.kind == 'S':
        return bytes(item).decode('latin1')
    return str(item)


def leaves(x):
    """The columns of records: every item of every field."""
    if x.dtype.names:
        return [column for name in x.dtype.names for column in leaves(x[name])]
    flat = x.reshape(x.shape[0], int(np.prod(x.shape[1:])))
    return [flat[:, k] for k in range(flat.shape[1])]


def paths(dtype, name=''):
    if dtype.names:
        return [path for inner in dtype.names for path in paths(dtype[inner], f'{name}.{inner}' if name else inner)]
    return [name + ''.join(f'[{k}]' for k in place) for place in np.ndindex(dtype.shape)]


def table(folder, rng):
    dtype = any_dtype(rng)
    while dtype.kind == 'V' and not dtype.names:
        dtype = any_dtype(rng)
    x, one = place(folder, rng, dtype, shape_of(rng))
    if dtype.names:
        columns = leaves(x.reshape(-1))
        found = [paths(dtype)] + [[printed(c[k], c.dtype) for c in columns] for k in range(x.size)]
    else:
        across = x.shape[-1] if x.ndim > 1 else 1
        rows = x.reshape(-1, across) if across else []
        found = [[printed(item, dtype) for item in row] for row in rows]
    return {'task': 'exportCsv', 'place': one, 'found': found}


def is_same(a, b):
    """Of two numbers: the same one, however it is kept."""
    return a == b or (a != a and b != b)


def parts(item):
    item = item.item()
    return (item.real, item.imag) if isinstance(item, complex) else (item, 0)


def flattened(x):
    """The columns of all items in C order."""
    return leaves(x.reshape(-1)) if x.dtype.names else [x.reshape(-1)]


def lost_in(x, y):
    """Which items of one column x are others as y; of what is no number, those that do not come back the same."""
    if x.dtype.kind in 'biufc' and y.dtype.kind in 'biufc':
        return [not all(is_same(a, b) for a, b in zip(parts(one), parts(two))) for one, two in zip(x, y)]
    back = y.astype(x.dtype)
    return [one.tobytes() != two.tobytes() for one, two in zip(x, back)]


def losses(folder, rng):
    dtype, other = np.dtype(rng.choice(NUMBERS)), np.dtype(rng.choice(NUMBERS))
    if coin(rng, 0.2):
        dtype, other = rng.choice([(np.dtype(one), np.dtype(two)) for one, two in OTHERS])
    x, one = place(folder, rng, dtype, shape_of(rng))
    y = x.astype(other)
    lost = np.any([lost_in(a, b) for a, b in zip(flattened(x), flattened(y))], axis=0).tolist()
    first = np.unravel_index(lost.index(True), x.shape) if any(lost) else None
    target = str(other) if other.names else other.str
    return {'task': 'castLosses', 'place': one, 'dtype': target, 'found': [sum(lost), first and [int(k) for k in first]]}


def difference(folder, rng):
    kinds, shape = rng.choice(COMPARED), shape_of(rng)
    x, one = place(folder, rng, np.dtype(rng.choice(kinds)), shape)
    like = x if coin(rng, 0.5) else None
    y, two = place(folder, rng, np.dtype(rng.choice(kinds)), x.shape, KEEPING, like)
    tolerance = {'rtol': rng.choice([0, 0, 0.01]), 'atol': rng.choice([0, 0.6, 30]), 'equalNan': coin(rng, 0.5)}
    columns = list(zip(flattened(x), flattened(y)))
    differ = np.zeros(x.size, bool)
    for a, b in columns:
        differ |= ~are_close(a, b, **tolerance)
    places = np.argwhere(differ.reshape(x.shape))
    first = [int(k) for k in places[0]] if len(places) else None
    largest = [distance for a, b in columns for distance in distances(a, b)]
    found = [len(places), first, max(largest) if largest else None]
    return {'task': 'compare', 'a': one, 'b': two, 'tolerance': tolerance, 'found': found}


def are_close(x, y, rtol, atol, equalNan):
    if x.dtype.kind in 'biufc':
        return isclose(x, y, rtol, atol, equalNan)
    found = x == y
    if x.dtype.kind in 'mM' and equalNan:
        found = found | (np.isnat(x) & np.isnat(y))
    return found


def distances(x, y):
    """Those that are finite, of numbers."""
    if x.dtype.kind not in 'biufc':
        return []
    if x.dtype.kind in 'biu' and y.dtype.kind in 'biu':
        return [float(abs(int(a) - int(b))) for a, b in zip(x, y)]
    wide = 'c16' if 'c' in (x.dtype.kind, y.dtype.kind) else 'f8'
    a, b = x.astype(wide), y.astype(wide)
    found = np.where(a == b, 0, np.abs(a - b))
    return found[np.isfinite(found)].tolist()


def isclose(x, y, rtol, atol, equalNan):
    """`np.isclose`, of what is exact in doubles; of integers by themselves."""
    if x.dtype.kind in 'biu' and y.dtype.kind in 'biu':
        pairs = [(int(a), int(b)) for a, b in zip(x.flat, y.flat)]
        return np.array([abs(a - b) <= atol + rtol * abs(b) for a, b in pairs], bool).reshape(x.shape)
    wide = 'c16' if 'c' in (x.dtype.kind, y.dtype.kind) else 'f8'
    return np.isclose(x.astype(wide), y.astype(wide), rtol, atol, equalNan)


def main(folder, count, seed):
    rng = random.Random(seed)
    for _ in range(count):
        print(json.dumps(rng.choice([copy, copy, table, losses, difference])(folder, rng)))


np.seterr(all='ignore')
warnings.simplefilter('ignore')
main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
