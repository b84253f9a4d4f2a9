"""Lines of items stored into lines of another dtype over the same bytes: `overlapping_casts.py COUNT SEED` prints a case a line:
both lines (dtype, byte offset, byte stride), the bytes before and those afterwards. NaNs have all of their bits.
"""

import warnings

import numpy as np

from random_cases import tell

warnings.simplefilter("ignore")
BYTES = 6000
DTYPES = "? i1 u1 <i2 >i2 <u2 <i4 >i4 <u4 <i8 >i8 <u8 <f2 >f2 <f4 >f4 <f8 >f8 <c8 >c8 <c16 >c16".split()
TEXTS = "S3 S4 S21 <U2 >U2 <U3".split()
TIMES = "<M8[s] >M8[s] <M8[D] <m8[ms] >m8[s]".split()


def is_told(source, target):
    """What becomes of floats that no integer can be is the processor's; a bool of other bytes than 0 and 1 is nobody's."""
    if source.kind == "b" or (source.kind in "SU" and target.kind in "mM"):
        return False
    return not (source.kind in "fc" and target.kind in "iumM")


def line(rng, dtype, count):
    stride = dtype.itemsize * rng.choice([1, 1, 1, 2, 3, -1, 0]) + rng.choice([0, 0, 0, 1])
    low = min(0, stride * (count - 1))
    room = BYTES - max(0, stride * (count - 1)) - dtype.itemsize + low
    offset = min(room, rng.choice([0, 1, 4, 8, 16, 20, 40])) - low
    return {"dtype": dtype.str, "offset": offset, "stride": stride} if room >= 0 else None


def block_of(rng, dtypes):
    """Memory of any bytes, of floats that are not too large, or of digits."""
    if any(dtype.kind in "SU" for dtype in dtypes):
        digits = np.frombuffer(rng.randbytes(BYTES), "u1") % 10 + 48
        return digits if any(dtype.kind == "S" for dtype in dtypes) else digits[::4].astype("u4").view("u1")
    raw = np.frombuffer(rng.randbytes(BYTES), "u1").copy()
    scaled = {"raw": raw, "f8": raw.view("i8") / 2.0**57, "f4": (raw.view("i4") / 2.0**24).astype("f4")}
    return scaled[rng.choice(list(scaled))].copy().view("u1")


def over(block, count, told):
    return np.ndarray((count,), told["dtype"], block, told["offset"], (told["stride"],))


def case(rng):
    dtypes = DTYPES + TIMES + TEXTS
    source, target = np.dtype(rng.choice(dtypes)), np.dtype(rng.choice(dtypes))
    count = rng.choice([1, 2, 3, 7, 20, 130, 260])
    lines = [line(rng, dtype, count) for dtype in (source, target)]
    if not is_told(source, target) or None in lines:
        return None
    # Which of two values ends up in a place that is written twice is nobody's promise.
    if count > 1 and abs(lines[1]["stride"]) < target.itemsize:
        return None
    block = block_of(rng, (source, target))
    before = block.tobytes().hex()
    try:
        over(block, count, lines[1])[...] = over(block, count, lines[0])
    except Exception:  # what a text cannot be; refusals are the other tests'
        return None
    return {"count": count, "lines": lines, "before": before, "after": block.tobytes().hex()}


tell(case)
