"""Answers questions about the arrays of `arrays.py`, a JSON line each way. Argument: the folder of their files."""

import json
import os
import re
import sys
import warnings
from typing import Any

import numpy as np

from arrays import ARRAYS

warnings.simplefilter("ignore")
FLAGS = ("C_CONTIGUOUS", "F_CONTIGUOUS", "OWNDATA", "WRITEABLE", "ALIGNED", "WRITEBACKIFCOPY")


def leaf_columns(dtype: np.dtype, path: str = "", steps: tuple = ()) -> list[tuple[str, tuple]]:
    """The columns of one item: a path to show, and the steps that lead from the item to it."""
    if dtype.names is None:
        return [(path, steps)]
    columns = []
    for name in dtype.names:
        field = dtype.fields[name][0]
        base, shape = field.subdtype or (field, ())
        here = f"{path}.{name}" if path else name
        for index in np.ndindex(shape):
            suffix = f"[{','.join(map(str, index))}]" if shape else ""
            columns += leaf_columns(base, here + suffix, (*steps, name, *([index] if shape else [])))
    return columns


def view_of(x: np.memmap, view: str) -> np.ndarray:
    """`x[view]`, `x[a][b]` or `x.view(…).reshape(…)`: an item is taken as the view of no axes that it is in memory."""
    if not view:
        return x
    text = view if re.match(r"\[|\.\w", view) else f"[{view}]"
    y = eval(f"x{text}", {"x": x, "np": np})
    if isinstance(y, np.ndarray) and y.base is not None:
        return y
    return eval(f"x[{view.strip('[]')}, ...]", {"x": x})


def address(x: np.ndarray) -> int:
    return x.__array_interface__["data"][0]


def make(names: list[str]) -> list[dict]:
    layouts = []
    for name in names:
        array = ARRAYS[name]
        array.make()
        x = array.open()
        layouts.append(
            {
                "file": array.file,
                "dtype": str(array.dtype),
                "shape": x.shape,
                "order": array.order,
                "offset": x.offset,
                "leaves": [path for path, _ in leaf_columns(array.dtype)],
            }
        )
    return layouts


def texts(name: str, view: str, places: list) -> list[str]:
    x = view_of(ARRAYS[name].open(), view)
    columns = leaf_columns(x.dtype)
    found = []
    for index, leaf in places:
        item = x[tuple(index)]
        for step in columns[leaf][1]:
            item = item[tuple(step) if isinstance(step, (list, tuple)) else step]
        found.append(str(item))
    return found


def facts(name: str, view: str) -> dict:
    x = view_of(ARRAYS[name].open(), view)
    return {
        "shape": x.shape,
        "strides": x.strides,
        "flags": [f"{flag} {x.flags[flag]}" for flag in FLAGS],
        "leaves": [path for path, _ in leaf_columns(x.dtype)],
    }


def bytes_of(name: str, view: str, offsets: list[int]) -> list[dict]:
    """Which item of the view each byte of the file belongs to, by arithmetic on addresses."""
    whole = ARRAYS[name].open()
    x = view_of(whole, view)
    file_start = address(whole) - whole.offset
    first = address(x) - file_start
    starts = np.full(x.shape, first, dtype=np.int64)
    for axis, stride in enumerate(x.strides):
        steps = np.arange(x.shape[axis], dtype=np.int64) * stride
        starts = starts + steps.reshape([-1 if k == axis else 1 for k in range(x.ndim)])
    raw = np.memmap(ARRAYS[name].file, np.uint8, "r")
    answers = []
    for offset in offsets:
        inside = (starts <= offset) & (offset < starts + x.itemsize)
        indices = np.argwhere(inside)
        answer: dict[str, Any] = {"hex": f"{raw[offset]:02X}"}
        if len(indices):
            index = tuple(map(int, indices[0]))
            answer |= {"index": index, "byteInItem": int(offset - starts[index])}
        answers.append(answer)
    return answers


def opened(line: str) -> dict:
    """What a line of Python that opens a file gives."""
    x = eval(line, {"np": np})
    return {"dtype": str(x.dtype), "shape": x.shape, "offset": getattr(x, "offset", 0), "items": [str(item) for item in x.flat[:8]]}


def error(name: str, view: str) -> dict:
    x = ARRAYS[name].open()
    try:
        eval(f"x[{view}]", {"x": x, "np": np})
    except Exception as problem:
        return {"name": type(problem).__name__, "message": str(problem)}
    raise AssertionError(f"NumPy takes x[{view}]")


QUESTIONS = {
    "version": lambda: [int(part) for part in np.__version__.split(".")[:2]],
    "make": make,
    "texts": texts,
    "facts": facts,
    "bytes": bytes_of,
    "opened": opened,
    "error": error,
}


def main() -> None:
    os.chdir(sys.argv[1])
    for line in sys.stdin:
        question, *parts = json.loads(line)
        try:
            reply = {"answer": QUESTIONS[question](*parts)}
        except Exception as problem:
            reply = {"error": f"{question}: {type(problem).__name__}: {problem}"}
        print(json.dumps(reply), flush=True)


main()
