def resolve(chain, expression):
    """Replaces an object that stands for an array (a scalar, a Series, an object with `__array__`) by the array.

    Returns the original type name, notes, and the mark of a scalar's identity.
    """
    numpy, pandas = module('numpy'), module('pandas')
    kind = type_name(type(chain[0]))
    if numpy is not None and is_a(chain[0], numpy.generic):
        chain[0] = numpy.ndarray.copy(numpy.generic.__array__(chain[0]))
        mark = 'scalar ' + bytes(raw_ndarray(chain[0])).hex() if not chain[0].dtype.hasobject else 'scalar'
        return kind, ['A scalar: this is a copy of its bytes, as an array of no dimensions.'], mark
    if pandas is not None and (is_a(chain[0], pandas.Series) or is_a(chain[0], pandas.DataFrame)):
        return kind, resolve_pandas(chain, expression), None
    if stands_for_array(chain[0]) and numpy is not None:
        chain[0] = numpy.asarray(chain[0])
        return kind, ['This is the array that its `__array__` gives.'], None
    return kind, [], None


def stands_for_array(value):
    numpy, torch = module('numpy'), module('torch')
    known = [list, tuple, getattr(numpy, 'ndarray', None), getattr(torch, 'Tensor', None)]
    if any(is_a(value, kind) for kind in known) or buffer_of(value) is not None:
        return False
    has = any('__array__' in names_of_type(kind) for kind in mro(type(value)))
    return has and type(attribute(value, '__array_interface__')) is not dict and not on_device(value)


def on_device(value):
    return attribute(value, '__cuda_array_interface__') is not None


def attribute(value, name):
    """Returns an attribute, which may run code of the user's class, or None."""
    try:
        return getattr(value, name, None)
    except BaseException:
        return None


def resolve_pandas(chain, expression):
    """Replaces a Series or DataFrame by its first block that is a NumPy array; returns notes about all blocks."""
    manager = object.__getattribute__(chain[0], '_mgr')
    kind = type_name(type(chain[0]))
    notes, chosen, reason = [], None, 'it has no columns'
    for at, block in enumerate(getattr(manager, 'blocks', ())):
        array = ndarray_behind(block.values)
        where = '(%s)._mgr.blocks[%d].values' % (clip(expression, MAX_NAME), at)
        if array is None:
            reason = 'a %s is not one array of NumPy' % type_name(type(block.values))
            notes.append('Block %d, %s: %s.' % (at, columns_of(manager, block), reason))
            continue
        where += '' if array is block.values else '._ndarray'
        chosen = array if chosen is None else chosen
        notes.append('Block %d, %s: %s %s, `%s`.' % (at, columns_of(manager, block), array.dtype, array.shape, where))
    if chosen is None:
        raise Refused('not-inspectable', '%s: %s' % (kind, reason))
    chain[0] = chosen
    return notes[:20]


def ndarray_behind(values):
    numpy = module('numpy')
    if is_a(values, numpy.ndarray):
        return values
    inner = attribute(values, '_ndarray')
    return inner if is_a(inner, numpy.ndarray) else None


def columns_of(manager, block):
    if len(manager.axes) < 2:
        return 'the values'
    at = block.mgr_locs.as_array.tolist()
    names = [manager.axes[0][index] for index in at[:8]]
    labels = [repr(name) if type(name) in (str, int) else '…' for name in names] + ['…'] * (len(at) > 8)
    return 'columns ' + ', '.join(labels)


def found_array(chain, scope):
    """Describes the first object of a complete chain as an array; raises Refused where it is none."""
    numpy, torch = module('numpy'), module('torch')
    if numpy is not None and is_a(chain[0], numpy.ndarray):
        return from_ndarray(chain, scope)
    if torch is not None and is_a(chain[0], torch.Tensor):
        return from_tensor(chain, torch)
    if is_a(chain[0], list) or is_a(chain[0], tuple):
        return from_sequence(chain, scope)
    if buffer_of(chain[0]) is not None:
        return from_buffer(chain)
    if on_device(chain[0]):
        raise Refused('not-inspectable', 'a %s is on a GPU, not read' % type_name(type(chain[0])))
    interface = attribute(chain[0], '__array_interface__')
    if type(interface) is dict:
        return from_interface(chain, interface)
    raise Refused('not-inspectable', 'no array: %s has no buffer and no array interface' % type_name(type(chain[0])))


def from_buffer(chain):
    """Describes an object with a buffer by its memoryview."""
    view = memoryview(chain[0])
    if any(step >= 0 for step in view.suboffsets or ()):
        raise Refused('not-inspectable', 'its rows are behind pointers (suboffsets)')
    if 'O' in view.format:
        raise Refused('not-inspectable', 'its items are pointers to objects: look at what owns them')
    found = FoundArray(chain, type_name(type(chain[0])), dtype_of_format(view), view.shape, view.strides, view.itemsize)
    found.place(span_of(chain), address_of_buffer(chain[0]))
    return own_flags(found, not view.readonly, len(chain) == 1)


