SHOWN, SAMPLED = 64, 10000
MEASURED = (int, float, complex, bool, str, bytes, type(None), list, tuple, dict, set, frozenset, bytearray)


class Table:
    """The pointers of a list, a tuple or an array of objects, as bytes: made from `id`, never read from memory."""

    def __init__(self, count, items):
        self.count, self.items = count, items

    def __getitem__(self, window):
        first, last = window.start // POINTER, -(-window.stop // POINTER)
        ids = [id(item) for item in self.items(first, last)]
        start = window.start - first * POINTER
        return struct.pack('%dP' % len(ids), *ids)[start:start + window.stop - window.start]


def look_at_table(chain, scope):
    """A list or a tuple, drawn as what it is: pointers to objects that are somewhere else."""
    holder, kind = chain[0], list if is_a(chain[0], list) else tuple
    count = kind.__len__(holder)
    found = Found(chain, type_name(type(holder)), 'uint%d' % (8 * POINTER), [count], [POINTER], POINTER)
    address = id(holder) + tuple.__basicsize__ if kind is tuple and type(holder) is tuple else 0
    table = Table(count, lambda first, last: kind.__getitem__(holder, slice(first, last)))
    found.place(Span(address, count * POINTER, lambda: table), address)
    found.is_pointers, found.mark = True, 'table %d' % id(holder)
    found.notes.append(TABLE_NOTE)
    found.boxes = boxes_of(list(kind.__getitem__(holder, slice(SAMPLED))), count, scope)
    return own_flags(found, False, True)


TABLE_NOTE = 'The items are pointers: the addresses of objects that are elsewhere.'


def look_at_objects(found, dtype, scope):
    """An array with pointers to objects in it: nobody writes them from here."""
    found.is_pointers = True
    found.notes.append(TABLE_NOTE if dtype.kind == 'O' else 'Some fields are pointers to objects: told as integers.')
    if dtype.kind != 'O':
        return
    numpy = module('numpy')
    plain = numpy.ndarray.view(found.chain[0], numpy.ndarray)
    sample = plain.flat[:SAMPLED].tolist()
    found.boxes = boxes_of(sample, plain.size, scope)
    owner = found.chain[-1]
    if is_a(owner, numpy.ndarray) and numpy.ndarray.dtype.__get__(owner).kind == 'O':
        found.span.raw = lambda: table_of_objects(owner)


def table_of_objects(owner):
    numpy = module('numpy')
    plain = numpy.ndarray.view(owner, numpy.ndarray)
    flat = (plain if plain.flags.c_contiguous else plain.T).reshape(-1)
    return Table(flat.size, lambda first, last: flat[first:last].tolist())


def boxes_of(items, count, scope):
    """The objects that pointers point to. `items` is a fresh list: it holds the helper's only references."""
    times = {}
    for item in items:
        times[id(item)] = times.get(id(item), 0) + 1
    item = None
    shown = [box_of(items, at, times, scope) for at in range(min(SHOWN, len(items)))]
    distinct = {id(item): size_of(item) for item in items}
    told = {'shown': shown, 'count': count, 'pointerBytes': count * POINTER, 'objectBytes': sum(distinct.values()),
            'isSampled': len(items) < count}
    as_array = dtype_of_numbers(items) if not told['isSampled'] else None
    if as_array is not None:
        told['asArray'] = {'dtype': as_array[0], 'byteLength': count * as_array[1]}
    return told


def box_of(items, at, times, scope):
    count = references(items, at, scope)
    item = items[at]
    told = {'index': at, 'address': str(id(item)), 'typeName': type_name(type(item)), 'byteLength': size_of(item)}
    if count is not None:
        told['referenceCount'] = max(0, count - times[id(item)] + 1)
    text = text_of(item)
    return told if text is None else dict(told, text=text)


def size_of(item):
    """`sys.getsizeof`, but never a `__sizeof__` of the user's."""
    return sys.getsizeof(item) if one_of(type(item), MEASURED) else object.__sizeof__(item)


def text_of(item):
    """The value, where telling it runs no code of the user's."""
    kind = type(item)
    if kind is int and item.bit_length() > 1000:
        return 'an int of %d bits' % item.bit_length()
    if one_of(kind, (int, float, complex, bool, type(None))):
        return clip(repr(item), NAME)
    return clip(repr(item[:NAME]), NAME) if one_of(kind, (str, bytes)) else None


def dtype_of_numbers(items):
    """(dtype, itemsize) of the array that `np.array` makes of numbers of one kind, or None."""
    kind = type(items[0]) if items else None
    if any(type(item) is not kind for item in items):
        return None
    if kind is int:
        low, high = min(items), max(items)
        if -(1 << 63) <= low and high < 1 << 63:
            return 'int64', 8
        # Where only some of them need the last bit, NumPy gives up on integers.
        return ('uint64', 8) if low >= 1 << 63 and high < 1 << 64 else None
    told = ((float, ('float64', 8)), (complex, ('complex128', 16)), (bool, ('bool', 1)))
    return next((answer for number, answer in told if number is kind), None)
