"""Prints, for each expression given, the dtype and shape of the array it makes. Usage: discovery_arrays.py EXPRESSION…"""

import json
import sys

import numpy as np

rng = np.random.default_rng(0)
for expression in sys.argv[1:]:
    x = eval(expression, {"np": np, "rng": rng, "N": 6})
    print(json.dumps({"dtype": str(x.dtype), "shape": list(x.shape)}))
