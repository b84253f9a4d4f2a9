"""The memory lines of the tutorial "Memory Management in NumPy", to be stepped through.

Set a breakpoint in one of the functions, press F5, and look at the Arrays view in the debug side bar; then step, and
watch what each line does to the bytes.
"""

import os

import numpy as np

os.chdir(os.path.dirname(os.path.abspath(__file__)))
np.random.seed(2023)


def mapping():
    large_array = np.memmap('large_array.dat', dtype='float32', mode='r+', shape=(10000, 10000))
    corner = large_array[5000:5003, ::5000]
    return corner  # two views of one file


def layout():
    x = np.array([0, 1, 2, 3, 4, 5])
    c_array = np.random.rand(100, 10)
    f_array = np.asfortranarray(c_array)
    return x, c_array, f_array  # the same numbers, row by row and column by column


def views_and_copies():
    x = np.random.rand(9, 99)
    y = x[:, :3]
    y[:] = 0.0  # writes into x
    x = np.random.rand(9, 99)
    y = np.empty([8, 3])
    y[:] = x[:8, :3]
    y[:] = 0  # writes into a copy
    return x, y


def strides():
    x = np.random.randint(0, 128, (4, 4), dtype=np.int8)
    x.shape = 8, 2  # the same bytes, other strides
    x.shape = 16, 1, 1
    return x


def gaps():
    x = np.ones((10000,))
    y = np.ones((10000 * 100,))[::100]
    return x, y  # equal, and 800 bytes from item to item in y


mapping()
layout()
views_and_copies()
strides()
gaps()
