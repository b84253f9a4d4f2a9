"""The helper in the debuggee, part 3 of 5: what a value is, as bytes and a layout."""

FLAG_NAMES = ('C_CONTIGUOUS', 'F_CONTIGUOUS', 'OWNDATA', 'WRITEABLE', 'ALIGNED', 'WRITEBACKIFCOPY')
SHOWN_BOXES = 64
SAMPLED_BOXES = 10_000
#: From here on a count is no count: objects that Python never frees.
IMMORTAL = 10**8


class Described:
    """A value that was described: the answer, the block its bytes are in, and the array to walk along, if it is one."""

    def __init__(self, value, facts, block, array=None, notes=(), **more):
        self.value, self.facts, self.block, self.array = value, facts, block, array
        self.can_write = not block.read_only and facts['flags']['WRITEABLE'] and not isinstance(block, Synthetic)
        self.more = more
        self.notes = [note for note in notes if note]
        facts['source'] = dict(facts.get('source', {}), byteLength=block.byte_length)
        if block.address:
            facts['source']['address'] = str(block.address)

    @property
    def identity(self):
        facts = self.facts
        parts = (self.block.address or id(self.block.owner), self.block.byte_length, facts['dtype'])
        return repr(parts + (tuple(facts['shape']), tuple(facts['strides']), facts['offset']))

    def answer(self):
        known = {'facts': self.facts, 'identity': self.identity, 'notes': self.notes, 'canWrite': self.can_write}
        return dict(known, **{key: value for key, value in self.more.items() if value is not None})


def describe(value, names):
    """What `value` is. Raises Refusal where it has no bytes and layout of its own."""
    numpy = loaded('numpy')
    if is_array(value):
        return describe_array(value, names)
    if numpy is not None and numpy.generic in mro(value):
        return describe_array(numpy.array(value), names, note='a NumPy scalar: shown is a copy of it with no axes')
    if list in mro(value) or tuple in mro(value):
        return describe_pointers(value, names)
    for describe_kind in (describe_tensor, describe_frame, describe_buffer, describe_interface):
        described = describe_kind(value, names)
        if described is not None:
            return described
    raise no_layout(
        'a value of type %s has no array memory' % type_name(value),
        'Inspect an ndarray, a memmap, bytes, an array.array, a memoryview, a list or a tensor.',
    )


def below(value):
    """What a value is a view of, or None."""
    if is_array(value):
        return array_part(value, 'base')
    if type(value) is memoryview:
        return value.obj
    return value.__dict__.get('base') if class_part(value, '__name__') == 'DummyArray' else None


def count_references(cell, copies):
    """
    Notes in COUNTS how many references the program itself has to the value in `cell` and to each that it is a view of.
    `cell` is the only one of ours that refers to it. `copies` are the debugger's copies of the frame's names.
    """
    value, own = cell[0], 3
    for _ in range(64):
        if value is None:
            return
        count = sys.getrefcount(value) - own
        COUNTS[id(value)] = count - sum(1 for names in copies for name in names if names[name] is value)
        value, own = below(value), 2


def name_copies(local_names):
    """The dicts in which the debugger has the frame's names once more, from the frames between this one and the program's."""
    frame, found = sys._getframe(1), {id(local_names): local_names}
    while frame is not None and is_debugger(frame):
        for name in list(frame.f_locals):
            value = frame.f_locals[name]
            if type(value) is dict and value is not frame.f_globals:
                found[id(value)] = value
        frame = frame.f_back
    real = () if frame is None else (frame.f_globals, frame.f_globals.get('__builtins__'))
    return [names for names in found.values() if type(names) is dict and all(names is not one for one in real)]


def is_debugger(frame):
    path = frame.f_code.co_filename
    return path.startswith('<') or '_ndarray_inspector' in path or 'pydev' in path or 'debugpy' in path


#: References to the values that are looked at now, by identity.
COUNTS = {}


def flags_of(array):
    flags = array_part(array, 'flags')
    return {name: bool(flags[name]) for name in FLAG_NAMES}


def owner_facts(owners, names, block):
    """A link of the chain each: what it is called, what it is, how much it has and where, and who refers to it."""
    facts = []
    for position, owner in enumerate(owners):
        size, address = block.byte_length, block.address
        if is_array(owner):
            size, address = array_part(owner, 'nbytes'), address_of(owner)
        name = names_of(owner, names)
        facts.append(
            {
                'name': name or ('this array' if position == 0 else 'unnamed'),
                'typeName': type_name(owner),
                'byteLength': size,
            }
        )
        if COUNTS.get(id(owner), IMMORTAL) < IMMORTAL:
            facts[-1]['referenceCount'] = COUNTS[id(owner)]
        if address:
            facts[-1]['address'] = str(address)
    return facts


def describe_array(array, names, note=None):
    dtype = array_part(array, 'dtype')
    if dtype.kind == 'O':
        return describe_object_array(array, names)
    if dtype.kind not in 'biufcSUVMm' or dtype.hasobject:
        raise no_layout(
            'arrays of dtype %s keep their items elsewhere: the array holds references to them' % dtype,
            'Convert it, as in np.asarray(x, dtype="S10"), to see bytes of a fixed width.',
        )
    chain, block, owner_note = owner_of(array)
    facts = array_facts(array, str(dtype), chain, block, names)
    file = memmap_file(array, chain, block, facts)
    masked = 'a masked array: its data is shown, its mask is the array .mask' if is_masked(array) else None
    return Described(array, facts, block, plain(array), [note, owner_note, masked], file=file)


