"""Random programs of array operations: `chains.py COUNT SEED` prints a program a line: a list of steps, each with what
NumPy makes of it: shape, strides, place in its owner, dtype, flags, base, items; or the exception. Steps build on what
earlier ones made; assignments also say what the owner's bytes are then.
"""
import base64
import json
import random
import sys
import warnings

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view

from chains_parts import (DTYPES, PLAIN, basic, divisors_shape, dtype_of, evaluated, fancy, has_gaps, is_beyond, items_of, makes_nans,
                          overlaps_itself, random_bytes)

warnings.simplefilter('ignore')
np.seterr(all='ignore')

def text(data):
    return base64.b64encode(data).decode('ascii')


class Program:
    def __init__(self, rng):
        self.rng = rng
        self.arrays = []
        self.steps = []

    def owner(self, x):
        while x.base is not None:
            x = x.base
        return x

    def base_of(self, x):
        base = x.base
        while base is not None and not isinstance(base, np.ndarray):
            base = base.base
        if base is None:
            return None
        for k, known in enumerate(self.arrays):
            if known is base:
                return k
        return 'hidden'

    def facts(self, x):
        owner = self.owner(x)
        return {
            'shape': x.shape, 'strides': x.strides, 'dtype': x.dtype.str, 'base': self.base_of(x),
            'offset': x.__array_interface__['data'][0] - owner.__array_interface__['data'][0],
            'flags': [x.flags.c_contiguous, x.flags.f_contiguous, x.flags.owndata, x.flags.writeable, x.flags.aligned],
            'items': text(items_of(x)),
        }

    def step(self, op, x, args, run):
        """One operation: `x` and the arrays in `args` by their numbers."""
        step = {'op': op, 'x': x, 'args': args}
        try:
            made = run()
        except Exception as error:  # what NumPy refuses is to be refused
            step['error'] = [type(error).__name__, str(error)]
        else:
            if made is None:
                owner = self.owner(self.arrays[x])
                if (owner.flags.c_contiguous or owner.flags.f_contiguous) and owner.dtype.char not in 'gG':
                    step['owner'] = text(items_of(owner if owner.flags.c_contiguous else owner.T))
                step['facts'] = self.facts(self.arrays[x])
            else:
                if not isinstance(made, np.ndarray):
                    own = self.arrays[x].dtype if x is not None else None
                    made = np.array(made, own.newbyteorder('=') if own is not None and own.kind in 'SU' else None).copy()
                step['facts'] = self.facts(made)
                if made.size < 4000:
                    self.arrays.append(made)
                    step['keeps'] = True
        self.steps.append(step)


def new(p):
    rng = p.rng
    like = rng.choice(DTYPES if rng.random() < 0.5 else PLAIN)
    dtype = dtype_of(like)
    shape = [rng.choice([0, 1, 2, 3, 3, 4, 5]) for _ in range(rng.choice([0, 1, 1, 2, 2, 3]))]
    order = rng.choice('CCF')
    data = random_bytes(rng, dtype, int(np.prod(shape)))

    def run():
        x = np.empty(shape, dtype, order)
        x.T[...] = np.frombuffer(data, dtype).reshape(x.T.shape) if order == 'F' else x.T
        if order == 'C':
            x[...] = np.frombuffer(data, dtype).reshape(shape)
        return x
    p.step('new', None, {'dtype': like, 'shape': shape, 'order': order, 'bytes': text(data)}, run)


def value_for(p, x, index_shape):
    """A value to assign: an array that is there, a list or a number."""
    rng = p.rng
    kind = rng.random()
    fitting = [k for k, y in enumerate(p.arrays) if y.ndim <= len(index_shape) + 1]
    if kind < 0.5 and fitting:
        k = rng.choice(fitting)
        return {'array': k}, p.arrays[k]
    if x.dtype.kind not in 'biufc' or kind < 0.8:
        if x.dtype.kind in 'SU':
            return 'xyz', 'xyz'
        if x.dtype.kind in 'V':
            return {'array': 0}, p.arrays[0]
        value = rng.choice([0, 1, 5, 2.5, 100, -1, True, 300])
        if x.dtype.kind in 'mM':
            value = rng.choice([0, 1, 5, 100, -1])
        return value, value
    length = index_shape[-1] if index_shape and rng.random() < 0.9 else 2
    values = [rng.choice([1, 2, 3, 4, 5.5]) for _ in range(length)]
    return values, values


