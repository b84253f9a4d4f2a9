"""Stands in for pytest and hypothesis, as far as NumPy's tests of arrays need them, and runs a module's tests.

A test that fails or takes long is given up: what it did until then is recorded all the same.
"""
import contextlib
import inspect
import itertools
import os
import pathlib
import re
import signal
import sys
import tempfile
import types
import warnings

SECONDS_A_TEST = 40


class Skipped(Exception):
    pass


class TooLong(BaseException):
    pass


class Raises:
    def __init__(self, expected, match=None):
        self.expected, self.match, self.value = expected, match, None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, _):
        if kind is None:
            raise AssertionError(f'did not raise {self.expected}')
        self.value, self.type = value, kind
        return issubclass(kind, self.expected) and (self.match is None or bool(re.search(self.match, str(value))))


def raises(expected, *args, match=None, **kwargs):
    if not args:
        return Raises(expected, match)
    with Raises(expected):
        args[0](*args[1:], **kwargs)


@contextlib.contextmanager
def warning():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        yield caught


def warns(_=None, *args, **kwargs):
    if not args:
        return warning()
    with warning():
        args[0](*args[1:], **kwargs)


def skip(reason='', **_):
    raise Skipped(reason)


class Param:
    def __init__(self, *values, marks=(), **_):
        self.values = values
        self.skipped = any(getattr(mark, 'skipped', False) for mark in (marks if isinstance(marks, (list, tuple)) else [marks]))


class Mark:
    """`pytest.mark.anything(...)`: decorates, skips, or does nothing."""

    def __init__(self, name, args=(), kwargs=None):
        self.name, self.args, self.kwargs = name, args, kwargs or {}

    @property
    def skipped(self):
        condition = self.args[0] if self.args else True
        return self.name in ('slow', 'skip') or (self.name == 'skipif' and bool(condition))

    def __call__(self, *args, **kwargs):
        if self.name != 'parametrize' and len(args) == 1 and not kwargs and callable(args[0]) and not self.args:
            return self.marked(args[0])
        if self.args or self.kwargs:
            return self.marked(args[0])
        return Mark(self.name, args, kwargs)

    def marked(self, target):
        marks = list(target.__dict__.get('pytestmark', []))
        target.pytestmark = [*marks, self]
        return target


class Marks:
    def __getattr__(self, name):
        return Mark(name)


def fixture(*args, **_):
    def mark(function):
        function.is_fixture = True
        return function
    return mark(args[0]) if args and callable(args[0]) else mark


def install():
    pytest = types.ModuleType('pytest')
    pytest.raises, pytest.warns, pytest.skip, pytest.fixture = raises, warns, skip, fixture
    pytest.param, pytest.mark, pytest.deprecated_call = Param, Marks(), warns
    pytest.fail = lambda message='': (_ for _ in ()).throw(AssertionError(message))
    pytest.importorskip = lambda name, **_: skip(name)
    pytest.approx = lambda value, **_: value
    sys.modules['pytest'] = pytest
    hypothesis, extra, arrays = (types.ModuleType(name) for name in ('hypothesis', 'hypothesis.extra', 'hypothesis.extra.numpy'))
    hypothesis.given = lambda *_, **__: Mark('skip').marked
    arrays.__getattr__ = lambda name: (lambda *_, **__: None)
    extra.numpy, hypothesis.extra = arrays, extra
    sys.modules.update({'hypothesis': hypothesis, 'hypothesis.extra': extra, 'hypothesis.extra.numpy': arrays})


def parameters(function, owner):
    """Every set of keyword arguments that `parametrize` marks make; None for a test that is skipped."""
    marks = [*getattr(owner, 'pytestmark', []), *getattr(function, 'pytestmark', [])]
    if any(mark.skipped for mark in marks):
        return []
    axes = []
    for mark in marks:
        if mark.name != 'parametrize':
            continue
        names = mark.args[0]
        is_one = isinstance(names, str) and ',' not in names
        names = [name.strip() for name in names.split(',')] if isinstance(names, str) else list(names)
        choices = []
        for value in mark.args[1]:
            if isinstance(value, Param):
                if not value.skipped:
                    choices.append(dict(zip(names, value.values)))
            else:
                choices.append(dict(zip(names, [value] if is_one else value)))
        axes.append(choices)
    return [{key: value for part in parts for key, value in part.items()} for parts in itertools.product(*axes)]


class MonkeyPatch:
    def setattr(self, *_, **__):
        raise Skipped('monkeypatch')

    __getattr__ = setattr


def alarm(*_):
    raise TooLong


def run_one(function, instance, arguments):
    """Whether it passed; the folder that it may have asked for goes with it."""
    with contextlib.ExitStack() as stack:
        names = set(inspect.signature(function).parameters) - set(arguments)
        if 'tmp_path' in names:
            arguments['tmp_path'] = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if 'monkeypatch' in names:
            arguments['monkeypatch'] = MonkeyPatch()
        warnings.simplefilter('ignore')
        signal.signal(signal.SIGALRM, alarm)
        signal.alarm(SECONDS_A_TEST)
        try:
            if instance is not None and hasattr(instance, 'setup_method'):
                instance.setup_method()
            function(**arguments)
            return True
        except (Exception, TooLong) as error:
            if os.environ.get('RECORDER_TELLS'):
                print(function.__qualname__, arguments, repr(error)[:300], file=sys.stderr)
            return False
        finally:
            signal.alarm(0)
            if instance is not None and hasattr(instance, 'teardown_method'):
                with contextlib.suppress(Exception):
                    instance.teardown_method()


def tests_of(module):
    """(name, function, class) of each test."""
    for name, value in list(vars(module).items()):
        if name.startswith('test') and inspect.isfunction(value):
            yield name, value, None
        elif name.startswith('Test') and inspect.isclass(value):
            for key in dir(value):
                if key.startswith('test') and callable(getattr(value, key)):
                    yield f'{name}.{key}', getattr(value, key), value


def run(module, wanted, started):
    """Runs the tests whose name `wanted` takes; `started(name)` before each. Gives (passed, run)."""
    passed = count = 0
    for name, function, owner in tests_of(module):
        if not wanted(name):
            continue
        for arguments in parameters(function, owner):
            started(name)
            instance = owner() if owner else None
            bound = getattr(instance, function.__name__) if owner else function
            passed += run_one(bound, instance, dict(arguments))
            count += 1
    return passed, count
