"""Prints what NumPy knows of random dtypes, one JSON object a line. Arguments: how many, seed."""

import json
import random
import sys

import numpy as np

from dtype_samples import any_dtype, source


def facts(dtype: np.dtype) -> dict:
    known = {
        "text": str(dtype),
        "repr": repr(dtype),
        "str": dtype.str,
        "name": dtype.name,
        "itemsize": dtype.itemsize,
        "alignment": dtype.alignment,
        "aligned": bool(dtype.isalignedstruct),
    }
    if dtype.names is not None:
        known["fields"] = [
            {"name": n, "offset": dtype.fields[n][1], "title": (*dtype.fields[n], None)[2], "dtype": facts(dtype.fields[n][0])}
            for n in dtype.names
        ]
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        known["base"], known["shape"] = facts(base), shape
    return known


def survives(dtype: np.dtype) -> bool:
    """Whether NumPy's own text, read by NumPy, gives the same dtype (that of mixed alignments does not)."""
    try:
        back = np.dtype(eval(repr(dtype)[6:-1].removesuffix(", align=True")), align=dtype.isalignedstruct)
    except Exception:
        return False
    return facts(back) == facts(dtype)


def main() -> None:
    count, seed = int(sys.argv[1]), sys.argv[2]
    rng = random.Random(seed)
    for _ in range(count):
        dtype = any_dtype(rng)
        print(json.dumps({"source": source(dtype), "survives": survives(dtype), "facts": facts(dtype)}))


main()
