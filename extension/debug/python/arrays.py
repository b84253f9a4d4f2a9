def grow(chain):
    """Extends a list of one object by its bases: view first, owner last."""
    while True:
        base = base_of(chain[-1])
        if base is None or len(chain) > 1000:
            return
        chain.append(base)


def base_of(value):
    """Returns the base of a view, or None for an owner."""
    numpy = module('numpy')
    if numpy is not None:
        if is_a(value, numpy.ndarray):
            return numpy.ndarray.base.__get__(value)
        if type_name(type(value)) == 'DummyArray' and is_dummy_array(type(value)):
            return value.base
    return value.obj if type(value) is memoryview else None


def is_dummy_array(kind):
    """Whether it is the `DummyArray` of NumPy's `as_strided`, not a class of the same name."""
    home = home_of(kind)
    return home.split('.')[0] == 'numpy' and names_of_module(sys.modules.get(home)).get('DummyArray') is kind


def bounds(pointer, shape, strides, itemsize):
    """Returns the addresses of the first byte and past the last one."""
    if 0 in shape:
        return pointer, pointer
    reach = [(count - 1) * stride for count, stride in zip(shape, strides)]
    return pointer + sum(step for step in reach if step < 0), pointer + sum(
        step for step in reach if step > 0) + itemsize


class Span:
    """A range of memory with a live owner; `raw()` returns its bytes, to be sliced."""

    def __init__(self, address, byte_length, raw, is_writable=True, note=None):
        self.address, self.byte_length, self.raw = address, byte_length, raw
        self.is_writable, self.note = is_writable, note
        self.file_offset = self.unreadable = None


def span_of(chain, runs_code=True):
    """Returns the memory of the owner of a complete chain. Without `runs_code`, calls no `__buffer__` of a user's class."""
    owner = chain[-1]
    numpy = module('numpy')
    if numpy is not None and is_a(owner, numpy.ndarray):
        if numpy.ndarray.flags.__get__(owner).owndata:
            pointer, is_read_only = interface_of(owner)['data']
            return Span(pointer, numpy.ndarray.nbytes.__get__(owner), lambda: raw_ndarray(owner), not is_read_only)
    elif is_plain_buffer(owner):
        return span_of_buffer(owner)
    arrays = [link for link in chain if numpy is not None and is_a(link, numpy.ndarray)]
    if runs_code and buffer_of(owner) is not None and buffer_of(owner).c_contiguous:
        span = span_of_buffer(owner)
        if not arrays or holds(span, *bounds_of(arrays[-1])):
            return span
    if not arrays:
        raise Refused('not-inspectable', 'the bytes of a %s are not in one piece' % type_name(type(chain[0])))
    return span_of_bounds(arrays[-1], owner)


def span_of_buffer(owner):
    view = memoryview(owner)
    span = Span(address_of_buffer(owner), view.nbytes, lambda: raw_buffer(owner), not view.readonly)
    if is_mmap(owner):
        locate_map(span, owner)
    return span


def is_mmap(value):
    return type(value) is getattr(sys.modules.get('mmap'), 'mmap', None)


def locate_map(span, owner):
    """Sets the offset of a map in its file. Reading past the end of a truncated file would crash the program."""
    offset_text = repr(owner).partition('offset=')[2].rstrip('>')  # absent in Python 3.8
    try:
        size = owner.size()
    except OSError:  # it has no file
        return
    span.file_offset = int(offset_text) if offset_text.isdigit() else None
    if size < (span.file_offset or 0) + span.byte_length:
        span.unreadable = TRUNCATED_NOTE


TRUNCATED_NOTE = 'Its file is shorter than the map by now: reading past its end would end the program.'


def holds(span, low, high):
    return span.address <= low and high <= span.address + span.byte_length


def bounds_of(array):
    kind = module('numpy').ndarray
    return bounds(interface_of(array)['data'][0], kind.shape.__get__(array), kind.strides.__get__(array),
                  kind.itemsize.__get__(array))


def span_of_bounds(array, owner):
    """Returns the part of an owner of unknown size that the outermost array reaches."""
    low, high = bounds_of(array)
    _, is_read_only = interface_of(array)['data']
    note = 'The size of its owner (%s) is not known: only what the array reaches is shown.' % (
        'none' if owner is array else type_name(type(owner)))
    return Span(low, high - low, lambda: raw_bounds(array, low, high - low, is_read_only),
                not is_read_only, note)


FLAGS = ('C_CONTIGUOUS', 'F_CONTIGUOUS', 'OWNDATA', 'WRITEABLE', 'ALIGNED', 'WRITEBACKIFCOPY')


