"""`items_custom.py NAME…` prints every value of these types of ml_dtypes and its text, one JSON object a type; nothing where
ml_dtypes is not installed."""

import json
import sys

import numpy as np

try:
    import ml_dtypes
except ImportError:
    raise SystemExit

for name in sys.argv[1:]:
    dtype = np.dtype(getattr(ml_dtypes, name))
    raw = np.arange(256 ** dtype.itemsize, dtype=f"u{dtype.itemsize}").tobytes()
    texts = [str(item) for item in np.frombuffer(raw, dtype=dtype)]
    known = {"str": dtype.str, "name": dtype.name, "itemsize": dtype.itemsize, "alignment": dtype.alignment}
    print(json.dumps({"dtype": name, "known": known, "bytes": raw.hex(), "texts": texts}))
