"""Does what a rewritten test module asks for, and writes down what went in and what came out.

Counted are calls of the public face; each is in scope, or out of it for one reason of `out_of_scope.json`. The same call
is written once; of one line of a test only the first `OF_A_LINE` different ones.
"""
import hashlib
import json
import os
import sys

import numpy as np

import face
from encode import Blobs, Encoder, OutOfScope, text

OF_A_LINE = 25
TRIES_OF_A_LINE = 150
#: Attempts at a line of which nothing was written.
VAIN_TRIES = 30
PYTHON_ONLY = {'subok', 'like', 'device', 'ndmin', 'ndmax', 'where', 'signature'}
DEFAULT_OPTIONS = np.get_printoptions()
PRINTING = {'repr', 'str', 'array_repr', 'array_str', 'array2string'}
OPERATORS = {name: getattr(np, name) for name in [*face.UFUNCS, 'matmul']}
DUNDER = {'__getitem__': 'get', '__setitem__': 'set'}


def is_array(x):
    return isinstance(x, (np.ndarray, np.flatiter))


def is_printed(args):
    """Whether `repr` and `str` are of the face: of arrays, and of scalars in the form that NumPy 2 gives them."""
    if args and isinstance(args[0], np.generic):
        return np.get_printoptions()['legacy'] is False
    return bool(args) and isinstance(args[0], np.ndarray)


def whole_floats(x):
    if isinstance(x, (list, tuple)):
        return any(whole_floats(item) for item in x)
    return type(x) is float and x == x // 1 and not (x == 0 and str(x) == '-0.0')


class Recorder:
    def __init__(self):
        self.cases, self.seen, self.lines, self.last = [], set(), {}, {}
        self.blobs = Blobs()
        self.test, self.depth = '', 0
        self.in_scope, self.out_of_scope, self.dropped = 0, {}, 0

    # What the rewritten module calls.

    def call(self, site, function, *args, **kwargs):
        args = [self.watched(site, x) for x in args] if getattr(function, '__name__', '').startswith(('raises', 'assert_raises', 'warns', 'assert_warns')) else args
        name = face.name_of(function)
        if name is None or (name in ('repr', 'str') and not is_printed(args)):
            return function(*args, **kwargs)
        return self.record(site, name, function, args, kwargs)

    def method(self, site, of, name, *args, **kwargs):
        function = getattr(of, name)
        if isinstance(of, np.ndarray) and name in face.METHODS:
            return self.record(site, f'x.{name}', function, args, kwargs, of)
        if is_array(of) and name in DUNDER:
            return getattr(self, DUNDER[name])(site, of, *args)
        return self.call(site, function, *args, **kwargs)

    def watched(self, site, function):
        """A bound method of an array, to be called by `assert_raises`."""
        of, name = getattr(function, '__self__', None), getattr(function, '__name__', '')
        if is_array(of):
            return lambda *args, **kwargs: self.method(site, of, name, *args, **kwargs)
        if face.name_of(function):
            return lambda *args, **kwargs: self.call(site, function, *args, **kwargs)
        return function

    def get(self, site, of, index):
        if not is_array(of):
            return of[index]
        return self.record(site, 'get', lambda: of[index], (), {}, of, {'index': index})

    def set(self, site, of, index, value):
        def run():
            of[index] = value
        if not is_array(of):
            return run()
        return self.record(site, 'set', run, (), {}, of, {'index': index, 'value': value})

    def attribute(self, site, of, name):
        if not isinstance(of, np.ndarray) or name == 'base':
            return getattr(of, name)
        return self.record(site, f'attribute.{name}', lambda: getattr(of, name), (), {}, of, {})

    def set_attribute(self, site, of, name, value):
        if not isinstance(of, np.ndarray) or name not in ('shape', 'strides'):
            return setattr(of, name, value)
        return self.record(site, f'assign.{name}', lambda: setattr(of, name, value), (), {}, of, {'value': value})

    def set_flag(self, site, of, name, value):
        run = lambda: setattr(of.flags, name, value)
        if type(of) is not np.ndarray or name != 'writeable':
            return run()
        return self.record(site, 'x.setflags', run, (), {}, of, {'write': value})

    def operator(self, site, name, *operands):
        run = lambda: OPERATORS_OF[name](*operands)
        if not any(isinstance(x, np.ndarray) for x in operands) or name == 'matmul':
            return run()
        return self.record(site, name, run, (), {}, None, dict(zip(['x1' if len(operands) > 1 else 'x', 'x2'], operands)))

    def in_place(self, site, name, of, value):
        run = lambda: IN_PLACE_OF[name](of, value)
        if not isinstance(of, np.ndarray):
            return run()
        return self.record(site, name, run, (), {}, None, {'x1': of, 'x2': value, 'out': of})

    # What is written down.

    def record(self, site, name, function, args, kwargs, of=None, given=None):
        line = f'{self.test}:{site}:{name}'
        tries, written = self.lines.get(line, (0, 0))
        self.lines[line] = (tries + 1, written)
        most = TRIES_OF_A_LINE if written else VAIN_TRIES
        if self.depth or tries >= most or written >= OF_A_LINE:
            self.dropped += 1
            self.count(self.last.get(line) if self.depth == 0 else 'nested')
            return function(*args, **kwargs)
        self.depth += 1
        try:
            case, encoder = self.before(name, function, args, kwargs, of, given)
            try:
                result = function(*args, **kwargs)
            except Exception as error:
                self.after(line, case, encoder, lambda: {'error': type(error).__name__, 'message': str(error)})
                raise
            self.after(line, case, encoder, lambda: encoder.outcome(result))
            return result
        finally:
            self.depth -= 1

    def count(self, reason):
        """A call in scope (None), or out of it for a reason; calls inside of calls are not the test's."""
        if reason is None:
            self.in_scope += 1
        elif reason != 'nested':
            self.out_of_scope[reason] = self.out_of_scope.get(reason, 0) + 1

    def settle(self, line, reason):
        """Repeats past the limit of a line count as the last call before them."""
        self.last[line] = reason
        self.count(reason)

    def before(self, name, function, args, kwargs, of, given):
        encoder = Encoder(self.blobs)
        try:
            star = []
            if given is None:
                given, star = named(function, args, kwargs)
            check_scope(name, given)
            case = {'op': name}
            if name == 'memmap':
                case['file'] = file_facts(given.pop('filename'))
            if of is not None:
                case['self'] = encoder.value(of)
            case['args'] = {key: encoder.value(value) for key, value in given.items()}
            if star:
                case['star'] = [encoder.value(value) for value in star]
            if name in PRINTING:
                options = np.get_printoptions()
                changed = {key: options[key] for key in options if options[key] != DEFAULT_OPTIONS[key]}
                if 'legacy' in changed or 'override_repr' in changed:
                    raise OutOfScope('legacy-printing')
                if changed:
                    case['options'] = encoder.value(changed)['k']
            case.update(arrays=encoder.arrays, buffers=list(encoder.buffers))
            case['needs_dtype'] = name in face.CREATION and given.get('dtype') is None and whole_floats(list(given.values()))
            return case, encoder
        except OutOfScope as reason:
            return str(reason), None

    def after(self, line, case, encoder, outcome):
        if isinstance(case, str):
            if os.environ.get('RECORDER_TELLS'):
                print('OUT', case, line, file=sys.stderr)
            self.settle(line, case)
            return
        try:
            case['out'] = outcome()
            after = encoder.changed()
        except OutOfScope as reason:
            self.settle(line, str(reason))
            return
        self.settle(line, None)
        if after:
            case['after'] = after
        if case.pop('needs_dtype') and 'array' in case['out']:
            case['args']['dtype'] = {'d': case['out']['array']['dtype']}
        if case['op'].startswith('empty') and 'array' in case['out']:
            del case['out']['array']['bytes']
        if 'file' in case:
            case['file_after'] = size_of(case['file']['path'])
            case['file'] = case['file']['data']
        key = hashlib.sha1(json.dumps(case, sort_keys=True).encode()).digest()
        if key in self.seen:
            return
        self.seen.add(key)
        tries, written = self.lines[line]
        self.lines[line] = (tries, written + 1)
        self.cases.append({'at': line.rsplit(':', 1)[0], **case})


