FULL_RO = 0x11C  # PyBUF_FULL_RO


def address_of_buffer(exporter):
    """Returns the address of the first item by the buffer protocol; 0 where it is unknown."""
    try:
        import ctypes

        # A Py_buffer has at most eleven words; only the first, the address, is read.
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
    """Types whose buffers run no code of the user's."""
    array, mmap = sys.modules.get('array'), sys.modules.get('mmap')
    return [bytes, bytearray, getattr(array, 'array', None), getattr(mmap, 'mmap', None)]


def is_ctypes_array(value):
    """Whether it is a plain ctypes array, not a user's subclass, which may have a `__buffer__`."""
    kinds = mro(type(value))
    array = getattr(sys.modules.get('ctypes'), 'Array', None)
    is_own = len(kinds) > 1 and array is not None and kinds[1] is array
    return is_own and '__buffer__' not in names_of_type(kinds[0])


def is_plain_buffer(value):
    return one_of(type(value), buffer_kinds()) or is_ctypes_array(value)


def buffer_of(value):
    """Returns a memoryview, or None for objects without a buffer."""
    try:
        return memoryview(value)
    except (TypeError, BufferError, ValueError):
        return None


def raw_buffer(exporter):
    """Returns the bytes of a contiguous exporter, to be sliced; None where it is not contiguous."""
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
    except TypeError:  # a format of ctypes or array
        ctypes = sys.modules.get('ctypes')
        return None if view.readonly or not ctypes else (ctypes.c_char * view.nbytes).from_buffer(exporter)


def raw_ndarray(array):
    """Returns the bytes of an array that owns its data, of any dtype and order."""
    numpy = module('numpy')
    pointer, _ = interface_of(array)['data']
    is_read_only = not numpy.ndarray.flags.__get__(array).writeable
    return raw_bounds(array, pointer, numpy.ndarray.nbytes.__get__(array), is_read_only)


class Exporter:
    """Exports bytes that `holder` keeps alive, by NumPy's array interface."""


def raw_bounds(holder, pointer, byte_length, is_read_only):
    if byte_length == 0:
        return memoryview(b'')
    exporter = Exporter()
    exporter.holder = holder
    exporter.__array_interface__ = {
        'version': 3, 'typestr': '|u1', 'shape': (byte_length,), 'data': (pointer, is_read_only),
    }
    return memoryview(module('numpy').asarray(exporter))


def interface_of(array):
    return module('numpy').ndarray.__array_interface__.__get__(array)


KINDS = {'?': 'bool', 'c': 'S', 's': 'S', 'u': 'U', 'w': 'U'}
KINDS.update(dict.fromkeys('bhilqn', 'int'), **dict.fromkeys('BHILQNP', 'uint'), **dict.fromkeys('efdg', 'float'))
CODES = {'int': 'i', 'uint': 'u', 'float': 'f', 'complex': 'c'}


def dtype_of_format(view):
    """Returns NumPy's text of the dtype for a memoryview's format, without using NumPy where possible."""
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
    except BaseException:  # no NumPy, or a format that it does not support
        return '|V%d' % view.itemsize
