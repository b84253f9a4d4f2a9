"""Random dtypes, shared by the scripts that ask NumPy about them."""

import random

import numpy as np

UNITS = "Y M W D h m s ms us ns ps fs as".split()
NUMBERS = "? i1 u1 i2 u2 i4 u4 i8 u8 f2 f4 f8 g c8 c16 G".split()
NAMES = ["x", "y", "z", "a b", "é", "it's", 'say "hi"', "tab\t", "n1", "日本", "\U0001f600", "back\\slash"]


def scalar_text(rng: random.Random) -> str:
    """The code of a random unstructured dtype, with a byte order."""
    order = rng.choice("<>=|<>")
    kind = rng.random()
    if kind < 0.6:
        return order + rng.choice(NUMBERS)
    if kind < 0.7:
        count = rng.choice(["", "", "", "2", "7", "25", "100", "1000", "2147483647"])
        unit = rng.choice(UNITS)
        return f"{order}{rng.choice('Mm')}8[{count}{unit}]"
    if kind < 0.73:
        # Little-endian only: NumPy (2.4) lines a big-endian timedelta of generic units up by its swapped bytes.
        return "<m8"
    return order + rng.choice("SUV") + str(rng.choice([1, 1, 2, 3, 5, 8, 13]))


def shape(rng: random.Random) -> tuple[int, ...]:
    return tuple(rng.choice([0, 1, 1, 2, 3, 4]) for _ in range(rng.choice([1, 1, 2, 3])))


def struct(rng: random.Random, depth: int) -> np.dtype:
    names = rng.sample(NAMES, rng.choice([1, 1, 2, 3, 4]))
    formats = [any_dtype(rng, depth - 1) for _ in names]
    align = rng.random() < 0.3
    if rng.random() < 0.6:
        labels = [((f"title {k}", n) if rng.random() < 0.1 else n) for k, n in enumerate(names)]
        return np.dtype(list(zip(labels, formats)), align=align)
    spec = {"names": names, "formats": formats}
    if rng.random() < 0.7:
        step = max(f.alignment for f in formats) if align else 1
        spec["offsets"] = [rng.randrange(12) * step for _ in names]
    natural = np.dtype(spec, align=align).itemsize
    if rng.random() < 0.5:
        step = np.dtype(spec, align=align).alignment
        spec["itemsize"] = natural + rng.randrange(4) * step
    if rng.random() < 0.2:
        spec["titles"] = [f"t{k}" for k, _ in enumerate(names)]
    return np.dtype(spec, align=align)


def any_dtype(rng: random.Random, depth: int = 3) -> np.dtype:
    kind = rng.random()
    if depth == 0 or kind < 0.5:
        return np.dtype(scalar_text(rng))
    if kind < 0.75:
        return struct(rng, depth)
    base = any_dtype(rng, depth - 1)
    # A base of no bytes would take the shape for its length.
    return base if base.itemsize == 0 else np.dtype((base, shape(rng)))


def source(dtype: np.dtype) -> str:
    """Python for this very dtype: unlike NumPy's own text, with the alignment of every nested struct."""
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        return f"np.dtype(({source(base)}, {shape}))"
    if dtype.names is None:
        return repr(dtype.str)
    fields = [dtype.fields[name] for name in dtype.names]
    formats = ", ".join(source(field[0]) for field in fields)
    spec = (
        f"{{'names': {list(dtype.names)!r}, 'formats': [{formats}], 'offsets': {[f[1] for f in fields]!r}, "
        f"'titles': {[(*f, None)[2] for f in fields]!r}, 'itemsize': {dtype.itemsize}}}"
    )
    return f"np.dtype({spec}, align={bool(dtype.isalignedstruct)})"