def named(function, args, kwargs):
    try:
        return face.named(function, args, kwargs)
    except TypeError:
        raise OutOfScope('python-call') from None
    except ValueError:
        raise OutOfScope('foreign-object') from None


def check_scope(name, given):
    if given.get('legacy') not in (None, False):
        raise OutOfScope('legacy-printing')
    if any(given.get(key) not in (None, False, 0) for key in PYTHON_ONLY if not isinstance(given.get(key), np.ndarray)):
        raise OutOfScope('python-only-keyword')
    operands = [given[key] for key in ('x', 'x1', 'x2') if key in given]
    if name in OPERATORS and any(type(x) is float and whole_floats(x) for x in operands):
        if not any(isinstance(x, (np.ndarray, np.generic)) and x.dtype.kind in 'fc' for x in operands):
            raise OutOfScope('whole-float')


def size_of(path):
    return os.path.getsize(path) if os.path.exists(path) else None


def file_facts(filename):
    """What is in the file before it is mapped; its name is told apart from where it is."""
    if hasattr(filename, 'flush') and isinstance(getattr(filename, 'name', None), str):
        filename.flush()
        filename = filename.name
    if not isinstance(filename, (str, os.PathLike)):
        raise OutOfScope('foreign-object')
    path = os.fspath(filename)
    return {'path': path, 'data': text(open(path, 'rb').read()) if os.path.exists(path) else None}


import operator as _operator

_PYTHON = {'add': 'add', 'subtract': 'sub', 'multiply': 'mul', 'divide': 'truediv', 'floor_divide': 'floordiv',
           'remainder': 'mod', 'power': 'pow', 'bitwise_and': 'and_', 'bitwise_or': 'or_', 'bitwise_xor': 'xor',
           'left_shift': 'lshift', 'right_shift': 'rshift', 'matmul': 'matmul', 'equal': 'eq', 'not_equal': 'ne',
           'less': 'lt', 'less_equal': 'le', 'greater': 'gt', 'greater_equal': 'ge', 'negative': 'neg',
           'positive': 'pos', 'invert': 'invert'}
OPERATORS_OF = {name: getattr(_operator, python) for name, python in _PYTHON.items()}
IN_PLACE_OF = {name: getattr(_operator, 'i' + python.rstrip('_')) for name, python in _PYTHON.items()
               if hasattr(_operator, 'i' + python.rstrip('_'))}
