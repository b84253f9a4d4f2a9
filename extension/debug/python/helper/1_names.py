"""The helper in the debuggee, part 1 of 5: what everything here stands on.

The parts are joined in the order of their numbers and run once a process, in a module of their own that is kept in
`sys.modules`. They import nothing heavy, NumPy least of all: what the program has not loaded, none of its values is of.
Types are asked with `type(v)` and read through the descriptors of the builtin classes: what an object says of itself
(`__class__`, `shape`, `__getattr__`) may be wrong, slow or raise, and is never asked.
"""

import base64
import json
import sys
import time

NAME_CHARS = 200
MESSAGE_CHARS = 500


class Refusal(Exception):
    """What the user is told: a kind of the extension's error family, what happened, what to do."""

    def __init__(self, kind, message, action=None):
        super().__init__(message)
        self.kind, self.message, self.action = kind, message, action


def no_layout(message, action=None):
    return Refusal('not-inspectable', message, action)


def loaded(name):
    """A module the program has loaded, or None."""
    module = sys.modules.get(name)
    return module if type(module) is type(sys) else None


class Classes(tuple):
    """Classes that are told apart by identity: one may have a class of its own that says it is equal to any."""

    def __contains__(self, kind):
        return any(one is kind for one in self)


def mro(value):
    """The classes of a value's type: never `value.__class__`, which may lie."""
    return Classes(type.__dict__['__mro__'].__get__(type(value)))


def is_one_of(value, *kinds):
    return any(type(value) is kind for kind in kinds)


def class_part(value, name):
    """`__name__`, `__dict__` of a value's type as `type` itself has them."""
    return type.__dict__[name].__get__(type(value))


def type_name(value):
    module = class_part(value, '__dict__').get('__module__')
    name = class_part(value, '__name__')
    known = not isinstance(module, str) or module in ('builtins', 'numpy', '__main__')
    return (name if known or module.startswith('numpy.') else module + '.' + name)[:NAME_CHARS]


def is_array(value):
    numpy = loaded('numpy')
    return numpy is not None and numpy.ndarray in mro(value)


def array_part(array, name):
    """An attribute of the base class ndarray, whatever a subclass has under that name."""
    return loaded('numpy').ndarray.__dict__[name].__get__(array)


def plain(array):
    """The same array as the base class has it."""
    numpy = loaded('numpy')
    return array if type(array) is numpy.ndarray else numpy.ndarray.view(array, numpy.ndarray)


def address_of(array):
    return array_part(array, '__array_interface__')['data'][0]


def exact_text(value):
    """A value's text where no code of the program's is run for it, cut to what fits a table."""
    if is_one_of(value, int, float, bool, type(None), complex):
        return repr(value)[:80] if type(value) is not int or abs(value) < 10**40 else '…'
    if is_one_of(value, str, bytes):
        return repr(value[:40]) + ('…' if len(value) > 40 else '')
    return None


def names_of(value, names):
    """The variable that is bound to this very object, or None."""
    for name, other in names:
        if other is value:
            return name
    return None


def bindings(local_names, global_names):
    """(name, value, scope) of what the frame sees, its own names first; what debuggers and Python put there is left out."""
    seen = set()
    for scope, names in (('local', local_names), ('global', global_names)):
        for name in list(names):
            if type(name) is not str or name in seen or name.startswith(('__', '_pydev')):
                continue
            seen.add(name)
            try:
                yield name, names[name], scope
            except KeyError:
                continue
