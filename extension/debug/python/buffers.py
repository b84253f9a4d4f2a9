FULL_RO = 0x11C  # PyBUF_FULL_RO: whatever the exporter is like


def address_of_buffer(exporter):
    """The address of the first item, from Python's own buffer protocol; 0 where it cannot be told."""
    try:
        import ctypes

        # A Py_buffer is eleven words at the most; the first is the address, and no other is looked at.
        view = (ctypes.c_size_t * 12)()
        get = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.py_object, ctypes.c_void_p, ctypes.c_int)
        release = ctypes.PYFUNCTYPE(None, ctypes.c_void_p)
        get(('PyObject_GetBuffer', ctypes.pythonapi))(exporter, ctypes.addressof(view), FULL_RO)
        try:
            return view[0]
        finally:
            release(('PyBuffer_Release', ctypes.pythonapi))(ctypes.addressof(view))
    except (ImportError, AttributeError, BufferError, OSError):
        return 0


def buffer_kinds():
    """Types whose instances own a whole buffer that runs no code of the user's."""
    array, mmap = sys.modules.get('array'), sys.modules.get('mmap')
    return [bytes, bytearray, getattr(array, 'array', None), getattr(mmap, 'mmap', None)]


def is_ctypes_array(value):
    """An array of ctypes' own making: not of a class that the user wrote, which may have a `__buffer__`."""
    kinds = mro(type(value))
    array = getattr(sys.modules.get('ctypes'), 'Array', None)
    is_own = len(kinds) > 1 and array is not None and kinds[1] is array
    return is_own and '__buffer__' not in names_of_type(kinds[0])


def is_plain_buffer(value):
    return one_of(type(value), buffer_kinds()) or is_ctypes_array(value)


def buffer_of(value):
    """A memoryview of what has a buffer, or None."""
    try:
        return memoryview(value)
    except (TypeError, BufferError, ValueError):
        return None


def raw_buffer(exporter):
    """The bytes of a contiguous exporter, to be sliced; None where they are not in one piece."""
    view = memoryview(exporter)
    if view.nbytes == 0:
        return memoryview(b'')
    if not view.c_contiguous:
        return None
    numpy = module('numpy')
    if numpy is not None:
        return memoryview(numpy.frombuffer(exporter, numpy.uint8))
    try:
        return view.cast('B')
    except TypeError:  # a format that only ctypes and array know
        ctypes = sys.modules.get('ctypes')
        return None if view.readonly or not ctypes else (ctypes.c_char * view.nbytes).from_buffer(exporter)


def raw_ndarray(array):
    """The bytes of a live array that owns them, whatever its dtype and order are."""
    numpy = module('numpy')
    pointer, _ = interface_of(array)['data']
    is_read_only = not numpy.ndarray.flags.__get__(array).writeable
    return raw_bounds(array, pointer, numpy.ndarray.nbytes.__get__(array), is_read_only)


class Lent:
    """Stands for bytes that `holder` keeps alive, in NumPy's array interface."""


def raw_bounds(holder, pointer, byte_length, is_read_only):
    if byte_length == 0:
        return memoryview(b'')
    lent = Lent()
    lent.holder = holder
    lent.__array_interface__ = {
        'version': 3, 'typestr': '|u1', 'shape': (byte_length,), 'data': (pointer, is_read_only),
    }
    return memoryview(module('numpy').asarray(lent))


def interface_of(array):
    return module('numpy').ndarray.__array_interface__.__get__(array)


KINDS = {'?': 'bool', 'c': 'S', 's': 'S', 'u': 'U', 'w': 'U'}
KINDS.update(dict.fromkeys('bhilqn', 'int'), **dict.fromkeys('BHILQNP', 'uint'), **dict.fromkeys('efdg', 'float'))
CODES = {'int': 'i', 'uint': 'u', 'float': 'f', 'complex': 'c'}


def dtype_of_format(view):
    """NumPy's text of the dtype that a memoryview's format stands for, told without NumPy."""
    code, size = view.format.lstrip('@=<>!^'), view.itemsize
    kind = 'complex' if code in ('Zf', 'Zd', 'Zg') else KINDS.get(code.lstrip('0123456789'))
    is_swapped = view.format[:1] in ('>!' if sys.byteorder == 'little' else '<')
    if kind == 'bool':
        return 'bool'
    if kind == 'S':
        return '|S%d' % size
    if kind == 'U':
        return ('>' if is_swapped else '<') + 'U%d' % (size // 4) if size % 4 == 0 else 'uint%d' % (8 * size)
    if kind is None or (code[:1].isdigit() and kind != 'S'):
        return dtype_of_numpy(view)
    if is_swapped and size > 1:
        return '>' + CODES[kind] + str(size)
    return kind + str(8 * size)


def dtype_of_numpy(view):
    numpy = module('numpy')
    try:
        return str(numpy.asarray(view).dtype)
    except BaseException:  # no NumPy, or one that does not know the format
        return '|V%d' % view.itemsize
