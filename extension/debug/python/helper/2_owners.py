"""The helper in the debuggee, part 2 of 5: who owns an array's bytes, and how they are read.

An owner is an object that is alive, and the block of memory that it owns. Its bytes are reached through itself (the
buffer protocol, or its own pointer while it is held): an address that is only remembered is never followed.
"""


class Pointer:
    """Memory of a live object as NumPy takes it; holds the object."""

    def __init__(self, owner, address, byte_length, read_only):
        self.owner = owner
        self.__array_interface__ = {
            'version': 3,
            'data': (address, read_only),
            'shape': (byte_length,),
            'typestr': '|u1',
        }


class Block:
    """`byte_length` bytes from `address` that `owner` owns."""

    def __init__(self, owner, address, byte_length, read_only, view=None):
        self.owner, self.address, self.byte_length, self.read_only = owner, address, byte_length, read_only
        self._view = view

    def view(self):
        """The bytes as a memoryview over the live owner."""
        if self._view is not None:
            return self._view
        if self.byte_length == 0:
            return memoryview(b'')
        return memoryview(loaded('numpy').asarray(Pointer(self.owner, self.address, self.byte_length, self.read_only)))


class Synthetic(Block):
    """A table of pointers: its bytes are made from the objects' identities, never read."""

    def __init__(self, owner, objects, address):
        super().__init__(owner, address, len(objects) * 8, True)
        self.objects = objects

    def read(self, start, stop):
        first, last = start // 8, -(-stop // 8)
        table = b''.join(id(one).to_bytes(8, 'little') for one in self.objects[first:last])
        return table[start - first * 8 : stop - first * 8]


def read_block(block, start, stop):
    start, stop = max(0, start), min(block.byte_length, stop)
    if stop <= start:
        return b''
    return block.read(start, stop) if isinstance(block, Synthetic) else bytes(block.view()[start:stop])


def buffer_block(owner):
    """The whole buffer of an object that has one."""
    view = memoryview(owner)
    numpy = loaded('numpy')
    flat = view if view.ndim == 1 and view.format == 'B' else flat_view(view)
    if flat is None:
        return None
    address = address_of(numpy.frombuffer(flat, numpy.uint8)) if numpy and len(flat) else address_by_ctypes(flat)
    return Block(owner, address, len(flat), flat.readonly, flat)


def flat_view(view):
    """A contiguous view as bytes; None for one with gaps."""
    if not view.c_contiguous:
        return flat_view(memoryview(view.obj)) if view.obj is not None and type(view.obj) is not memoryview else None
    return view.cast('B') if view.nbytes else memoryview(b'')


def address_by_ctypes(flat):
    if flat.readonly or len(flat) == 0:
        return 0
    import ctypes

    return ctypes.addressof(ctypes.c_char.from_buffer(flat))


def array_extent(array):
    """Address of the lowest byte of any item, and bytes from there to the end of the highest."""
    low = high = 0
    shape, strides = array_part(array, 'shape'), array_part(array, 'strides')
    if 0 in shape:
        return address_of(array), 0
    for length, stride in zip(shape, strides):
        reach = stride * (length - 1)
        low, high = low + min(0, reach), high + max(0, reach)
    return address_of(array) + low, high - low + array_part(array, 'itemsize')


def array_chain(array):
    """The array and the arrays under it, and what they rest on, which is no array (None where the last owns its data)."""
    chain = [array]
    base = array_part(array, 'base')
    while base is not None and len(chain) < 64:
        if is_array(base):
            chain.append(base)
            base = array_part(base, 'base')
        elif class_part(base, '__name__') == 'DummyArray':
            base = base.__dict__.get('base')
        else:
            return chain, base
    return chain, None


def owner_of(array):
    """(chain, block, note): the arrays from the view down, and the block of memory that they lie in."""
    chain, base = array_chain(array)
    last = chain[-1]
    if base is not None:
        try:
            block = buffer_block(base)
        except (TypeError, ValueError, BufferError):
            block = None
        if block is not None and block.address:
            return chain + [base], block, None
    address, byte_length = array_extent(last)
    read_only = not array_part(last, 'flags').writeable
    if array_part(last, 'flags').owndata:
        byte_length = max(byte_length, array_part(last, 'nbytes'))
        return chain, Block(last, address, byte_length, read_only), None
    note = 'how far the memory of the %s goes is not known: shown is what the array reaches' % type_name(
        last if base is None else base
    )
    return chain + ([] if base is None else [base]), Block(last, address, byte_length, read_only), note
