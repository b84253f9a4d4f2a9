"""Prints random items and how NumPy prints them, one JSON object a line. Arguments: how many, seed."""

import json
import random
import struct
import sys
import warnings

import numpy as np

from dtype_samples import any_dtype, source

warnings.simplefilter("ignore")

INT64S = [0, 1, -1, 2**63 - 1, -(2**63), -(2**63) + 1, 10**9, 10**12, 10**18, 1700000000, -62135596800]


def special_float(rng: random.Random) -> float:
    return rng.choice(
        [
            0.0,
            -0.0,
            1.0,
            0.1,
            float("nan"),
            float("inf"),
            float("-inf"),
            rng.uniform(-10, 10),
            round(rng.uniform(-1000, 1000), 2),
            rng.choice([-1, 1]) * 2.0 ** rng.randrange(-1074, 1024),
            10.0 ** rng.randrange(-30, 30),
            float(rng.randrange(-(10**6), 10**6)),
        ]
    )


def code_point(rng: random.Random) -> int:
    """Mostly printable; never one whose printability depends on the version of Unicode."""
    ranges = [(0x20, 0x7E), (0x20, 0x7E), (1, 0x200), (0x4E00, 0x9F00), (0x2000, 0x2030), (0x1F600, 0x1F640)]
    rare = [(0xD800, 0xDFFF), (0x40000, 0x10FFFF), (0xE000, 0xF800)]
    return rng.randint(*rng.choice(rare if rng.random() < 0.1 else ranges))


def extended(rng: random.Random) -> bytes:
    """A valid 80-bit float in 16 bytes."""
    value = np.longdouble(special_float(rng)) * np.longdouble(2) ** rng.randrange(-16000, 16000)
    if rng.random() < 0.5:
        value = np.longdouble(special_float(rng)) + np.longdouble(rng.random()) / 2**20
    return value.tobytes()[:10] + rng.randbytes(6)


def number_bytes(rng: random.Random, dtype: np.dtype) -> bytes:
    """One number in native order: random bits, or a value with something special about it."""
    size = dtype.itemsize
    if dtype.kind == "c":
        part = np.dtype({8: "f4", 16: "f8", 32: "g"}[size])
        return number_bytes(rng, part) + number_bytes(rng, part)
    if size == 16:
        return extended(rng)
    if dtype.kind == "f" and rng.random() < 0.6:
        with np.errstate(all="ignore"):
            return np.array(special_float(rng)).astype(dtype.newbyteorder("=")).tobytes()
    if dtype.kind in "iuMm" and rng.random() < 0.4:
        return struct.pack("<q", rng.choice(INT64S))[:size]
    if dtype.kind in "Mm" and rng.random() < 0.5:
        return struct.pack("<q", rng.getrandbits(63) >> rng.randrange(63))
    return rng.randbytes(size)


def item_bytes(rng: random.Random, dtype: np.dtype) -> bytes:
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        return b"".join(item_bytes(rng, base) for _ in range(int(np.prod(shape))))
    if dtype.names is not None:
        raw = bytearray(rng.randbytes(dtype.itemsize))
        for name in dtype.names:
            field, offset = dtype.fields[name][:2]
            raw[offset : offset + field.itemsize] = item_bytes(rng, field)
        return bytes(raw)
    big = dtype.byteorder == ">"
    if dtype.kind == "U":
        used = rng.randrange(dtype.itemsize // 4 + 1)
        codes = [code_point(rng) for _ in range(used)] + [0] * (dtype.itemsize // 4 - used)
        return struct.pack((">" if big else "<") + "I" * len(codes), *codes)
    if dtype.kind == "S":
        used = rng.randrange(dtype.itemsize + 1)
        text = rng.randbytes(used) if rng.random() < 0.4 else bytes(rng.choices(b"abc '\"\\\n\0", k=used))
        return text.ljust(dtype.itemsize, b"\0")
    if dtype.kind == "V":
        return rng.randbytes(dtype.itemsize)
    raw = number_bytes(rng, dtype)
    parts = 2 if dtype.kind == "c" else 1
    step = len(raw) // parts
    halves = [raw[k * step : (k + 1) * step] for k in range(parts)]
    return b"".join(half[::-1] if big else half for half in halves)


def overlaps(dtype: np.dtype) -> bool:
    """Fields over each other may hold extended floats that no processor makes."""
    if dtype.subdtype is not None:
        return overlaps(dtype.subdtype[0])
    if dtype.names is None:
        return False
    spans = sorted((dtype.fields[n][1], dtype.fields[n][1] + dtype.fields[n][0].itemsize) for n in dtype.names)
    return any(a[1] > b[0] for a, b in zip(spans, spans[1:])) or any(
        overlaps(dtype.fields[n][0]) for n in dtype.names
    )


def sample(rng: random.Random) -> tuple[np.dtype, bytes]:
    while True:
        dtype = any_dtype(rng)
        while dtype.subdtype is not None:
            dtype = dtype.base
        if dtype.itemsize > 0 and not overlaps(dtype):
            return dtype, item_bytes(rng, dtype)


def main() -> None:
    count, seed = int(sys.argv[1]), sys.argv[2]
    rng = random.Random(seed)
    for _ in range(count):
        dtype, raw = sample(rng)
        item = np.frombuffer(raw, dtype=np.uint8).view(dtype)[0]
        print(json.dumps({"dtype": source(dtype), "bytes": raw.hex(), "text": str(item)}))


if __name__ == "__main__":
    main()