def act(p):
    rng = p.rng
    n = rng.randrange(len(p.arrays))
    x = p.arrays[n]
    op = rng.choice(OPS)
    if op in MORE:
        act_more(p, op, n, x)
    elif op == 'get':
        index = basic(rng, x)
        p.step(op, n, {'index': index}, lambda: x[evaluated(index)])
    elif op == 'field':
        if x.dtype.names:
            name = rng.choice(x.dtype.names)
            p.step(op, n, {'name': name}, lambda: x[name])
    elif op == 'fancy':
        parts, real = fancy(rng, x)
        p.step(op, n, {'index': parts}, lambda: x[real])
    elif op == 'set':
        if p.owner(x).size > 3000:
            return
        index = basic(rng, x)
        try:
            shape = x[evaluated(index)].shape
        except Exception:
            shape = ()
        value, real = value_for(p, x, shape)
        if isinstance(real, np.ndarray) and (real.dtype.kind in 'SUVmM' or x.dtype.kind in 'SUVmM') and real.dtype != x.dtype:
            return
        if isinstance(real, np.ndarray) and is_beyond(real, x.dtype):
            return
        p.step(op, n, {'index': index, 'value': value}, lambda: x.__setitem__(evaluated(index), real))
    elif op == 'setFancy':
        if p.owner(x).size > 3000:
            return
        parts, index = fancy(rng, x)
        try:
            shape = x[index].shape
        except Exception:
            shape = ()
        value, real = value_for(p, x, shape)
        if isinstance(real, np.ndarray) and real.dtype != x.dtype and (real.dtype.kind in 'SUVmM' or x.dtype.kind in 'SUVmM'):
            return
        if isinstance(real, np.ndarray) and is_beyond(real, x.dtype):
            return
        p.step(op, n, {'index': parts, 'value': value}, lambda: x.__setitem__(index, real))
    elif op == 'transpose':
        axes = list(range(x.ndim))
        rng.shuffle(axes)
        if rng.random() < 0.3:
            axes = [a - x.ndim for a in axes]
        p.step(op, n, {'axes': axes}, lambda: x.transpose(axes))
    elif op == 'swapaxes':
        a, b = rng.randint(-3, 2), rng.randint(-3, 2)
        p.step(op, n, {'a': a, 'b': b}, lambda: x.swapaxes(a, b))
    elif op == 'reshape':
        shape, order = divisors_shape(rng, x.size), rng.choice('CCFA')
        p.step(op, n, {'shape': shape, 'order': order}, lambda: x.reshape(shape, order=order))
    elif op in ('ravel', 'flatten'):
        order = rng.choice('CFAK')
        p.step(op, n, {'order': order}, lambda: getattr(x, op)(order))
    elif op == 'squeeze':
        axis = rng.choice([None, None, 0, -1, [0]])
        p.step(op, n, {'axis': axis}, lambda: x.squeeze(tuple(axis) if isinstance(axis, list) else axis))
    elif op == 'moveaxis':
        a, b = rng.randint(-3, 2), rng.randint(-3, 2)
        p.step(op, n, {'a': a, 'b': b}, lambda: np.moveaxis(x, a, b))
    elif op == 'expandDims':
        axis = rng.randint(-4, 3)
        p.step(op, n, {'axis': axis}, lambda: np.expand_dims(x, axis))
    elif op == 'flip':
        axis = rng.choice([None, 0, -1, 1])
        p.step(op, n, {'axis': axis}, lambda: np.flip(x, axis))
    elif op == 'broadcastTo':
        shape = [rng.choice([k, k, 3]) if k == 1 else k for k in x.shape]
        if rng.random() < 0.5:
            shape.insert(0, rng.choice([1, 2, 3]))
        if rng.random() < 0.1:
            shape.append(7)
        if int(np.prod(shape)) < 2000:
            p.step(op, n, {'shape': shape}, lambda: np.broadcast_to(x, tuple(shape)))
    elif op in ('view', 'byteswap') and x.dtype.char in 'gGU':
        pass  # padding has no value of its own, and swapped codes are none
    elif op == 'view' and has_gaps(p.owner(x).dtype):
        pass  # what is between the fields of a new array is whatever was in that memory before
    elif op == 'view':
        like = rng.choice(['u1', 'i1', '<i2', '<f4', '>i4', '<f8', '<c16', 'V5', 'S3', [['x', '<f4'], ['y', '>i2'], ['s', 'S3']]])
        p.step(op, n, {'dtype': like}, lambda: x.view(dtype_of(like)))
    elif op == 'astype':
        like = rng.choice(['?', 'i1', 'u1', '<i2', '>i4', '<i4', '<i8', '<u8', '>f2', '<f4', '<f8', '>f8', '<c8', '<c16', '<g'])
        if x.dtype.kind in 'biufc' and (x.dtype.kind not in 'fc' or dtype_of(like).kind in 'fcb'):
            order = rng.choice('KKCFA')
            p.step(op, n, {'dtype': like, 'order': order}, lambda: x.astype(dtype_of(like), order=order))
    elif op == 'copy':
        order = rng.choice('CFAK')
        p.step(op, n, {'order': order}, lambda: x.copy(order))
    elif op == 'byteswap':
        p.step(op, n, {}, lambda: x.byteswap())
    elif op == 'setShape':
        shape = divisors_shape(rng, x.size)
        p.step(op, n, {'shape': shape}, lambda: setattr(x, 'shape', tuple(shape)))
    elif op == 'setStrides':
        strides = [rng.choice([s, s, 0, 2 * s, -s]) for s in x.strides]
        p.step(op, n, {'strides': strides}, lambda: setattr(x, 'strides', tuple(strides)))
    elif op == 'setflags':
        write = rng.random() < 0.6
        p.step(op, n, {'write': write}, lambda: x.setflags(write=write))
    elif op == 'window':
        axis = rng.choice([None, 0, -1])
        window = [rng.randint(1, 3) for _ in range(x.ndim if axis is None else 1)]
        p.step(op, n, {'window': window, 'axis': axis},
               lambda: sliding_window_view(x, tuple(window), None if axis is None else (axis,)))
    elif op == 'ascontiguous':
        p.step(op, n, {}, lambda: np.ascontiguousarray(x))
    elif op == 'asfortran':
        p.step(op, n, {}, lambda: np.asfortranarray(x))
    elif op == 'fill':
        if x.dtype.kind in 'biufc' and p.owner(x).size < 3000:
            p.step(op, n, {'value': 1}, lambda: x.fill(1))
    elif op == 'like':
        order = rng.choice('KCFA')
        p.step(op, n, {'order': order}, lambda: np.zeros_like(x, order=order))


