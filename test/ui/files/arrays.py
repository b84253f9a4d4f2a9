"""The arrays of the UI tests: how each file is made with NumPy, and how NumPy opens it again.

Every array is an entry of `ARRAYS`; `make` writes its file into the working directory unless it is there already.
"""

import os
from dataclasses import dataclass
from typing import Callable

import numpy as np

PADDED = np.dtype(
    [
        ("id", "<u4"),
        ("flag", "?"),
        ("where", np.dtype([("x", "<f8"), ("y", ">f4")], align=True)),
        ("rgb", "u1", (3,)),
        ("m", "<i2", (2, 2)),
        ("name", "S6"),
        ("day", "<M8[D]"),
    ],
    align=True,
)


@dataclass(frozen=True)
class Array:
    """A file, and how it is laid out; `fill` is given the writeable array once it is made."""

    file: str
    dtype: np.dtype
    shape: tuple[int, ...]
    fill: Callable[[np.ndarray], None]
    order: str = "C"
    offset: int = 0

    def make(self) -> None:
        if os.path.exists(self.file):
            return
        partial = self.file + ".partial"
        if self.file.endswith(".npy"):
            x = np.lib.format.open_memmap(
                partial, "w+", self.dtype, self.shape, fortran_order=self.order == "F"
            )
        else:
            x = np.memmap(partial, self.dtype, "w+", self.offset, self.shape, self.order)
        self.fill(x)
        x.flush()
        del x
        os.replace(partial, self.file)

    def open(self) -> np.memmap:
        if self.file.endswith(".npy"):
            return np.load(self.file, mmap_mode="r+")
        return np.memmap(self.file, self.dtype, "r+", self.offset, self.shape, self.order)


def rng() -> np.random.Generator:
    return np.random.default_rng(2023)


def fill_random(x: np.ndarray) -> None:
    """Row by row: the large array is never in memory as a whole."""
    generator = rng()
    for start in range(0, len(x), 500):
        x[start : start + 500] = generator.random(x[start : start + 500].shape, dtype=np.float32)


def fill_cube(x: np.ndarray) -> None:
    x[:] = rng().normal(size=x.shape) * 10.0 ** rng().integers(-12, 20, x.shape)
    x[0, 0, :4] = [np.nan, np.inf, -np.inf, -0.0]


def fill_padded(x: np.ndarray) -> None:
    generator = rng()
    count = len(x)
    x["id"] = np.arange(count) * 7
    x["flag"] = generator.integers(0, 2, count)
    x["where"]["x"] = generator.normal(size=count)
    x["where"]["y"] = generator.normal(size=count) * 1e6
    x["rgb"] = generator.integers(0, 256, (count, 3))
    x["m"] = generator.integers(-(2**15), 2**15, (count, 2, 2))
    x["name"] = [f"p{k % 977}'\\"[: 1 + k % 6] for k in range(count)]
    x["day"] = np.datetime64("2023-12-01") + np.arange(count)
    x["day"][::13] = np.datetime64("NaT")


def fill_tokens(x: np.ndarray) -> None:
    x[:] = rng().zipf(1.3, x.shape) % 50257


def fill_waves(x: np.ndarray) -> None:
    x[:] = np.exp(1j * rng().normal(size=x.shape)) * 10.0 ** rng().integers(-9, 9, x.shape)
    x[0, :4] = [complex(np.nan, 1), complex(-0.0, np.inf), complex(0, -0.0), complex(-np.inf, np.nan)]


def fill_times(x: np.ndarray) -> None:
    x[:] = np.datetime64("2024-02-28T23:59:59.999") + rng().integers(-(10**14), 10**14, x.shape)
    x[::11, 1] = np.datetime64("NaT")


HUGE_ROWS = 2**35
HUGE_ISLANDS = (0, 2**31 - 2, 2**31, 2**31 + 7, 2**32 - 3, 2**33 + 12345, HUGE_ROWS - 64)


def fill_islands(x: np.ndarray) -> None:
    """64 GB of zeros that take no room, but for a few islands of 64 numbers."""
    for k, start in enumerate(HUGE_ISLANDS):
        x[start : start + 64] = np.arange(1, 65) * (k + 1)


def fill_counting(x: np.ndarray) -> None:
    x[...] = np.arange(x.size).reshape(x.shape)


ARRAYS = {
    "large": Array("large_array.dat", np.dtype("<f4"), (10000, 10000), fill_random),
    "cube": Array("cube_f.npy", np.dtype(">f8"), (37, 23, 41), fill_cube, order="F"),
    "padded": Array("padded.dat", PADDED, (5003,), fill_padded, offset=96),
    "tokens": Array("tokens.dat", np.dtype("<u2"), (30011,), fill_tokens),
    "waves": Array("waves.dat", np.dtype("<c8"), (211, 97), fill_waves),
    "times": Array("times.dat", np.dtype("<M8[ms]"), (503, 5), fill_times),
    "huge": Array("huge.dat", np.dtype("<i2"), (HUGE_ROWS,), fill_islands),
    # Small ones, whose every byte is on screen.
    "plane": Array("plane.dat", np.dtype("<i4"), (6, 8), fill_counting),
    "block": Array("block.dat", np.dtype("<i2"), (3, 4, 5), fill_counting),
    "block_f": Array("block_f.dat", np.dtype(">u2"), (3, 4, 5), fill_counting, order="F"),
    "odd": Array("odd.dat", np.dtype("<f8"), (4, 5), fill_counting, offset=3),
    "few": Array("few.dat", PADDED, (5,), fill_padded, offset=16),
}
