"""Arrays in files, what is looked for in them, and where NumPy finds it. Arguments: a folder, how many, the seed."""

import json
import sys
from pathlib import Path

import numpy as np

DTYPES = ["<f4", ">f4", "<f8", "<f2", "<i4", ">i2", "|u1", "<i8", ">u8", "<c8", "<M8[s]", "|S2", ">U2", "|b1", "<f16"]
OPERATORS = {
    "==": np.equal,
    "!=": np.not_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "<": np.less,
    "<=": np.less_equal,
}


def values_of(dtype, count, rng):
    numbers = rng.integers(0, 6, count)
    if dtype.kind in "SU":
        return np.array(["", "a", "b", "ab", "é" if dtype.kind == "U" else "z", "c"]).astype(dtype)[numbers]
    if dtype.kind == "M":
        ticks = numbers.astype("i8")
        ticks[rng.random(count) < 0.1] = np.iinfo("i8").min
        return ticks.view("<M8[s]").astype(dtype)
    if dtype.kind not in "fc":
        return numbers.astype(dtype)
    x = (numbers / 10).astype(dtype)
    for special in (np.nan, np.inf, -np.inf, -0.0):
        x[rng.random(count) < 0.05] = special
    return x


def text_of(value, dtype):
    if dtype.kind in "SU":
        return repr(str(value) if dtype.kind == "U" else value.decode())
    return str(value)


def sought(x, dtype, rng):
    """What is typed into the two boxes, and where it is."""
    operator = str(rng.choice(list(OPERATORS) if dtype.kind != "c" else ["==", "!="]))
    value = x.reshape(-1)[rng.integers(x.size)]
    text = text_of(value, dtype)
    if dtype.kind == "M" and np.isnat(value):
        where = np.isnat(x)
        return f"{operator} NaT", "", where if operator == "==" else ~where if operator == "!=" else where & False
    if dtype.kind in "fc" and np.isnan(value):
        where = np.isnan(x)
        return f"{operator} nan", "", where if operator == "==" else ~where if operator == "!=" else where & False
    if dtype.kind in "fiu" and dtype.itemsize <= 8 and operator in ("==", "!=") and rng.random() < 0.5:
        tolerance = float(rng.choice([0.0, 0.1, 0.15, 1.0]))
        wide = x.astype("f8")
        typed = float(text)
        near = np.isclose(wide, typed, rtol=0, atol=tolerance)
        return f"{operator} {text}", repr(tolerance), near if operator == "==" else ~near
    return f"{operator} {text}", "", OPERATORS[operator](x, value)


def case(folder, number, rng):
    dtype = np.dtype(str(rng.choice(DTYPES)))
    shape = tuple(int(n) for n in rng.integers(1, 7, rng.integers(0, 4)))
    order = str(rng.choice(["C", "F"]))
    offset = int(rng.integers(0, 20))
    path = folder / f"{number}.dat"
    count = int(np.prod(shape, dtype=int))
    path.write_bytes(b"\xff" * offset + values_of(dtype, count, rng).tobytes())
    x = np.memmap(path, dtype, "r", offset, shape, order)
    index = str(rng.choice(["...", "::2", "::-1", "1:", "..., ::-1", "..., ::3"])) if shape else "..."
    x = np.asarray(eval(f"x[{index}]"))
    if x.size == 0:
        index, x = "...", np.memmap(path, dtype, "r", offset, shape, order)
    text, tolerance, where = sought(np.asarray(x), dtype, rng)
    return {
        "path": str(path),
        "dtype": dtype.str,
        "shape": shape,
        "order": order,
        "offset": offset,
        "index": index,
        "text": text,
        "tolerance": tolerance,
        "found": np.flatnonzero(where).tolist(),
    }


def main(folder, count, seed):
    rng = np.random.default_rng(seed)
    for number in range(count):
        print(json.dumps(case(Path(folder), number, rng)))


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
