"""Prints every float16, the powers of two and their neighbours of the larger floats, and the extreme dates of every
unit, each with how NumPy prints it: per dtype one JSON object on a line, with all items of it."""

import json
import random
import warnings

import numpy as np

from dtype_samples import UNITS

warnings.simplefilter("ignore")


def show(code: str, raw: bytes) -> None:
    items = np.frombuffer(raw, dtype=code)
    print(json.dumps({"dtype": code, "bytes": raw.hex(), "texts": [str(item) for item in items]}))


def powers(dtype: type, exponents: range) -> bytes:
    two = np.ldexp(dtype(1), list(exponents))
    near = [np.nextafter(two, dtype(0)), two, np.nextafter(two, dtype(np.inf))]
    return np.concatenate([*near, *(-x for x in near)]).astype(dtype).tobytes()


def extended_encodings(rng: random.Random) -> bytes:
    """Valid and invalid ones: with and without the leading bit, at the ends of the exponent's range."""
    significands = [0, 1, 2**62, 2**63 - 1, 2**63, 2**63 + 1, 2**64 - 1]
    raw = bytearray()
    for exponent in [0, 1, 2, 0x3FF0, 0x3FFE, 0x3FFF, 0x4034, 0x403E, 0x7FFE, 0x7FFF]:
        for significand in [*significands, rng.getrandbits(64)]:
            for sign in (0, 0x8000):
                raw += significand.to_bytes(8, "little") + (exponent | sign).to_bytes(2, "little") + bytes(6)
    return bytes(raw)


def main() -> None:
    rng = random.Random("edges")
    np.seterr(all="ignore")
    show("<f2", np.arange(2**16, dtype="u2").tobytes())
    show("<f4", powers(np.float32, range(-149, 128)))
    show("<f8", powers(np.float64, range(-1074, 1024)))
    show("<f16", powers(np.longdouble, range(-16445, 16384, 97)))
    show("<f16", powers(np.longdouble, range(-70, 70)))
    tens = np.longdouble(10) ** np.arange(-8, 20)
    show("<f16", np.concatenate([tens, np.nextafter(tens, 0), np.nextafter(tens, np.inf)]).tobytes())
    for code in "<f4", "<f8", "<f2":
        tens = np.power(10.0, np.arange(-8, 20)).astype(code)
        near = [tens, np.nextafter(tens, tens.dtype.type(0)), np.nextafter(tens, tens.dtype.type(np.inf))]
        show(code, np.concatenate(near).tobytes())
        show(code.replace("f8", "f8"), rng.randbytes(8 * 1000))
    encodings = extended_encodings(rng)
    show("<f16", encodings)
    parts = [encodings[k : k + 16] for k in range(0, len(encodings), 16)]
    show("<c32", b"".join(rng.choice(parts) for _ in range(600)))
    values = [0, 1, -1, 2**63 - 1, -(2**63), -(2**63) + 1, 951782399, 951868800, 11016, 11017, 10956, 10957]
    values += [rng.getrandbits(64) - 2**63 for _ in range(40)]
    values += [(rng.getrandbits(64) - 2**63) >> rng.randrange(64) for _ in range(80)]
    values += [rng.randrange(-800000, 800000) for _ in range(80)]
    ticks = np.array(values, dtype="i8").tobytes()
    for unit in UNITS:
        for count in "", "2", "25", "400", "2147483647":
            show(f"<M8[{count}{unit}]", ticks)
            show(f"<m8[{count}{unit}]", ticks)


main()
