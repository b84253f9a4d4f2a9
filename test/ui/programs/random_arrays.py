"""Arrays drawn at random, one a round, as `x` and its owner as `base`; what NumPy says of each goes to `answer.json`.

What was typed into the panel meanwhile is read from `typed.json`: whether memory is as NumPy's own assignment leaves it is told
with the next answer.
"""

import ctypes
import json
import os
import random

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

seed = int(os.environ.get('NDARRAY_WANDER_SEED', '1'))
draw = random.Random(seed)
DTYPES = '? i1 u1 <i2 >u2 <i4 >i4 <u8 <i8 <f2 >f2 <f4 <f8 >f8 <c8 <c16 S3 S7 <U2 >U4 M8[D] m8[ms] V5'.split()
RECORDS = [
    [('a', 'i1'), ('b', '<f8')],
    [('x', '>f4'), ('y', '<i2', (2,)), ('z', 'S2')],
    {'names': ['p', 'q'], 'formats': ['<u2', '<c8'], 'offsets': [2, 8], 'itemsize': 20},
    [('inner', [('k', '<i4'), ('t', 'M8[s]')]), ('f', '?')],
]
MOST = 4000  # items
FLAGS = ('C_CONTIGUOUS', 'F_CONTIGUOUS', 'OWNDATA', 'WRITEABLE', 'ALIGNED', 'WRITEBACKIFCOPY')


def words(shape, length):
    """Texts: other code points than Unicode's are printed by NumPy as they happen to be cut."""
    count = int(np.prod(shape, dtype=np.int64))
    texts = [''.join(draw.choice('abzé日😀\n ') for _ in range(draw.randrange(length + 1))) for _ in range(count)]
    return np.array(texts, f'U{length}').reshape(shape)


