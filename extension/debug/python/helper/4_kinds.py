"""The helper in the debuggee, part 4 of 5: values that are no NumPy arrays, and have array memory all the same."""

#: What struct's letters are in NumPy's words; sizes are taken from the view itself.
BUFFER_KINDS = {'b': 'i', 'h': 'i', 'i': 'i', 'l': 'i', 'q': 'i', 'n': 'i', 'B': 'u', 'H': 'u', 'I': 'u', 'L': 'u'}
BUFFER_KINDS.update({'Q': 'u', 'N': 'u', 'P': 'u', 'f': 'f', 'd': 'f', 'e': 'f', 'g': 'f', '?': 'b', 'c': 'S', 's': 'S'})
ALL_TRUE = dict.fromkeys(FLAG_NAMES, True)


def buffer_dtype(view):
    """NumPy's text of a buffer's items; raw bytes where its format is none of NumPy's."""
    text = view.format or 'B'
    order = '>' if text[0] in '>!' else '<'
    letter = text.lstrip('@=<>!')
    if letter.startswith('Z') and letter[1:] in ('f', 'd'):
        return '%sc%d' % (order, view.itemsize)
    kind = BUFFER_KINDS.get(letter[-1:]) if letter[:-1].isdigit() or len(letter) == 1 else None
    if kind == 'b':
        return '|b1'
    if kind is None or kind == 'S':
        return '|%s%d' % (kind or 'V', view.itemsize)
    return '%s%s%d' % ('|' if view.itemsize == 1 else order, kind, view.itemsize)


def describe_buffer(value, names):
    """bytes, bytearray, array.array, memoryview, mmap, ctypes and whatever else has the buffer protocol."""
    try:
        view = memoryview(value)
    except (TypeError, BufferError, ValueError):
        return None
    owner = view.obj if type(value) is memoryview and view.obj is not None else value
    block = buffer_block(owner) if type(value) is memoryview else buffer_block(value)
    if block is None:
        return None
    strides = list(view.strides or ())
    flags = dict(ALL_TRUE, C_CONTIGUOUS=view.c_contiguous, F_CONTIGUOUS=view.f_contiguous)
    flags.update(OWNDATA=owner is value, WRITEABLE=not view.readonly, WRITEBACKIFCOPY=False)
    owners = [value] if owner is value else [value, owner]
    facts = {
        'typeName': type_name(value),
        'dtype': buffer_dtype(view),
        'shape': list(view.shape or ()),
        'strides': strides,
        'offset': view_offset(view, block),
        'itemsize': view.itemsize,
        'flags': flags,
        'owners': owner_facts(owners, names, block),
    }
    return Described(value, facts, block, array_over(view))


def view_offset(view, block):
    """Where item [0, …, 0] of a memoryview is in its owner."""
    numpy = loaded('numpy')
    if numpy is None or view.nbytes == 0 or not block.address:
        low = sum(min(0, stride * (length - 1)) for length, stride in zip(view.shape, view.strides)) if view.strides else 0
        return -low
    return address_of(numpy.asarray(view)) - block.address


def array_over(view):
    numpy = loaded('numpy')
    try:
        return numpy.asarray(view) if numpy is not None else None
    except Exception:
        return None


def describe_interface(value, names):
    """An object with `__array_interface__`: user code is run for it, as the user asked for this very value."""
    found = getattr(value, '__array_interface__', None)
    if not isinstance(found, dict):
        return None
    shape, typestr, strides, data = (found.get(key) for key in ('shape', 'typestr', 'strides', 'data'))
    itemsize = interface_itemsize(typestr)
    if itemsize is None or not lengths(shape, 0) or not (strides is None or lengths(strides)):
        raise no_layout('__array_interface__ of %s is malformed' % type_name(value))
    shape = list(shape)
    strides = list(strides) if strides is not None else contiguous(shape, itemsize)
    if len(strides) != len(shape):
        raise no_layout('__array_interface__ of %s has %d strides for %d axes' % (type_name(value), len(strides), len(shape)))
    flags = dict(ALL_TRUE, OWNDATA=False, WRITEBACKIFCOPY=False, WRITEABLE=False)
    flags.update(C_CONTIGUOUS=strides == contiguous(shape, itemsize))
    flags.update(F_CONTIGUOUS=strides == contiguous(shape[::-1], itemsize)[::-1])
    unreadable, block = None, Block(value, 0, 0, True, memoryview(b''))
    if isinstance(data, tuple):
        unreadable = 'only an address is given for the bytes of this %s, and a bare address is not read' % type_name(value)
    elif data is not None:
        block = buffer_block(data)
        first = int(found.get('offset') or 0)
        low, high = (first + reach for reach in reaches(shape, strides, itemsize))
        if block is None or low < 0 or high > block.byte_length:
            what = 'asks for more bytes than there are in its data'
            raise no_layout('__array_interface__ of %s %s' % (type_name(value), what))
    facts = {
        'typeName': type_name(value),
        'dtype': typestr,
        'shape': shape,
        'strides': strides,
        'offset': int(found.get('offset') or 0),
        'itemsize': itemsize,
        'flags': flags,
        'owners': owner_facts([value], names, block),
    }
    return Described(value, facts, block, None, unreadable=unreadable)


def reaches(shape, strides, itemsize):
    """How far items go below item [0, …, 0], and above it."""
    if 0 in shape:
        return 0, 0
    steps = [stride * (length - 1) for length, stride in zip(shape, strides)]
    return sum(min(0, step) for step in steps), sum(max(0, step) for step in steps) + itemsize