def from_tensor(chain, torch):
    """Describes a CPU tensor over its storage, without calling methods of a subclass."""
    tensor, kind = chain[0], torch.Tensor
    with quiet(torch):
        device, layout = str(kind.device.__get__(tensor)), kind.layout.__get__(tensor)
        if kind.device.__get__(tensor).type != 'cpu':
            raise Refused('not-inspectable', 'on %s, not read' % device)
        if layout is not torch.strided:
            raise Refused('not-inspectable', '%s: its values are in several arrays' % layout)
        dtype, itemsize = str(kind.dtype.__get__(tensor)).split('.')[-1], kind.element_size(tensor)
        if dtype.startswith('q') or dtype == 'complex32':
            raise Refused('not-inspectable', 'NumPy has no dtype for %s' % dtype)
        storage = kind.untyped_storage(tensor) if hasattr(kind, 'untyped_storage') else kind.storage(tensor).untyped()
        strides = [step * itemsize for step in kind.stride(tensor)]
        found = FoundArray(chain, type_name(type(tensor)), dtype, kind.size(tensor), strides, itemsize)
        found.notes += ['Conjugated lazily: the bytes are not.'] if kind.is_conj(tensor) else []
        found.notes += ['Negated lazily: the bytes are not.'] if kind.is_neg(tensor) else []
        pointer, found.is_view = kind.data_ptr(tensor), kind._base.__get__(tensor) is not None
    chain.append(storage)
    found.place(Span(storage.data_ptr(), storage.nbytes(), lambda: raw_storage(torch, storage)), pointer)
    if module('numpy') is None:
        found.unreadable = 'Without NumPy a tensor lends nobody its bytes.'
    return own_flags(found, True, False)


def quiet(torch):
    """Prevents torch from calling the `__torch_function__` of a subclass."""
    return (getattr(torch._C, 'DisableTorchFunctionSubclass', None) or torch._C.DisableTorchFunction)()


def raw_storage(torch, storage):
    with quiet(torch):
        flat = torch.empty(0, dtype=torch.uint8, device='cpu')
        return memoryview(flat.set_(storage, 0, (storage.nbytes(),), (1,)).numpy())


def from_interface(chain, interface):
    """Describes an object by its NumPy array interface; raises Refused where that is malformed."""
    shape, typestr, strides, data = map(interface.get, ('shape', 'typestr', 'strides', 'data'))
    check(type(shape) is tuple and len(shape) <= 64 and all(is_count(count) for count in shape), 'shape')
    check(type(typestr) is str and is_typestr(typestr), 'typestr')
    itemsize, dtype = interface_dtype(typestr, interface.get('descr'))
    if strides is None:
        strides = [product(shape[at + 1:]) * itemsize for at in range(len(shape))]
    check(type(strides) in (tuple, list) and len(strides) == len(shape), 'strides')
    check(all(type(step) is int and abs(step) < 1 << 53 for step in strides), 'strides')
    found = FoundArray(chain, type_name(type(chain[0])), dtype, shape, strides, itemsize)
    if type(data) is tuple:
        return from_pointer(found, data)
    check(data is not None and buffer_of(data) is not None, 'data')
    offset = interface.get('offset', 0)
    check(is_count(offset), 'offset')
    chain.append(data)
    grow(chain)
    found.place(span_of(chain), 0)
    found.offset = address_of_buffer(data) - found.span.address + offset
    return own_flags(found, not memoryview(data).readonly, False)


def from_pointer(found, data):
    check(len(data) == 2 and is_count(data[0], 1 << 64), 'data')
    low, high = bounds(data[0], found.shape, found.strides, found.itemsize)
    check(low >= 0 and high < 1 << 64, 'data')
    found.place(Span(low, high - low, None), data[0])
    found.unreadable = 'A bare address is not read: nothing says that the memory is there.'
    return own_flags(found, False, False)


def is_typestr(text):
    digits = text[2:].partition('[')[0]
    return text[:1] in tuple('<>|=') and text[1:2] in tuple('biufcmMSUV') and digits.isdigit() and len(text) <= 32


def interface_dtype(typestr, descr):
    numpy = module('numpy')
    try:
        if numpy is not None:
            dtype = numpy.dtype(descr if type(descr) is list and typestr[1:2] == 'V' else typestr)
            check(not dtype.hasobject, 'typestr')
            return dtype.itemsize, dtype_text(dtype)
        return int(typestr[2:]) * (4 if typestr[1] == 'U' else 1), typestr
    except (TypeError, ValueError, IndexError, SyntaxError):
        check(False, 'typestr')


def is_count(number, limit=1 << 53):
    return type(number) is int and 0 <= number < limit


def check(is_right, name):
    if not is_right:
        raise Refused('not-inspectable', 'its array interface is malformed: `%s`' % name)
