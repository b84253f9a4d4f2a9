"""Prints every value of the floats of ml_dtypes and its text, one JSON object a dtype; nothing where ml_dtypes is not
installed."""

import json

import numpy as np

try:
    import ml_dtypes
except ImportError:
    raise SystemExit

for name in """float8_e3m4 float8_e4m3 float8_e4m3b11fnuz float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz
float8_e8m0fnu bfloat16""".split():
    dtype = np.dtype(getattr(ml_dtypes, name))
    raw = np.arange(256 ** dtype.itemsize, dtype=f"u{dtype.itemsize}").tobytes()
    texts = [str(item) for item in np.frombuffer(raw, dtype=dtype)]
    known = {"str": dtype.str, "name": dtype.name, "itemsize": dtype.itemsize, "alignment": dtype.alignment}
    print(json.dumps({"dtype": name, "known": known, "bytes": raw.hex(), "texts": texts}))
