"""Writes raw files of many kinds as NumPy users make them, and prints what each one is.

Usage: discovery_guess.py FOLDER SEED COUNT. Prints a JSON object a line: kind, file, dtype, shape. `ambiguous` names
the dtypes whose bytes are distributed alike, so that no look at the bytes can tell them from the one written.
"""

import json
import os
import sys

import numpy as np

folder, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
rng = np.random.default_rng(seed)


def pick(*choices):
    return choices[rng.integers(len(choices))]


def size(low=300, high=60_000):
    return int(np.exp(rng.uniform(np.log(low), np.log(high))))


def matrix(low=12, high=400):
    return size(low, high), size(low, high)


def scale():
    return 10.0 ** rng.integers(-3, 4)


def uniform32():
    return rng.random(pick((size(),), matrix()), dtype="f4") * np.float32(scale())


def normal32():
    return (rng.standard_normal(pick((size(),), matrix())) * scale() + rng.normal()).astype("f4")


def embeddings32():
    return (rng.standard_normal((size(20, 200), pick(64, 128, 256, 384, 512, 768))) * 0.1).astype("f4")


def table32():
    columns = int(rng.integers(3, 9))
    return (rng.standard_normal((size(500, 9000), columns)) * 10.0 ** rng.uniform(-1, 3, columns)).astype("f4")


def masked32():
    x = rng.standard_normal(size()).astype("f4")
    x[rng.random(x.size) < rng.uniform(0.02, 0.6)] = pick(0, np.nan)
    return x


def walk32():
    return np.cumsum(rng.standard_normal(size())).astype("f4")


def picture32():
    height, width = matrix(60, 300)
    y, x = np.mgrid[:height, :width]
    wave = np.sin(x / rng.uniform(8, 40)) * np.cos(y / rng.uniform(8, 40)) + y / height
    return (wave + rng.normal(0, 0.02, wave.shape)).astype("f4")


def normal64():
    return rng.standard_normal(pick((size(),), matrix())) * scale()


def ramp64():
    return pick(
        lambda: np.linspace(rng.normal(), rng.normal() + 3, size()),
        lambda: np.arange(size()) * pick(1.0, 0.5, 0.1),
    )()


def price64():
    return np.round(100 + np.cumsum(rng.normal(0, 0.3, size())), 2)


def normal16():
    return (rng.standard_normal(pick((size(2000),), matrix(40))) * pick(1, 0.1, 4)).astype("f2")


def audio16():
    t = np.arange(size(8000, 120_000)) / pick(8000, 22050, 44100)
    tones = sum(rng.uniform(0.1, 1) * np.sin(2 * np.pi * rng.uniform(80, 900) * t) for _ in range(3))
    return (tones * rng.uniform(2000, 9000) + rng.normal(0, 20, t.size)).astype("i2")


def tokens16():
    zipf = (rng.zipf(rng.uniform(1.1, 1.4), size(4000)).astype("f8") % 50256).astype("u2")
    zipf[rng.random(zipf.size) < 0.002] = 50256  # the mark between documents
    return pick(zipf, rng.integers(0, 50257, size(4000)).astype("u2"))


def depth16():
    height, width = matrix(60, 300)
    y, x = np.mgrid[:height, :width]
    return (1500 + 900 * np.sin(x / 37) + 4 * y + rng.normal(0, 3, x.shape)).astype("u2")


def picture8():
    height, width = matrix(60, 300)
    y, x = np.mgrid[:height, :width]
    grey = 128 + 70 * np.sin(x / rng.uniform(9, 40)) + 60 * np.cos(y / rng.uniform(9, 40))
    return (grey + rng.normal(0, 4, grey.shape)).clip(0, 255).astype("u1")


def colours8():
    grey = picture8().astype(int)
    colours = np.stack([grey, 255 - grey, grey // 3 + 40], axis=-1)
    return (colours + rng.normal(0, 2, colours.shape)).clip(0, 255).astype("u1")


def noise8():
    return rng.integers(0, 256, pick((size(),), matrix())).astype("u1")


def weights8():
    return (rng.standard_normal(matrix(40)) * rng.uniform(15, 40)).clip(-127, 127).astype("i1")


def mask8():
    height, width = matrix(40, 300)
    y, x = np.mgrid[:height, :width]
    disc = (y - height / 2) ** 2 + (x - width / 2) ** 2 < (min(height, width) / 3) ** 2
    return pick(disc, rng.random((height, width)) < rng.uniform(0.05, 0.95))


def labels32():
    return rng.integers(0, pick(2, 10, 100, 1000), size()).astype("i4")


def indices32():
    return np.sort(rng.integers(0, 10**6, size())).astype("i4")


def signed32():
    return rng.normal(0, 10.0 ** rng.integers(2, 6), size()).astype("i4")


def counts64():
    return rng.poisson(rng.uniform(1, 500), size()).astype("i8")


def signed64():
    return rng.integers(-1000, 1000, size())


def seconds64():
    return (rng.uniform(1e9, 1.7e9) + np.cumsum(rng.exponential(30, size(300, 30_000)))).astype("i8")


def moments64():
    unit, step = pick(("ns", 10**9), ("us", 10**6))
    start = np.datetime64("2019-03-01", unit) + int(rng.integers(10**15))  // (10**9 // step)
    return start + np.cumsum(rng.integers(0, step, size(300, 30_000))).astype(f"m8[{unit}]")


def noise_complex():
    n = size()
    return (rng.standard_normal(n) + 1j * rng.standard_normal(n)).astype(pick("c8", "c8", "c16"))


def signal_complex():
    n = size(1000)
    noise = rng.normal(0, 0.01, n) + 1j * rng.normal(0, 0.01, n)
    return (np.exp(1j * np.arange(n) * rng.uniform(0.005, 0.2)) + noise).astype(pick("c8", "c8", "c16"))


def big_endian():
    return pick(
        lambda: normal32().astype(">f4"),
        lambda: normal64().astype(">f8"),
        lambda: audio16().astype(">i2"),
        lambda: labels32().astype(">i4"),
        lambda: depth16().astype(">u2"),
    )()


MAKERS = [
    uniform32, normal32, embeddings32, table32, masked32, walk32, picture32, normal64, ramp64, price64, normal16,
    audio16, tokens16, depth16, picture8, colours8, noise8, weights8, mask8, labels32, indices32, signed32, counts64,
    signed64, seconds64, moments64, noise_complex, signal_complex, big_endian,
]
ALIKE = {"noise_complex": {"c8": "float32", "c16": "float64"}}

for k in range(count):
    make = MAKERS[k % len(MAKERS)]
    x = np.ascontiguousarray(make())
    name = os.path.join(folder, f"{k}.dat")
    x.tofile(name)
    alike = ALIKE.get(make.__name__, {}).get(x.dtype.str[1:])
    print(json.dumps({
        "kind": make.__name__, "file": name, "dtype": str(x.dtype), "shape": list(x.shape),
        "ambiguous": [alike] if alike else [],
    }))
