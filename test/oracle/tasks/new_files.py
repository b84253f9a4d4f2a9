"""What NumPy draws for new files: `new_files.py FOLDER` writes a file a dtype, and prints each: name, dtype, shape, order, seed."""
import json
import os
import sys

import numpy as np

folder = sys.argv[1]
DTYPES = ["f4", ">f4", "f8", "f2", "c8", ">c16", "?", "i1", "u1", ">i2", "u2", "i4", "u4", "i8", ">u8"]


def drawn(dtype, count, seed):
    rng = np.random.default_rng(seed)
    if dtype.kind == "f":
        return rng.random(count, dtype="f4" if dtype.itemsize == 4 else "f8")
    if dtype.kind == "c":
        part = "f4" if dtype.itemsize == 8 else "f8"
        return rng.random(2 * count, dtype=part).view(dtype.newbyteorder("="))
    if dtype.kind == "b":
        return rng.integers(0, 1, count, dtype=bool, endpoint=True)
    info = np.iinfo(dtype)
    return rng.integers(info.min, info.max, count, dtype=dtype.newbyteorder("="), endpoint=True)


for k, name in enumerate(DTYPES):
    dtype, shape, order = np.dtype(name), (3, 350003), "CF"[k % 2]
    seed = [k, 2**70 + k][k % 2]
    x = drawn(dtype, shape[0] * shape[1], seed).astype(dtype).reshape(shape, order=order)
    path = os.path.join(folder, f"{k}.dat")
    out = np.memmap(path, dtype, "w+", shape=shape, order=order)
    out[:] = x
    out.flush()
    print(json.dumps([path, name, shape, order, str(seed)]))
