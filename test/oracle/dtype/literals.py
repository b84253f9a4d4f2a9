"""Runs lines of Python that should make arrays. Argument: a file of JSON, `[[line, bytes in hexadecimal], …]`. Prints a JSON
object a line for each array whose bytes are others, or that could not be made. NaN equals NaN, whatever its other bits."""

import json
import sys

import numpy as np

try:
    import ml_dtypes  # noqa: F401  (named by the lines)
except ImportError:
    ml_dtypes = None


def same(array: np.ndarray, expected: bytes) -> bool:
    other = np.frombuffer(expected, array.dtype).reshape(array.shape)
    if array.tobytes() == expected:
        return True
    if array.dtype.kind not in "fcV" or array.dtype.names or array.dtype.type is np.void:
        return False
    parts = [(array.real, other.real), (array.imag, other.imag)] if array.dtype.kind == "c" else [(array, other)]
    return all(
        bool(np.all((np.isnan(a) & np.isnan(b)) | ((a == b) & (np.signbit(a) == np.signbit(b))))) for a, b in parts
    )


with open(sys.argv[1], encoding="utf-8") as file:
    for line, expected in json.load(file):
        try:
            made = np.asarray(eval(line))
            if not same(made, bytes.fromhex(expected)):
                print(json.dumps({"line": line, "made": made.tobytes().hex(), "expected": expected}))
        except Exception as error:
            print(json.dumps({"line": line, "error": f"{type(error).__name__}: {error}"}))
