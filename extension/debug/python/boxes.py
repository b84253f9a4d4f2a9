MAX_SHOWN, MAX_SAMPLED = 64, 10000
BUILTIN_TYPES = (int, float, complex, bool, str, bytes, type(None), list, tuple, dict, set, frozenset, bytearray)


class PointerTable:
    """The pointers of a list, a tuple or an array of objects as bytes, from `id`; memory is never read."""

    def __init__(self, count, items):
        self.count, self.items = count, items

    def __getitem__(self, window):
        first, last = window.start // POINTER, -(-window.stop // POINTER)
        ids = [id(item) for item in self.items(first, last)]
        start = window.start - first * POINTER
        return struct.pack('%dP' % len(ids), *ids)[start:start + window.stop - window.start]


def from_sequence(chain, scope):
    """Describes a list or a tuple as its pointers."""
    holder, kind = chain[0], list if is_a(chain[0], list) else tuple
    count = kind.__len__(holder)
    found = FoundArray(chain, type_name(type(holder)), 'uint%d' % (8 * POINTER), [count], [POINTER], POINTER)
    address = id(holder) + tuple.__basicsize__ if kind is tuple and type(holder) is tuple else 0
    table = PointerTable(count, lambda first, last: kind.__getitem__(holder, slice(first, last)))
    found.place(Span(address, count * POINTER, lambda: table), address)
    found.is_pointers, found.mark = True, 'table %d' % id(holder)
    found.notes.append(POINTERS_NOTE)
    found.boxes = boxes_of(list(kind.__getitem__(holder, slice(MAX_SAMPLED))), count, scope)
    return own_flags(found, False, True)


POINTERS_NOTE = 'The items are pointers: the addresses of objects that are elsewhere.'


def describe_objects(found, dtype, scope):
    """Describes the pointers of an array of objects, which cannot be written."""
    found.is_pointers = True
    found.notes.append(POINTERS_NOTE if dtype.kind == 'O' else 'Some fields are pointers to objects: told as integers.')
    if dtype.kind != 'O':
        return
    numpy = module('numpy')
    plain = numpy.ndarray.view(found.chain[0], numpy.ndarray)
    sample = plain.flat[:MAX_SAMPLED].tolist()
    found.boxes = boxes_of(sample, plain.size, scope)
    owner = found.chain[-1]
    if is_a(owner, numpy.ndarray) and numpy.ndarray.dtype.__get__(owner).kind == 'O':
        found.span.raw = lambda: table_of_objects(owner)


def table_of_objects(owner):
    numpy = module('numpy')
    plain = numpy.ndarray.view(owner, numpy.ndarray)
    flat = (plain if plain.flags.c_contiguous else plain.T).reshape(-1)
    return PointerTable(flat.size, lambda first, last: flat[first:last].tolist())


def boxes_of(items, count, scope):
    """Describes the objects behind pointers. `items` must be a new list with the helper's only references."""
    times = {}
    for item in items:
        times[id(item)] = times.get(id(item), 0) + 1
    item = None
    shown = [box_of(items, at, times, scope) for at in range(min(MAX_SHOWN, len(items)))]
    distinct = {id(item): size_of(item) for item in items}
    summary = {'shown': shown, 'count': count, 'pointerBytes': count * POINTER, 'objectBytes': sum(distinct.values()),
            'isSampled': len(items) < count}
    as_array = dtype_of_numbers(items) if not summary['isSampled'] else None
    if as_array is not None:
        summary['asArray'] = {'dtype': as_array[0], 'byteLength': count * as_array[1]}
    return summary


def box_of(items, at, times, scope):
    count = references(items, at, scope)
    item = items[at]
    box = {'index': at, 'address': str(id(item)), 'typeName': type_name(type(item)), 'byteLength': size_of(item)}
    if count is not None:
        box['referenceCount'] = max(0, count - times[id(item)] + 1)
    text = text_of(item)
    return box if text is None else dict(box, text=text)


def size_of(item):
    """Returns `sys.getsizeof`, without calling a user's `__sizeof__`."""
    return sys.getsizeof(item) if one_of(type(item), BUILTIN_TYPES) else object.__sizeof__(item)


def text_of(item):
    """Returns the repr where it runs no code of the user's; otherwise None."""
    kind = type(item)
    if kind is int and item.bit_length() > 1000:
        return 'an int of %d bits' % item.bit_length()
    if one_of(kind, (int, float, complex, bool, type(None))):
        return clip(repr(item), MAX_NAME)
    return clip(repr(item[:MAX_NAME]), MAX_NAME) if one_of(kind, (str, bytes)) else None


def dtype_of_numbers(items):
    """Returns (dtype, itemsize) of `np.array(items)` for numbers of one type, or None."""
    kind = type(items[0]) if items else None
    if any(type(item) is not kind for item in items):
        return None
    if kind is int:
        low, high = min(items), max(items)
        if -(1 << 63) <= low and high < 1 << 63:
            return 'int64', 8
        # Mixed int64 and uint64 ranges: NumPy does not use integers.
        return ('uint64', 8) if low >= 1 << 63 and high < 1 << 64 else None
    dtypes = ((float, ('float64', 8)), (complex, ('complex128', 16)), (bool, ('bool', 1)))
    return next((answer for number, answer in dtypes if number is kind), None)
