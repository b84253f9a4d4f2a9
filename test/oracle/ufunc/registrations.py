"""What NumPy says of its ufuncs: `registrations.py` prints one a line: name, number of operands, identity, loops.

Loops are type characters of the first operand, in order and without repeats; those of C types that have another name here
(q, Q), of objects and of times are left out.
"""
import json

import numpy as np

for name in dir(np):
    ufunc = getattr(np, name)
    if not isinstance(ufunc, np.ufunc) or ufunc.nout != 1 or name != ufunc.__name__:
        continue
    letters = ''.join(dict.fromkeys(signature[0] for signature in ufunc.types if signature[0] not in 'qQOmM'))
    identity = None if ufunc.identity is None else float(ufunc.identity)
    print(json.dumps({'name': name, 'nin': ufunc.nin, 'identity': None if identity == float('-inf') else identity,
                      'letters': letters}))
