"""Writes test/unit/core/text/items.fixture.jsonl: items of every kind and how NumPy and ml_dtypes print them.

Run it with NumPy 2.4 and ml_dtypes installed: python3 test/oracle/dtype/make_items_fixture.py NAME…
NAME is a type of ml_dtypes that is not in the fixture yet; those that are stay.
"""

import json
import pathlib
import random
import sys
import warnings

import ml_dtypes
import numpy as np

from dtype_samples import UNITS, source
from items_text import sample

warnings.simplefilter("ignore")

TARGET = pathlib.Path(__file__).parents[2] / "unit/core/text/items.fixture.jsonl"


def group(name: str, dtype: np.dtype, raw: bytes) -> dict:
    return {"dtype": name, "bytes": raw.hex(), "texts": [str(item) for item in np.frombuffer(raw, dtype=dtype)]}


def custom_names() -> list[str]:
    present = [json.loads(line)["dtype"] for line in TARGET.read_text().splitlines()]
    return [name for name in present if hasattr(ml_dtypes, name)] + sys.argv[1:]


def custom(name: str) -> dict:
    dtype = np.dtype(getattr(ml_dtypes, name))
    codes = np.arange(256, dtype="u1") if dtype.itemsize == 1 else np.arange(0, 2**16, 61).astype("u2")
    return group(name, dtype, codes.tobytes())


def floats(code: str, rng: random.Random) -> dict:
    """Powers of two and of ten and their neighbours, where digit generation goes wrong, and random bits."""
    dtype = np.dtype(code)
    low, high = {2: (-24, 16), 4: (-149, 128), 8: (-1074, 1024), 16: (-16445, 16384)}[dtype.itemsize]
    step = max(1, (high - low) // 40)
    with np.errstate(all="ignore"):
        twos = np.ldexp(dtype.type(1), list(range(low, high, step)))
        tens = np.array([dtype.type(10) ** dtype.type(k) for k in range(-6, 18)], dtype=dtype)
        values = np.concatenate([twos, tens])
        values = np.concatenate([values, np.nextafter(values, dtype.type(0)), -values, [0, -0.0, np.inf, np.nan]])
    raw = values.astype(dtype).tobytes()
    return group(code, dtype, raw if dtype.itemsize == 16 else raw + rng.randbytes(40 * dtype.itemsize))


def times(code: str, rng: random.Random) -> dict:
    values = [0, -1, 1, 2**63 - 1, -(2**63), -(2**63) + 1, 951782399, 951868800, 11016, 11017]
    values += [rng.getrandbits(63) >> rng.randrange(63) for _ in range(8)]
    return group(code, np.dtype(code), np.array(values, dtype="i8").tobytes())


def mixed(rng: random.Random) -> dict:
    dtype, raw = sample(rng)
    while len(raw) > 120:
        dtype, raw = sample(rng)
    return group(source(dtype), dtype, raw)


def main() -> None:
    rng = random.Random("fixture")
    groups = [custom(name) for name in custom_names()]
    groups += [floats(code, rng) for code in ("<f2", "<f4", "<f8", "<f16")]
    groups += [times(f"<{kind}8[{count}{unit}]", rng) for kind in "Mm" for count in ("", "25") for unit in UNITS]
    groups += [mixed(rng) for _ in range(250)]
    TARGET.write_text("".join(f"{json.dumps(one)}\n" for one in groups))


main()
