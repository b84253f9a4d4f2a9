"""What the programs of chains.py are made of: dtypes, bytes, indices and shapes by chance, and what of a result is nobody's
promise: padding, new NaNs, floats that no integer can be.
"""
import numpy as np

DTYPES = ['?', 'i1', 'u1', '<i2', '>i2', '<u2', '<i4', '>i4', '<u4', '<i8', '>i8', '<u8', '<f2', '>f2', '<f4', '>f4', '<f8',
          '>f8', '<c8', '>c16', '<c16', '<g', '<M8[s]', '<m8[D]', 'S3', '<U2', '>U2', 'V5',
          [['x', '<f4'], ['y', '>i2'], ['s', 'S3']], [['a', 'i1'], ['b', '<f8', [2]]]]
PLAIN = ['i1', '<i4', '<f8', '<f4', '<u2', '<i8', '?']


def dtype_of(like):
    def field(entry):
        return tuple(tuple(part) if isinstance(part, list) else part for part in entry)
    return np.dtype([field(entry) for entry in like]) if isinstance(like, list) else np.dtype(like)


def has_gaps(dtype):
    return dtype.names is not None and sum(dtype[name].itemsize for name in dtype.names) < dtype.itemsize


def items_of(x):
    """The bytes of the items; NaNs and padding have none of their own."""
    if x.dtype.kind in 'fc' and x.dtype.itemsize not in (16, 32) or x.dtype.kind == 'c' and x.dtype.itemsize == 16:
        x = np.array(x, x.dtype, order='C')
        part = x.reshape(-1).view(x.dtype.str[0] + 'f' + str(x.dtype.itemsize // (2 if x.dtype.kind == 'c' else 1)))
        part[part != part] = np.nan
        return x.tobytes()
    if x.dtype.names:
        fields = np.zeros(x.shape, x.dtype)
        for name in x.dtype.names:
            fields[name] = x[name]
        return fields.tobytes()
    if x.dtype.kind in 'fc':
        x = np.array(x, x.dtype.newbyteorder('<'), order='C').reshape(-1)
        part = x.view('<g')
        part[part != part] = np.nan
        x = x.view('u1').reshape(-1, 16)[:, :10]
    return x.tobytes()


def random_bytes(rng, dtype, count):
    if dtype.kind == 'f' or dtype.kind == 'c' or dtype.kind in 'iu' and rng.random() < 0.5:
        pool = [0, 1, -1, 2, 3, 7, 100, 127, 128, 200, -3, 0.5, 1.5, 2.5, 1e3, 70000, 1e10, -1e10, 3e38, 65504, 1e-5]
        if dtype.kind in 'fc':
            pool += [float('nan'), float('inf'), float('-inf'), -0.0, 0.1]
        values = np.array([rng.choice(pool) for _ in range(count)])
        return values.astype(dtype).tobytes()
    if dtype.kind == 'b':
        return bytes(rng.randrange(2) for _ in range(count))
    if dtype.kind == 'U':
        return np.array([rng.choice(['a', 'bc', '1', '-2', '']) for _ in range(count)], dtype).tobytes()
    if dtype.kind == 'S':
        return np.array([rng.choice([b'a', b'bc', b'12', b'-7', b'']) for _ in range(count)], dtype).tobytes()
    if dtype.kind in 'mM':
        pool = [0, 1, -1, 86400, -86401, 1000000, -(2 ** 63)]
        return np.array([rng.choice(pool) for _ in range(count)], 'i8').astype(dtype.byteorder + 'i8').tobytes()
    return bytes(rng.choice([0, 1, 48, 49, 65, 255, rng.randrange(256)]) for _ in range(count * dtype.itemsize))


def slice_text(rng, length):
    def bound():
        return '' if rng.random() < 0.4 else str(rng.randint(-length - 1, length + 1))
    step = rng.choice(['', ':', ':1', ':2', ':-1', ':-2', ':3'])
    return bound() + ':' + bound() + step


def basic(rng, x):
    parts = []
    for length in x.shape[:rng.randint(0, x.ndim)]:
        kind = rng.random()
        if kind < 0.3:
            parts.append(str(rng.randint(-length, max(length - 1, 0)) if rng.random() < 0.95 else length + 1))
        else:
            parts.append(slice_text(rng, length))
    if rng.random() < 0.25:
        parts.insert(rng.randint(0, len(parts)), '...')
    if rng.random() < 0.15:
        parts.insert(rng.randint(0, len(parts)), 'None')
    return ', '.join(parts) if parts else '...'


def evaluated(index):
    return eval('np.s_[%s]' % index)


def fancy(rng, x):
    """A list of parts, and the same for NumPy."""
    if x.ndim and rng.random() < 0.2:
        mask = [rng.random() < 0.5 for _ in range(x.size)]
        mask = np.array(mask, bool).reshape(x.shape)
        return [{'mask': mask.tolist(), 'shape': mask.shape}], (mask,)
    parts, real = [], []
    shape = rng.choice([[], [1], [2], [3], [2, 2], [2, 3], [2, 1, 2], [0]])
    axes = x.shape[:rng.randint(0, x.ndim)]
    for length in axes:
        kind = rng.random()
        if kind < 0.5:
            own = shape if rng.random() < 0.8 else []
            most = max(length - 1, 0)
            values = np.array([rng.randint(-length, most) if rng.random() < 0.98 else length
                               for _ in range(int(np.prod(own)))], int).reshape(own)
            order = rng.choice('CCF')
            parts.append({'list': values.tolist(), 'shape': own, 'order': order})
            real.append(np.array(values, order=order))
        elif kind < 0.6:
            mask = np.array([rng.random() < 0.5 for _ in range(length)], bool)
            parts.append({'mask': mask.tolist(), 'shape': mask.shape})
            real.append(mask)
        elif kind < 0.7:
            k = rng.randint(-length, max(length - 1, 0))
            parts.append(k)
            real.append(k)
        else:
            one = slice_text(rng, length)
            parts.append({'text': one})
            real.append(evaluated(one))
    if rng.random() < 0.2:
        at = rng.randint(0, len(parts))
        parts.insert(at, {'text': '...'})
        real.insert(at, Ellipsis)
    if rng.random() < 0.15:
        at = rng.randint(0, len(parts))
        parts.insert(at, {'text': 'None'})
        real.insert(at, None)
    if rng.random() < 0.04:
        flag = rng.random() < 0.5
        parts.append(flag)
        real.append(flag)
    return parts, tuple(real)


def divisors_shape(rng, size):
    shape, rest = [], size
    for _ in range(rng.randint(0, 3)):
        options = [d for d in range(1, rest + 1) if rest % d == 0] or [1]
        shape.append(rng.choice(options))
        rest //= shape[-1]
    shape.append(rest)
    rng.shuffle(shape)
    if rng.random() < 0.3 and shape:
        shape[rng.randrange(len(shape))] = -1
    if rng.random() < 0.05:
        shape.append(2)
    return shape


def is_beyond(x, dtype):
    """Whether floats become uint32 that are none: which one is different for loops over four at a time and over one."""
    if x.dtype.kind not in 'fc' or dtype.kind != 'u' or dtype.itemsize != 4:
        return False
    return not bool((np.abs(x.real) < 2.0**31).all())


def makes_nans(name, x, y):
    """The signs of new NaNs are the processor's."""
    try:
        return bool(np.isnan(getattr(np, name)(x, y)).any())
    except ValueError:
        return False


def overlaps_itself(x):
    return np.lib.array_utils.byte_bounds(x)[1] - np.lib.array_utils.byte_bounds(x)[0] < x.nbytes or 0 in x.strides
