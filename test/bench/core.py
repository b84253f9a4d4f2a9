"""What NumPy takes: `core.py FOLDER [CASE]` prints a JSON value a line, [case, seconds], the median of several runs; of one
case alone where it is named.
"""
import json
import os
import statistics
import sys
import time

import numpy as np

FOLDER, ONLY = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ''


def per_call(run, least=0.1):
    """Seconds of one call, of so many that the clock does not matter."""
    n = 1
    while True:
        start = time.perf_counter()
        for _ in range(n):
            run()
        took = time.perf_counter() - start
        if took > least:
            return took / n
        n = max(n * 2, int(n * least / max(took, 1e-9)))


def tell(name, run, rounds=7, least=0.1):
    if ONLY not in ('', name):
        return
    print(json.dumps([name, statistics.median(per_call(run, least) for _ in range(rounds))]), flush=True)


def main():
    c = np.random.rand(10000, 1000)
    f = np.asfortranarray(c)
    tell('row of C', c[0, :].sum)
    tell('column of C', c[:, 0].sum)
    tell('row of F', f[0, :].sum)
    tell('column of F', f[:, 0].sum)
    ones = np.ones(10000)
    strided = np.ones(1000000)[::100]
    tell('ones(10000)', ones.sum)
    tell('ones(1000000)[::100]', strided.sum)
    tell('asfortranarray', lambda: np.asfortranarray(c), 5, 0.01)
    del f
    big = np.ones(100000000, np.float32)
    tell('sum of 1e8 float32', big.sum, 5, 0.01)
    del big
    a, b, out = np.random.rand(1000, 1000), np.random.rand(1000, 1000), np.empty((1000, 1000))
    row = np.random.rand(1000)
    tell('add', lambda: np.add(a, b, out=out))
    tell('add of a row', lambda: np.add(a, row, out=out))
    path = os.path.join(FOLDER, 'stats.dat')
    m = np.memmap(path, np.float32, 'r')

    def statistics_of():
        return m.min(), m.max(), m.mean(), m.std(), np.histogram(m, 256)
    tell('five statistics', statistics_of, 3, 0.01)

    def fill():
        x = np.memmap(os.path.join(FOLDER, 'numpy.dat'), np.float32, 'w+', shape=(10000, 10000))
        x[:] = np.random.rand(10000, 10000)
    tell('fill', fill, 1, 0.01)
    if not ONLY:
        os.remove(os.path.join(FOLDER, 'numpy.dat'))


main()
