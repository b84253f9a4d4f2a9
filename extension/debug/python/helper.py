"""The helper in a debugged Python process: describes arrays and reads their bytes for the extension.

It is installed once, by exec into a new module kept in `sys.modules`, and adds no name to the user's scopes.
Its source is the concatenation of these files:
Order: helper.py scope.py buffers.py arrays.py array_likes.py boxes.py subjects.py listing.py measure.py

Invariant: `ask` never raises, reads bytes only through live objects, and imports no large module: NumPy, torch and pandas
are used only where the program has imported them. Python 3.8 and later, NumPy 1.24 and later.
"""
import base64
import json
import struct
import sys
import time
import zlib

MIN_ANSWER_LENGTH = 70000  # characters: debugpy delays small replies
MAX_BYTES = 1 << 20  # of one request
MAX_WINDOW_BYTES = 4 << 20  # of all windows of one request
MAX_NAME, MAX_MESSAGE = 200, 500  # characters
POINTER = struct.calcsize('P')


class Refused(Exception):
    """An error for the extension, of one of its kinds."""

    def __init__(self, kind, message):
        Exception.__init__(self, message)
        self.kind, self.message = kind, message


def module(name):
    """Returns NumPy, torch or pandas if the program has imported it, or None; does not trigger a lazy import."""
    found = sys.modules.get(name)
    mark = {'numpy': 'ndarray', 'torch': 'Tensor', 'pandas': 'DataFrame'}[name]
    return found if isinstance(names_of_module(found).get(mark), type) else None


def names_of_module(found):
    kind = type(sys)
    return kind.__dict__['__dict__'].__get__(found) if is_a(found, kind) else {}


def ask(request, local_names, global_names):
    """Answers a request with `NAI1:`, base64 of (length of the JSON, the JSON, blobs), `:` and padding."""
    blobs = []
    try:
        body = json.loads(base64.b64decode(request))
        answer = operation_of(body)(body, Scope(local_names, global_names), blobs)
    except BaseException as error:  # the user's program must go on in any case
        answer, blobs = {'error': error_fields(error)}, []
    try:
        return envelope(answer, blobs)
    except BaseException as error:
        return envelope({'error': error_fields(error)}, [])


def operation_of(body):
    operations = {'observe': observe, 'read': read, 'write': write, 'measure': measure, 'release': release}
    if body.get('op') not in operations:
        raise Refused('protocol', 'no such request: %r' % body.get('op'))
    return operations[body['op']]


def envelope(answer, blobs):
    text = json.dumps(answer, separators=(',', ':')).encode('ascii')
    payload = b''.join([len(text).to_bytes(4, 'little'), text] + blobs)
    return ('NAI1:' + base64.b64encode(payload).decode('ascii') + ':').ljust(MIN_ANSWER_LENGTH, '.')


def add_blob(blobs, data):
    """Adds bytes to the answer; returns their description in the JSON."""
    at = sum(map(len, blobs))
    blobs.append(data)
    return {'at': at, 'length': len(data)}


def error_fields(error):
    if type(error) is Refused:
        return {'kind': error.kind, 'message': clip(error.message, MAX_MESSAGE)}
    try:
        text = str(error)  # may run code of the user's
    except BaseException:
        text = ''
    text = clip(text, MAX_MESSAGE)
    name = type_name(type(error))
    return {'kind': 'internal', 'message': clip(name + ': ' + text if text else name, MAX_MESSAGE)}


def clip(text, max_length):
    """Returns at most `max_length` characters, without calling methods of a subclass of str."""
    length = str.__len__(text)
    return str.__getitem__(text, slice(max_length)) if length <= max_length else str.__getitem__(text, slice(max_length - 1)) + '…'


def mro(kind):
    """Returns the classes of a type without asking its metaclass."""
    return type.__dict__['__mro__'].__get__(kind)


def type_name(kind):
    name = clip(type.__dict__['__name__'].__get__(kind), MAX_NAME)
    return name + '.' + name if home_of(kind) == name else name  # `mmap.mmap`, `array.array`


def home_of(kind):
    """Returns the name of a type's module."""
    home = names_of_type(kind).get('__module__') if is_heap_type(kind) else type.__dict__['__module__'].__get__(kind)
    return home if type(home) is str else ''


def is_heap_type(kind):
    return bool(type.__dict__['__flags__'].__get__(kind) & 1 << 9)


def names_of_type(kind):
    return type.__dict__['__dict__'].__get__(kind)


def is_a(value, kind):
    """Like `isinstance`, but by the real type, not `__class__`."""
    return kind is not None and one_of(kind, mro(type(value)))


def one_of(kind, kinds):
    """Like `in`, but without the `__eq__` of a metaclass."""
    return any(kind is other for other in kinds)


def product(numbers):
    result = 1
    for number in numbers:
        result *= number
    return result
