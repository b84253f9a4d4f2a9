"""The 57 cells of the tutorial, seeded: `tutorial.py FOLDER` prints a cell a line: its number, and what it shows. What is timed
there is a sum here; addresses are left out; the memory map is of 1000 × 1000 numbers.
"""
import json
import os
import sys

import numpy as np

np.random.seed(20251125)
cells = []


def show(number, value):
    cells.append([number, value if isinstance(value, str) else repr(value)])


large_array = np.memmap(os.path.join(sys.argv[1], 'numpy.dat'), dtype='float32', mode='w+', shape=(1000, 1000))  # 1, 2
large_array[:] = np.random.rand(1000, 1000)  # 3
show(4, large_array)
x = np.array([0, 1, 2, 3, 4, 5])  # 5
show(6, str(x.flags))
c_array = np.random.rand(10000, 1000)  # 7
f_array = np.asfortranarray(c_array)  # 8


def sum_row(x):  # 9
    return np.sum(x[0, :])


def sum_col(x):  # 10
    return np.sum(x[:, 0])


show(11, float(sum_row(c_array)))
show(12, float(sum_row(f_array)))
show(13, float(sum_col(c_array)))
show(14, float(sum_col(f_array)))
x = np.random.rand(9, 99)  # 15
y = x[:, :3]  # 16
show(17, np.may_share_memory(x, y))
show(18, x[:, :3])
y[:] = 0.  # 19
show(20, x[:, :3])
x = np.random.rand(9, 99)  # 21
y = np.empty([8, 3])  # 22
y[:] = x[:8, :3]  # 23
show(24, np.may_share_memory(x, y))
y[:] = 0  # 25
show(26, x[:8, :3])
x = np.random.randint(0, 128, (4, 4), dtype=np.int8)  # 27, 28
show(29, x.shape)
show(30, x)
show(31, x.tobytes().hex())
show(32, x.strides)
x.shape = 8, 2  # 33
show(34, x.strides)
show(35, x)
show(36, x.tobytes().hex())
x.shape = 16, 1, 1  # 37
show(38, x.strides)
show(39, x)
show(40, x.tobytes().hex())
x = np.ones((10000, ))  # 41
y = np.ones((10000 * 100, ))[::100]  # 42
show(43, (x.shape, y.shape))
show(44, bool((x == y).all()))
show(45, str(x.flags))
show(46, str(y.flags))
show(47, (x.strides, y.strides))
show(48, float(x.sum()))
show(49, float(y.sum()))
x = np.random.rand(3, 4)  # 50, 51
show(52, (x.itemsize, x.nbytes / x.shape[0]))
show(53, x.strides)
show(54, x.flatten())
show(55, np.array(x.flat))
show(56, x[1])
try:
    np.array([1, '2', [1, 2, 3]])  # 57
except ValueError as error:
    show(57, 'ValueError: %s' % error)
show(57, np.array([1, 2, 3]))
for cell in cells:
    print(json.dumps(cell))
