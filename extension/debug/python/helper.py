"""The guest in a debugged Python process: tells of arrays and their bytes when the extension asks.

It is installed once, by exec into a fresh module kept in `sys.modules`, and leaves no name in a scope of the user's.
Its source is these files one after the other, in this order:
Order: helper.py scope.py buffers.py arrays.py array_likes.py boxes.py subjects.py listing.py measure.py

Invariant: `ask` never raises, reads bytes only through objects that are alive, and imports nothing heavy: NumPy, torch
and pandas are looked at where the program has them already. Python 3.8 and later, NumPy 1.24 and later.
"""
import base64
import json
import struct
import sys
import time
import zlib

LEAST_ANSWER = 70000  # characters: debugpy answers small replies late
MOST_BYTES = 1 << 20  # of one request
MOST_WINDOWS = 4 << 20  # of all windows of one request
NAME, MESSAGE = 200, 500  # characters
POINTER = struct.calcsize('P')


class Refused(Exception):
    """What the helper says no to: one of the extension's kinds of error, and why."""

    def __init__(self, kind, message):
        Exception.__init__(self, message)
        self.kind, self.message = kind, message


def module(name):
    """NumPy, torch or pandas where the program has imported them, or None: a lazy one is not woken."""
    found = sys.modules.get(name)
    mark = {'numpy': 'ndarray', 'torch': 'Tensor', 'pandas': 'DataFrame'}[name]
    return found if isinstance(names_of_module(found).get(mark), type) else None


def names_of_module(found):
    kind = type(sys)
    return kind.__dict__['__dict__'].__get__(found) if is_a(found, kind) else {}


def ask(request, local_names, global_names):
    """Answers one request: `NAI1:` + base64 of (length of the JSON, the JSON, blobs) + `:` and padding."""
    blobs = []
    try:
        body = json.loads(base64.b64decode(request))
        answer = operation_of(body)(body, Scope(local_names, global_names), blobs)
    except BaseException as error:  # whatever it is, the program of the user's has to go on
        answer, blobs = {'error': wire(error)}, []
    try:
        return envelope(answer, blobs)
    except BaseException as error:
        return envelope({'error': wire(error)}, [])


def operation_of(body):
    operations = {'observe': observe, 'read': read, 'write': write, 'measure': measure, 'release': release}
    if body.get('op') not in operations:
        raise Refused('protocol', 'no such request: %r' % body.get('op'))
    return operations[body['op']]


def envelope(answer, blobs):
    text = json.dumps(answer, separators=(',', ':')).encode('ascii')
    payload = b''.join([len(text).to_bytes(4, 'little'), text] + blobs)
    return ('NAI1:' + base64.b64encode(payload).decode('ascii') + ':').ljust(LEAST_ANSWER, '.')


def put(blobs, data):
    """Adds bytes to the answer; what the JSON says of them."""
    at = sum(map(len, blobs))
    blobs.append(data)
    return {'at': at, 'length': len(data)}


def wire(error):
    if type(error) is Refused:
        return {'kind': error.kind, 'message': clip(error.message, MESSAGE)}
    try:
        text = str(error)  # may run code of the user's, as printing it would
    except BaseException:
        text = ''
    text = clip(text, MESSAGE)
    name = type_name(type(error))
    return {'kind': 'internal', 'message': clip(name + ': ' + text if text else name, MESSAGE)}


def clip(text, most):
    """A str of at most `most` characters, whatever a subclass of str makes of itself."""
    length = str.__len__(text)
    return str.__getitem__(text, slice(most)) if length <= most else str.__getitem__(text, slice(most - 1)) + '…'


def mro(kind):
    """The classes of a type, whatever its metaclass says."""
    return type.__dict__['__mro__'].__get__(kind)


def type_name(kind):
    name = clip(type.__dict__['__name__'].__get__(kind), NAME)
    return name + '.' + name if home_of(kind) == name else name  # `mmap.mmap`, `array.array`


def home_of(kind):
    """The name of the module that a type says it is of."""
    home = names_of_type(kind).get('__module__') if is_heap_type(kind) else type.__dict__['__module__'].__get__(kind)
    return home if type(home) is str else ''


def is_heap_type(kind):
    return bool(type.__dict__['__flags__'].__get__(kind) & 1 << 9)


def names_of_type(kind):
    return type.__dict__['__dict__'].__get__(kind)


def is_a(value, kind):
    """`isinstance` by the real type: a `__class__` that lies is not asked."""
    return kind is not None and one_of(kind, mro(type(value)))


def one_of(kind, kinds):
    """`in`, but without the `__eq__` of a metaclass."""
    return any(kind is other for other in kinds)


def product(numbers):
    made = 1
    for number in numbers:
        made *= number
    return made