def owner():
    """An array over new memory of some kind."""
    shape = tuple(draw.choice([0, 1, 2, 3, 5, 7, 40]) for _ in range(draw.choice([0, 1, 1, 2, 2, 2, 3, 4])))
    while np.prod(shape) > MOST:
        shape = shape[1:]
    dtype = np.dtype(draw.choice(RECORDS) if draw.random() < 0.2 else draw.choice(DTYPES))
    size = int(np.prod(shape, dtype=np.int64)) * dtype.itemsize
    data = bytearray(draw.randbytes(size + 3))
    kind = draw.choice(['own', 'own', 'buffer', 'mapped', 'F', 'bytes'])
    order = draw.choice('CF')
    if dtype.kind == 'U':
        return words(shape, dtype.itemsize // 4).astype(dtype, order=order)
    if kind == 'buffer':
        return np.ndarray(shape, dtype, data, offset=draw.choice([0, 1, 3]), order=order)
    if kind == 'bytes':
        return np.ndarray(shape, dtype, bytes(data), order=order)
    if kind == 'mapped' and size > 0:
        with open('wander.dat', 'wb') as file:
            file.write(data)
        return np.memmap('wander.dat', dtype=dtype, mode=draw.choice(['r', 'r+', 'c']), shape=shape, order=order, offset=draw.choice([0, 2]))
    return np.ndarray(shape, dtype, data[:size], order='F' if kind == 'F' else 'C').copy('K')


def narrowed(x):
    """Some view of `x`, or `x`."""
    kind = draw.choice('slice slice transpose index newaxis reshape field bytes window broadcast read flip'.split())
    if kind == 'slice' and x.ndim:
        return x[tuple(slice(draw.choice([None, 0, 1]), None, draw.choice([1, 1, 2, -1, -3])) for _ in x.shape)]
    if kind == 'transpose':
        return x.transpose(draw.sample(range(x.ndim), x.ndim))
    if kind == 'index' and x.ndim and x.shape[0]:
        return x[draw.randrange(x.shape[0]), ...]
    if kind == 'newaxis' and x.ndim < 5:
        return x[..., None]
    if kind == 'reshape':
        return x.reshape(-1)
    if kind == 'field' and x.dtype.names:
        return x[draw.choice(x.dtype.names)]
    if kind == 'bytes' and x.ndim and not x.dtype.hasobject:
        return x.view('u1')
    if kind == 'window' and x.ndim and x.shape[-1] > 2:
        return sliding_window_view(x, 2, axis=-1)
    if kind == 'broadcast' and x.ndim < 4:
        return np.broadcast_to(x, (2, *x.shape))
    if kind == 'read':
        x = x.view()
        x.flags.writeable = False
    return x[::-1] if kind == 'flip' and x.ndim else x


def leaves(item):
    """An item's columns as text, in order: structured ones by field."""
    if item.dtype.names is None:
        return [str(part) for part in np.asarray(item).reshape(-1)[()]] if item.ndim else [str(item[()])]
    return [text for name in item.dtype.names for text in leaves(np.asarray(item[name]))]


def columns(dtype, path=''):
    """What the columns of an item are called."""
    if dtype.names:
        dotted = f'{path}.' if path else ''
        return [name for inner in dtype.names for name in columns(dtype[inner], dotted + inner)]
    return [f'{path}[{", ".join(map(str, entry))}]' for entry in np.ndindex(dtype.shape)] if dtype.shape else [path]


def answer(array):
    plain = np.ndarray.view(array, np.ndarray)
    indices = list(np.ndindex(plain.shape))
    items = [np.asarray(plain[index + (...,)]) for index in indices]
    return {
        'columns': columns(plain.dtype),
        'shape': plain.shape,
        'strides': plain.strides,
        'flags': [f'{flag} {array.flags[flag]}' for flag in FLAGS],
        'items': [
            [list(index), leaves(item), item.tobytes().hex()]
            for index, item in zip(indices, items)
        ],
    }


def memory(array):
    """Where the bytes of an array's owner are, and a copy of them."""
    while isinstance(array.base, np.ndarray):
        array = array.base
    low, high = np.lib.array_utils.byte_bounds(array)
    return low, bytearray(ctypes.string_at(low, high - low))


def value_of(text, dtype):
    if dtype.kind in 'iu':
        return int(text)
    if dtype.kind == 'b':
        return text in ('True', '1')
    if dtype.kind == 'S':
        return text.encode('latin1')
    if dtype.kind in 'Mm':
        # A person who types digits means ticks.
        return np.array(int(text), 'i8').view(dtype) if '-0' not in text else np.datetime64(text)
    return {'f': float, 'c': complex, 'U': str}[dtype.kind](text)


def assign(item, path, text):
    """`item['name'][entry]... = text`, by a path such as `y[1]` or `inner.k`."""
    name, _, rest = path.partition('[')
    for part in filter(None, name.split('.')):
        item = item[part]
    if rest:
        item = item[tuple(int(k) for k in rest.rstrip(']').split(', ')) + (...,)]
    item[...] = value_of(text, item.dtype)


def told_of(typed, x, low, before):
    """Which bytes are not as NumPy leaves them, after something was typed."""
    item = x[tuple(typed['index']) + (...,)]
    at = item.__array_interface__['data'][0] - low
    if 'byte' in typed:
        before[at + typed['byte']] = typed['value']
    elif typed['isTaken']:
        try:
            assign(np.ndarray((), item.dtype, before, at), typed['path'], typed['text'])
        except Exception as error:
            return {'typed': typed, 'wrong': [repr(error)]}
    now = memory(x)[1]
    return {'typed': typed, 'wrong': [[k, now[k], before[k]] for k in range(len(now)) if now[k] != before[k]]}


def read_typed():
    try:
        with open('typed.json') as file:
            return json.load(file)
    except FileNotFoundError:
        return None
    finally:
        if os.path.exists('typed.json'):
            os.remove('typed.json')


x = base = typed = None
told = {}
for step in range(100_000):
    base = owner()
    x = base
    for _ in range(draw.randrange(5)):
        try:
            view = narrowed(x)
        except (ValueError, TypeError):
            continue
        if view.size <= MOST:
            x = view
    text = json.dumps(answer(x) | {'step': step, 'told': told})
    with open('answer.json.new', 'w') as file:
        file.write(text)
    os.replace('answer.json.new', 'answer.json')
    del text
    low, before = memory(x)
    print('stop here')
    typed = read_typed()
    told = told_of(typed, x, low, before) if typed else {}
