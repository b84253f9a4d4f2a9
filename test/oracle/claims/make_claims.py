"""Evaluates the Python of the claims that the tests of test/unit/core register with `numpy('…', …)`, and writes the results
beside each test as `<test>.fixture.jsonl`: a JSON line for each text. `npm run claims` collects the claims and runs this.

Usage: make_claims.py CLAIMS [--check], with NumPy 2.4. CLAIMS is a file of JSON lines `{"fixture", "prelude", "python"}`; the
prelude is Python that runs before the claim, or the name of a file of this folder with it. With `--check`, nothing is written,
and the claims of which a fixture says something else are printed.
"""
import ast
import hashlib
import json
import pathlib
import re
import sys
import tempfile
import warnings

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]

#: More bytes than that are told by their SHA-256.
MOST_BYTES = 256


def claims_in(path):
    """The claims of each fixture in the order of the tests, each text once: `{fixture: {text: prelude}}`."""
    found = {}
    for line in pathlib.Path(path).read_text('utf8').splitlines():
        claim = json.loads(line)
        found.setdefault(claim['fixture'], {}).setdefault(claim['python'], claim['prelude'])
    return found


def prelude_of(name):
    """The Python of a prelude: `name` itself, or the contents of the file of that name."""
    return (HERE / name).read_text('utf8') if name.endswith('.py') else name


def canonical(x):
    """The bytes of the items in C order, field by field; NaNs are all one, and there is no padding."""
    if x.dtype.names:
        return b''.join(canonical(x[name]) for name in x.dtype.names)
    if x.dtype.kind not in 'fc':
        return x.tobytes()
    x = np.array(x, x.dtype.newbyteorder('='), order='C').reshape(-1)
    parts = x.view('f%d' % (x.dtype.itemsize // (2 if x.dtype.kind == 'c' else 1)))
    parts[parts != parts] = np.nan
    return parts.view('u1').reshape(-1, 16)[:, :10].tobytes() if parts.dtype.itemsize == 16 else parts.tobytes()


def hexed(data):
    return data.hex() if len(data) <= MOST_BYTES else 'sha256:' + hashlib.sha256(data).hexdigest()


def descr(dtype):
    return str(dtype) if dtype.names or dtype.subdtype else dtype.str


def encoded(value):
    """A result as JSON: values of Python's as what they are, arrays with all that layouts and flags say."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bytes):
        return {'bytes': value.hex()}
    if isinstance(value, np.dtype):
        return {'dtype': descr(value)}
    if isinstance(value, np.ndarray):
        flags = value.flags
        set_flags = zip('CFOWA', (flags.c_contiguous, flags.f_contiguous, flags.owndata, flags.writeable, flags.aligned))
        return {'dtype': descr(value.dtype), 'shape': value.shape, 'strides': value.strides,
                'flags': ''.join(letter for letter, is_set in set_flags if is_set), 'items': hexed(canonical(value))}
    if isinstance(value, np.generic):
        return {'scalar': descr(value.dtype), 'items': hexed(canonical(np.asarray(value)))}
    if isinstance(value, int):
        return {'int': str(value)}
    if isinstance(value, float):
        return {'float': value.hex() if value == value else 'nan', 'items': hexed(canonical(np.float64(value)))}
    if isinstance(value, (list, tuple)):
        return [encoded(one) for one in value]
    raise TypeError('no form for %r' % type(value))


def public_name(error):
    return next(kind.__name__ for kind in type(error).__mro__ if not kind.__name__.startswith('_'))


def evaluated(text, folder, prelude):
    """The last statement's value; what comes before it is run first. `path` names a file that is not there yet."""
    tree = ast.parse(text.strip())
    names = {'np': np, 'as_strided': as_strided, 'sliding_window_view': sliding_window_view, 'nan': np.nan, 'inf': np.inf,
             'path': str(pathlib.Path(folder) / 'array')}
    exec(compile(prelude, '<prelude>', 'exec'), names)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, '<claim>', 'exec'), names)
    return eval(compile(ast.Expression(last.value), '<claim>', 'eval'), names) if last else None


def answer(text, prelude):
    np.set_printoptions()
    with tempfile.TemporaryDirectory() as folder, np.printoptions(), np.errstate(all='ignore'):
        try:
            return {'python': text, 'gives': encoded(evaluated(text, folder, prelude))}
        except SyntaxError:
            raise
        except Exception as error:  # what NumPy refuses is to be refused
            words = str(error).replace(str(folder), '<folder>')
            return {'python': text, 'error': [public_name(error), words]}


#: Functions whose last bits depend on the processor: NumPy has vector code of its own for each kind.
ROUNDED = re.compile(r'\b(exp|log|sqrt|cbrt|power|sin|cos|tan|arc|hypot|float_power|std|var|mean)\w*\(|\*\*')
#: Each side is within two of the right one.
MOST_ULPS = 4


def items_of(told):
    """The items of an encoded array or scalar of floats; None of anything else, and of what is told by its hash."""
    is_float = isinstance(told, dict) and told.get('dtype', told.get('scalar', ''))[1:] in ('f4', 'f8', 'c8', 'c16')
    if not is_float or told.get('items', 'sha').startswith('sha'):
        return None
    kind = 'f4' if (told.get('dtype') or told['scalar'])[1:] in ('f4', 'c8') else 'f8'
    return np.frombuffer(bytes.fromhex(told['items']), kind)


def is_near(ours, theirs):
    """Whether two results differ in nothing but the last bits of their floats."""
    a, b = items_of(ours), items_of(theirs)
    if a is None or b is None or {**ours, 'items': 0} != {**theirs, 'items': 0} or a.size != b.size:
        return ours == theirs
    integers = [x.view('i%d' % x.itemsize).astype(object) for x in (a, b)]
    return all(x == y or abs(x - y) <= MOST_ULPS for x, y in zip(*integers))


def is_still(line, there):
    """Whether the fixture's line says the same of its text."""
    if there is None or line == there:
        return there is not None
    now, then = json.loads(line), json.loads(there)
    return bool(ROUNDED.search(now['python'])) and 'gives' in now and is_near(now['gives'], then.get('gives'))


def check(fixture, moved):
    for line in moved:
        print(json.dumps({'fixture': fixture, 'claim': json.loads(line)}))


def main(path, is_check):
    warnings.simplefilter('ignore')
    for fixture, claims in sorted(claims_in(path).items()):
        lines = {text: json.dumps(answer(text, prelude_of(prelude)), ensure_ascii=False) for text, prelude in claims.items()}
        file = ROOT / fixture
        recorded = file.read_text('utf8').splitlines() if file.exists() else []
        there = {json.loads(line)['python']: line for line in recorded}
        moved = [line for text, line in lines.items() if not is_still(line, there.get(text))]
        if is_check:
            check(fixture, moved)
        else:
            kept = [line if line in moved else there[text] for text, line in lines.items()]
            file.write_text(''.join(line + '\n' for line in kept), 'utf8')


main(sys.argv[1], '--check' in sys.argv[2:])