def array_facts(array, dtype, chain, block, names):
    return {
        'typeName': type_name(array),
        'dtype': dtype,
        'shape': list(array_part(array, 'shape')),
        'strides': list(array_part(array, 'strides')),
        'offset': address_of(array) - block.address if block.address else 0,
        'itemsize': array_part(array, 'itemsize'),
        'flags': flags_of(array),
        'owners': owner_facts(chain, names, block),
    }


def is_masked(array):
    masked = getattr(loaded('numpy.ma') or loaded('numpy'), 'MaskedArray', None)
    return masked is not None and masked in mro(array)


def memmap_file(array, chain, block, facts):
    """The file under a memmap. A slice keeps its parent's offset: its place follows from addresses and the mapping's start."""
    memmaps = [one for one in chain if is_array(one) and type_name(one).endswith('memmap')]
    if not memmaps or type_name(block.owner) != 'mmap.mmap':
        return None
    known = memmaps[-1].__dict__
    path, offset, mode = known.get('filename'), known.get('offset'), known.get('mode')
    if path is None or type(offset) is not int:
        return None
    import mmap

    start = offset - offset % mmap.ALLOCATIONGRANULARITY
    facts['source'] = {'fileOffset': start}
    facts['owners'].append({'name': str(path)[:4096], 'typeName': 'file', 'byteLength': start + block.byte_length})
    return {'path': str(path)[:4096], 'offset': start + facts['offset'], 'mode': str(mode)}


def describe_object_array(array, names):
    numpy = loaded('numpy')
    view = plain(array)
    objects = list(view.reshape(-1)[:SAMPLED_BOXES]) if view.size else []
    table = numpy.array([id(one) for one in objects[: view.size]], dtype=numpy.uint64)
    shape = list(view.shape) if view.size == len(objects) else [len(objects)]
    note = 'an object array: its items are pointers, drawn in C order as addresses of the objects'
    cut = None if view.size == len(objects) else 'the first %d of %d pointers are shown' % (len(objects), view.size)
    return pointer_table(array, objects, shape, view.size, names, [note, cut], table)


def describe_pointers(value, names):
    objects = list.__iter__(value) if list in mro(value) else tuple.__iter__(value)
    objects = list(objects)
    note = 'a %s: a table of pointers, drawn as addresses of the objects' % type_name(value)
    return pointer_table(value, objects, [len(objects)], len(objects), names, [note])


def pointer_table(value, objects, shape, count, names, notes, _table=None):
    strides, step = [], 8
    for length in reversed(shape):
        strides.insert(0, step)
        step *= max(1, length)
    block = Synthetic(value, objects, 0)
    flags = dict.fromkeys(FLAG_NAMES, True)
    flags.update(WRITEABLE=False, WRITEBACKIFCOPY=False, F_CONTIGUOUS=sum(n > 1 for n in shape) < 2)
    facts = {
        'typeName': type_name(value),
        'dtype': 'uint64',
        'shape': shape,
        'strides': strides,
        'offset': 0,
        'itemsize': 8,
        'flags': flags,
        'owners': owner_facts([value], names, block),
    }
    return Described(value, facts, block, None, notes, boxes=boxes(objects, count))


def boxes(objects, count):
    """The objects behind a table of pointers, and what the same numbers would cost as an array."""
    looked = objects if len(objects) <= SAMPLED_BOXES else objects[:SAMPLED_BOXES]
    distinct = {id(one): one for one in looked}
    # The lists here refer to the objects too: `objects`, `looked`, and `distinct`, the loop and the call beside them.
    own = dict.fromkeys(distinct, 0)
    for one in looked:
        own[id(one)] += 1 if looked is objects else 2
    shown = []
    for index in range(min(SHOWN_BOXES, len(objects))):
        one = objects[index]
        box = {'index': index, 'address': str(id(one)), 'typeName': type_name(one), 'byteLength': size_of(one)}
        counted = sys.getrefcount(one) - own[id(one)] - 3
        if counted < IMMORTAL:
            box['referenceCount'] = max(1, counted)
        text = exact_text(one)
        shown.append(dict(box, text=text) if text is not None else box)
    return {
        'shown': shown,
        'count': count,
        'pointerBytes': count * 8,
        'objectBytes': sum(size_of(one) for one in distinct.values()),
        'isSampled': len(looked) < count,
        **as_array(looked, count),
    }


def as_array(objects, count):
    if not all(is_one_of(one, int, float, bool) for one in objects):
        return {}
    kinds = {type(one) for one in objects}
    if not kinds:
        return {}
    if kinds == {int} and not all(-(2**63) <= one < 2**63 for one in objects):
        return {}
    dtype, size = ('bool', 1) if kinds == {bool} else ('float64', 8) if float in kinds else ('int64', 8)
    return {'asArray': {'dtype': dtype, 'byteLength': count * size}}


def size_of(value):
    """Bytes of one object; of a class of the program's own, those of its plain part: its `__sizeof__` is not called."""
    is_builtin = class_part(value, '__dict__').get('__module__', 'builtins') == 'builtins'
    try:
        return sys.getsizeof(value) if is_builtin else object.__sizeof__(value)
    except Exception:
        return 0
