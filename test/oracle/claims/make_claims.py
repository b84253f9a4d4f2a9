"""What NumPy makes of the Python texts that tests of test/unit/core give as `numpy('…', …)`, written beside each test as
`<test>.fixture.jsonl`: a text and its result a line. Run it with NumPy 2.4: python3 test/oracle/claims/make_claims.py

`make_claims.py --check` writes nothing, and prints the texts of which a fixture says something else than this NumPy.
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

UNIT = pathlib.Path(__file__).parents[2] / 'unit/core'
CLAIM = re.compile(r"""\bnumpy\(\s*('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`)""")

#: Python that runs before each text of a test: `claims(__filename, `…`)`, or the name of a file here with it.
PRELUDE = re.compile(r'claims\(\s*__filename,\s*`([^`]*)`')
PRELUDE_FILE = re.compile(r"claims\(\s*__filename,\s*'(\w+\.py)'")

#: More bytes than that are told by their SHA-256.
MOST_BYTES = 256


def texts_of(source):
    """The first arguments of `numpy(…)`: strings of TypeScript are Python's too, as far as they are used here."""
    for match in CLAIM.finditer(source):
        text = match.group(1)
        yield text[1:-1] if text.startswith('`') else ast.literal_eval(text)


def prelude_of(source):
    files = [pathlib.Path(__file__).with_name(name).read_text('utf8') for name in PRELUDE_FILE.findall(source)]
    return ''.join(PRELUDE.findall(source) + files)


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


def main(is_check):
    warnings.simplefilter('ignore')
    for path in sorted(UNIT.rglob('*.test.ts')):
        source = path.read_text('utf8')
        texts = list(dict.fromkeys(texts_of(source)))
        if not texts:
            continue
        prelude = prelude_of(source)
        lines = [json.dumps(answer(text, prelude), ensure_ascii=False) for text in texts]
        fixture = path.with_name(path.name.replace('.test.ts', '.fixture.jsonl'))
        told = fixture.read_text('utf8').splitlines() if fixture.exists() else []
        there = {json.loads(line)['python']: line for line in told}
        moved = [line for text, line in zip(texts, lines) if not is_still(line, there.get(text))]
        if is_check:
            for line in moved:
                print(json.dumps({'test': path.name, 'claim': json.loads(line)}))
        else:
            kept = [line if line in moved else there[text] for text, line in zip(texts, lines)]
            fixture.write_text(''.join(line + '\n' for line in kept), 'utf8')


main('--check' in sys.argv[1:])
