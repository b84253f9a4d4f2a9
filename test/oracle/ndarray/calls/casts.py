"""Conversions between any two dtypes, as new arrays and into others that are there: swapped, off their alignment, backwards, repeated."""
import numpy as np

from given import NUMBERS, RECORDS, TEXTS, TIMES, array, call, lie, run, shape_of

ALL = NUMBERS * 2 + TIMES + TEXTS + RECORDS + ['V4']
WANTED = ALL + ['S', 'U', 'V', 'M8', 'm8', 'V8']


def is_defined(x, dtype):
    """What is outside of the integers is made of by the processor; of texts that are no numbers there is much to say."""
    with np.errstate(all='ignore'):
        if x.dtype.kind == 'V' and not x.dtype.names and dtype.kind != 'V':
            return False  # by way of Python's objects
        if dtype.str[1:] == 'M8' and x.dtype.kind in 'SU' and x.size > 1:
            return False  # no text is a generic datetime: the first that is refused is up to the order of memory
        if x.dtype.names or dtype.names:
            return x.dtype.names is not None and dtype.names is not None
        if x.dtype.kind in 'fc' and dtype.kind in 'iumM':
            real = x.real
            return bool(((real == np.trunc(real)) & (np.abs(real) < (120 if dtype.itemsize == 1 else 30000)) & ~(real < 0)).all())
    return True


def make(rng):
    x = array(rng, ALL)
    like = rng.choice(WANTED)
    dtype = np.dtype(like)
    if not is_defined(x, dtype):
        return None
    kind = rng.random()
    if kind < 0.6:
        options = {}
        if rng.random() < 0.4:
            options['casting'] = rng.choice(['no', 'equiv', 'safe', 'same_kind', 'unsafe'])
        if rng.random() < 0.4:
            options['order'] = rng.choice('CFAK')
        if rng.random() < 0.2:
            options['copy'] = False
        return call('.astype', [x, dtype], options, lambda: x.astype(dtype, **options))
    if dtype.itemsize == 0 or dtype.kind == 'V' and not dtype.names:
        return None
    y = lie(rng, x.shape if kind < 0.9 else shape_of(rng), dtype)
    return call('store', [y, x], {}, lambda: y.__setitem__(..., x), changes=y)


run(make)