def lengths(numbers, least=None):
    whole = isinstance(numbers, tuple) and len(numbers) <= 64 and all(type(one) is int for one in numbers)
    return whole and all(abs(one) < 2**53 and (least is None or one >= least) for one in numbers)


def interface_itemsize(typestr):
    if type(typestr) is not str or len(typestr) < 3 or typestr[0] not in '<>|' or typestr[1] not in 'biufcmMSUV':
        return None
    digits = typestr[2:].split('[')[0]
    return int(digits) * (4 if typestr[1] == 'U' else 1) if digits.isdigit() and len(digits) < 10 else None


def contiguous(shape, itemsize):
    strides, step = [], itemsize
    for length in reversed(shape):
        strides.insert(0, step)
        step *= max(1, length)
    return strides


TORCH_DTYPES = {'float16': 'float16', 'float32': 'float32', 'float64': 'float64', 'bfloat16': 'bfloat16', 'bool': 'bool'}
TORCH_DTYPES.update({name: name for name in ('int8', 'int16', 'int32', 'int64', 'uint8', 'uint16', 'uint32', 'uint64')})
TORCH_DTYPES.update(complex64='complex64', complex128='complex128', float8_e5m2='float8_e5m2')
TORCH_DTYPES.update(float8_e4m3fn='float8_e4m3fn')


def is_tensor(value):
    torch = loaded('torch')
    return torch is not None and getattr(torch, 'Tensor', None) in mro(value)


def describe_tensor(value, names):
    """A torch tensor: its storage, its offset in it, its strides."""
    if not is_tensor(value):
        return None
    torch = loaded('torch')
    if value.device.type != 'cpu' or value.layout is not torch.strided:
        where = value.device if value.device.type != 'cpu' else value.layout
        raise no_layout('on %s, not read' % where, 'Bring it to the CPU, as in x.cpu(), to see its bytes.')
    dtype = TORCH_DTYPES.get(str(value.dtype).replace('torch.', ''))
    if dtype is None:
        raise no_layout('tensors of dtype %s have no counterpart in NumPy' % value.dtype)
    tensor = value.detach()
    storage = tensor.untyped_storage()
    itemsize = tensor.element_size()
    # The storage as a tensor of bytes, which NumPy sees as it is.
    octets = torch.empty(0, dtype=torch.uint8).set_(storage)
    view = memoryview(octets.numpy()) if storage.nbytes() else memoryview(b'')
    block = Block(storage, storage.data_ptr(), storage.nbytes(), False, view)
    shape, strides = list(tensor.shape), [step * itemsize for step in tensor.stride()]
    flags = dict(ALL_TRUE, OWNDATA=False, WRITEBACKIFCOPY=False, C_CONTIGUOUS=tensor.is_contiguous())
    flags['F_CONTIGUOUS'] = tensor.t().is_contiguous() if tensor.dim() == 2 else tensor.dim() < 2 and tensor.is_contiguous()
    facts = {
        'typeName': type_name(value),
        'dtype': dtype,
        'shape': shape,
        'strides': strides,
        'offset': tensor.storage_offset() * itemsize,
        'itemsize': itemsize,
        'flags': flags,
        'owners': owner_facts([value, storage], names, block),
    }
    lazy = 'its values are conjugated as they are read: the bytes are not' if tensor.is_conj() else None
    return Described(value, facts, block, None if dtype not in ('float32', 'float64') else tensor.numpy(), [lazy])


def is_pandas(value, kind):
    pandas = loaded('pandas')
    return pandas is not None and getattr(pandas, kind, None) in mro(value)


def describe_frame(value, names):
    """A pandas Series or Index: the array behind it. A DataFrame: the first of its blocks, and what the others are."""
    if is_pandas(value, 'DataFrame'):
        return describe_blocks(value, names)
    if not (is_pandas(value, 'Series') or is_pandas(value, 'Index')):
        return None
    found = numpy_behind(value._values)
    if found is None:
        raise no_layout('a Series of dtype %s keeps its values in no NumPy array' % value.dtype, 'Inspect x.to_numpy().')
    described = describe_array(found, names)
    described.notes.insert(0, 'the array behind a pandas %s' % type(value).__name__)
    return described


def numpy_behind(values):
    for found in (values, getattr(values, '_ndarray', None), getattr(values, '_data', None)):
        if is_array(found):
            return found
    return None


def describe_blocks(frame, names):
    blocks = frame._mgr.blocks
    if not blocks:
        raise no_layout('a DataFrame without columns has no bytes')
    found = [numpy_behind(block.values) for block in blocks]
    first = next((position for position, array in enumerate(found) if array is not None), None)
    if first is None:
        raise no_layout('none of the blocks of this DataFrame is a NumPy array', 'Inspect df.to_numpy().')
    described = describe_array(found[first], names)
    lines = [block_text(frame, position, block) for position, block in enumerate(blocks[:8])]
    described.notes[:0] = ['block %d of %d of a pandas DataFrame' % (first, len(blocks))] + lines
    return described


def block_text(frame, position, block):
    columns = [str(frame.columns[place]) for place in list(block.mgr_locs)[:6]]
    more = ', …' if len(block.mgr_locs) > 6 else ''
    return 'df._mgr.blocks[%d].values: %s of %s%s' % (position, block.dtype, ', '.join(columns), more)