def act_more(p, op, n, x):
    """What came later: strided views, fields, items one after the other, parts, arithmetic and folds."""
    rng = p.rng
    if op == 'fields':
        if x.dtype.names:
            names = rng.sample(x.dtype.names, rng.randint(1, len(x.dtype.names)))
            p.step(op, n, {'names': names}, lambda: x[names])
    elif op == 'strided':
        length = rng.randint(0, 3)
        step = rng.choice([0, x.itemsize, 2 * x.itemsize])
        if x.flags.c_contiguous and x.ndim and length * 2 <= x.size:
            p.step(op, n, {'shape': [length], 'strides': [step]}, lambda: as_strided(x, (length,), (step,)))
    elif op == 'flatGet':
        index = rng.choice(['...', '::2', '::-1', '1:', str(rng.randint(-x.size, max(x.size - 1, 0)))])
        p.step(op, n, {'index': index}, lambda: x.flat[evaluated(index)])
    elif op == 'flatSet':
        if x.dtype.kind in 'biufc' and p.owner(x).size < 3000:
            index = rng.choice(['::2', '::-1', '1:', '...'])
            values = [rng.choice([0, 1, 2, 5, 7]) for _ in range(rng.randint(1, 3))]
            p.step(op, n, {'index': index, 'value': values}, lambda: x.flat.__setitem__(evaluated(index), values))
    elif op == 'swapInPlace':
        if x.dtype.char not in 'gGU' and p.owner(x).size < 3000:
            def run():
                x.byteswap(True)
            p.step(op, n, {}, run)
    elif op in ('real', 'imag'):
        if x.dtype.kind == 'c' and x.dtype.char != 'G':
            p.step(op, n, {}, lambda: getattr(x, op))
    elif op == 'toText':
        like = rng.choice(['S', 'U', 'S3', '<U5', '>U2'])
        if x.dtype.kind in 'biu' or x.dtype.kind in 'SU' and like != x.dtype.str:
            p.step(op, n, {'dtype': like}, lambda: x.astype(like))
    elif op == 'toTime':
        like = rng.choice(['M8[D]', 'M8[ms]', '>M8[h]', 'm8[s]', '<m8[m]', '<i8'])
        if x.dtype.kind in 'mM' and (x.dtype.kind == np.dtype(like).kind or like == '<i8'):
            p.step(op, n, {'dtype': like}, lambda: x.astype(like))
    elif op == 'full':
        if x.dtype.kind in 'biufc':
            order = rng.choice('KCFA')
            p.step(op, n, {'value': 3, 'order': order}, lambda: np.full_like(x, 3, order=order))
    elif op == 'arithmetic':
        name = rng.choice(['add', 'subtract', 'multiply', 'maximum', 'equal', 'less', 'logical_and'])
        k = rng.randrange(len(p.arrays))
        y = p.arrays[k]
        plain = x.dtype.kind in 'iuf' and y.dtype.kind in 'iuf' and x.dtype.char != 'g' and y.dtype.char != 'g'
        if plain and x.size * max(y.size, 1) < 4000 and not makes_nans(name, x, y):
            p.step(op, n, {'name': name, 'with': k}, lambda: np.asarray(getattr(np, name)(x, y)))
    elif op == 'inPlace':
        name = rng.choice(['add', 'multiply', 'subtract', 'minimum'])
        k = rng.randrange(len(p.arrays))
        y = p.arrays[k]
        plain = x.dtype.kind in 'iuf' and y.dtype.kind in 'iuf' and x.dtype.char != 'g' and y.dtype.char != 'g'
        if plain and p.owner(x).size < 3000 and not overlaps_itself(x) and not makes_nans(name, x, y):
            def run():
                getattr(np, name)(x, y, out=x)
            p.step(op, n, {'name': name, 'with': k}, run)
    elif op == 'fold':
        name = rng.choice(['sum', 'prod', 'min', 'max', 'all', 'any', 'cumsum'])
        if x.dtype.kind in 'biu' and x.ndim:
            axis = rng.randrange(-x.ndim, x.ndim)
            args = {'name': name, 'axis': axis}
            if name != 'cumsum' and rng.random() < 0.5:
                args['keepdims'] = True
            given = {key: value for key, value in args.items() if key != 'name'}
            p.step(op, n, args, lambda: np.asarray(getattr(x, name)(**given)))


MORE = ['fields', 'fields', 'strided', 'strided', 'flatGet', 'flatGet', 'flatSet', 'flatSet', 'swapInPlace', 'real', 'imag', 'toText', 'toTime',
        'full', 'arithmetic', 'arithmetic', 'arithmetic', 'inPlace', 'inPlace', 'fold', 'fold']
OPS = ['get'] * 6 + ['fancy'] * 4 + ['set'] * 4 + ['setFancy'] * 4 + ['reshape'] * 3 + ['view'] * 2 + ['astype'] * 3 + [
    'field', 'transpose', 'transpose', 'swapaxes', 'ravel', 'flatten', 'squeeze', 'moveaxis', 'expandDims', 'flip', 'broadcastTo',
    'copy', 'byteswap', 'setShape', 'setStrides', 'setflags', 'window', 'ascontiguous', 'asfortran', 'fill', 'like'] + MORE


def main(count, seed):
    rng = random.Random(seed)
    done = 0
    while done < count:
        p = Program(rng)
        new(p)
        if not p.arrays:
            continue
        if rng.random() < 0.5:
            new(p)
        for _ in range(12):
            act(p)
        done += len(p.steps)
        print(json.dumps(p.steps))


main(int(sys.argv[1]), int(sys.argv[2]))