class FoundArray:
    """The array that an expression stands for: its layout and memory."""

    def __init__(self, chain, kind, dtype, shape, strides, itemsize):
        self.chain, self.type_name = chain, kind
        self.dtype, self.shape, self.strides, self.itemsize = dtype, list(shape), list(strides), itemsize
        self.span, self.offset, self.flags, self.notes = None, 0, {}, []
        self.boxes = self.file = self.unreadable = self.file_offset = self.mark = None
        self.is_copy = self.is_view = False
        self.identity_text, self.counts, self.is_pointers = None, [], False

    def place(self, span, pointer):
        self.span, self.offset = span, (pointer - span.address if span.address else 0)
        self.unreadable, self.file_offset = span.unreadable, span.file_offset
        if span.note:
            self.notes.append(span.note)
        return self

    def can_write(self):
        is_writable = self.flags['WRITEABLE'] and self.span.is_writable
        return is_writable and not self.is_pointers and not self.is_copy and self.unreadable is None

    def identity(self):
        """Changes with address, size, dtype and layout; scalars and tables of pointers have a mark instead of an address."""
        if self.identity_text is not None:
            return self.identity_text
        where = self.mark if self.mark is not None else self.span.address or id(self.chain[-1])
        parts = [where, self.span.byte_length, self.dtype, self.shape, self.strides, self.offset]
        text = json.dumps(parts, separators=(',', ':')).encode('ascii')
        is_short = len(text) <= MAX_NAME
        self.identity_text = text.decode('ascii') if is_short else '%d:%08x%08x' % (
            len(text), zlib.crc32(text), zlib.adler32(text))
        return self.identity_text


def own_flags(found, is_writable, owns):
    """Sets the six flags of an object that is not a NumPy array, by NumPy's rules."""
    address = found.span.address + found.offset
    size = max(1, min(found.itemsize, 16))
    is_aligned = all(number % size == 0 for number in [address] + found.strides) if size & (size - 1) == 0 else True
    c, f = is_contiguous(found, -1), is_contiguous(found, 1)
    found.flags = dict(zip(FLAGS, (c, f, owns, is_writable, is_aligned, False)))
    return found


def is_contiguous(found, step):
    """Tests for C order with step -1, for Fortran order with 1; axes of length 1 are ignored."""
    expected = found.itemsize
    if 0 in found.shape:
        return True
    for count, stride in list(zip(found.shape, found.strides))[::step]:
        if count != 1 and stride != expected:
            return False
        expected *= count
    return True


def from_ndarray(chain, scope):
    """Describes an ndarray by the descriptors of ndarray itself, which subclasses cannot override."""
    kind, array = module('numpy').ndarray, chain[0]
    dtype = kind.dtype.__get__(array)
    found = FoundArray(chain, type_name(type(array)), dtype_text(dtype), kind.shape.__get__(array),
                  kind.strides.__get__(array), dtype.itemsize)
    found.place(span_of(chain), interface_of(array)['data'][0])
    flags = kind.flags.__get__(array)
    found.flags = {name: bool(flags[name]) for name in FLAGS}
    if dtype.hasobject:
        describe_objects(found, dtype, scope)
    note_subclass(found, array)
    locate_file(found)
    return found


def dtype_text(dtype):
    if dtype.kind == 'T' or (dtype.hasobject and dtype.kind not in 'OV'):
        raise Refused('not-inspectable', '%s items have no fixed layout: their characters are elsewhere' % dtype)
    text = str(without_pointers(dtype)) if dtype.hasobject else str(dtype)
    if str.__len__(text) > 100000:
        raise Refused('not-inspectable', 'the dtype has too many fields (%d characters)' % len(text))
    return clip(text, 100000)


def without_pointers(dtype):
    """Returns the dtype with unsigned integers in place of pointers to objects."""
    numpy = module('numpy')
    if dtype.subdtype is not None:
        return numpy.dtype((without_pointers(dtype.subdtype[0]), dtype.subdtype[1]))
    if dtype.fields is None:
        return numpy.dtype('u%d' % POINTER) if dtype.hasobject else dtype
    fields = [dtype.fields[name] for name in dtype.names]
    return numpy.dtype({'names': list(dtype.names), 'formats': [without_pointers(field[0]) for field in fields],
                        'offsets': [field[1] for field in fields], 'itemsize': dtype.itemsize})


def note_subclass(found, array):
    masked = getattr(sys.modules.get('numpy.ma'), 'MaskedArray', None)
    if is_a(array, masked):
        found.notes.append('These are its data; the mask is another array, its `.mask`.')


def locate_file(found):
    """Locates a memmap in its file by addresses, since slices keep the `offset` of their base."""
    memmap = module('numpy').memmap
    maps = [link for link in found.chain if is_a(link, memmap)]
    if not maps or not is_mmap(found.chain[-1]):
        return
    attributes = memmap.__dict__['__dict__'].__get__(maps[-1])
    offset, path, mode = attributes.get('offset'), attributes.get('filename'), attributes.get('mode')
    if type(offset) is not int or not found.span.address:
        return
    found.file_offset = offset - offset % sys.modules['mmap'].ALLOCATIONGRANULARITY
    if found.chain[-1].size() < found.file_offset + found.span.byte_length:
        found.unreadable = TRUNCATED_NOTE
    if path is not None:
        found.file = {'path': path_text(path), 'offset': found.file_offset + found.offset,
                      'mode': mode if type(mode) is str else 'r'}


def path_text(path):
    return clip(path if is_a(path, str) else str(path), 32767)
