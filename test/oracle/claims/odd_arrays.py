"""What stands before the claims of arrays that lie oddly; `test/unit/core/oddArrays.ts` makes the same."""

import numpy as np
from numpy import nan


def unaligned():
    return np.frombuffer(bytearray(b'x' + np.array([1.5, -2.0, nan, 4.25, 0.1, -0.0]).tobytes()), '<f8', 6, 1).reshape(2, 3)


def swapped():
    return np.array([[3, -1, 70000], [5, 5, -8]], '>i4')


def column():
    x = np.zeros(4, [('a', 'u1'), ('b', '<f4'), ('c', '<i2')])
    x['b'] = [0.1, 2, -3, 4]
    return x['b']


def backwards():
    return np.arange(12, dtype='<i2').reshape(3, 4)[::-1, ::-2]


def repeated():
    return np.broadcast_to(np.array([1.5, 2.5, -1.0], '<f4'), (2, 3))


def transposed():
    return np.arange(6, dtype='<f8').reshape(2, 3).T


def holes():
    return np.arange(40).reshape(4, 10)[1::2, ::3]


def scalar():
    return np.array(7, '<i2')


def empty():
    return np.zeros((0, 3), '<f4')


def bytes8():
    return np.array([[200, 100, 56], [1, 2, 255]], 'u1')


def halves():
    return np.array([0.1, 2048, 1, 65504], '<f2')


def wide():
    return np.array([2**64 - 1, 2**63, 1], '<u8')
