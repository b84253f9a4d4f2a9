PIECE = 1 << 12  # items walked at one go: each may wait for a page of a file
LEAST_ITEMS = 4096  # fewer are over before the caches and the clock are warm
TOTAL_SECONDS = 0.9


def measure(body, scope, blobs):
    """Walks along each axis for real.

    Slices of one dimension along the axis are copied, one after the other, to one small buffer (any dtype can be
    copied, and no call costs less), the other axes in C order, until the axis' part of the time is over. The same walk
    over a single item that stands for all others tells what a call costs by itself: that is taken off. What is left is
    told only where it is more than a third of the cost of the calls: on shorter axes the calls are all that one would
    measure, and the axis is left out.
    """
    numpy = module('numpy')
    found = same(body['subject'], scope)
    if numpy is None or found.is_pointers:
        raise Refused('not-inspectable', 'pointers are not walked' if numpy else 'only NumPy can walk it')
    array = plain_array(found, numpy)
    walks = [(axis, walk(array, axis, TOTAL_SECONDS / array.ndim)) for axis in range(array.ndim if array.size else 0)]
    return {'axes': [dict(walked, axis=axis) for axis, walked in walks if walked is not None]}


def plain_array(found, numpy):
    """The array without its subclass: no code of the user's is walked through."""
    if is_a(found.chain[0], numpy.ndarray):
        return numpy.ndarray.view(found.chain[0], numpy.ndarray)
    raw = numpy.frombuffer(found.span.raw(), numpy.uint8) if found.span.byte_length else b''
    return numpy.ndarray(tuple(found.shape), numpy_dtype(found, numpy), raw, found.offset, tuple(found.strides))


def numpy_dtype(found, numpy):
    try:
        return numpy.dtype(found.dtype)
    except TypeError:  # bfloat16 and the like, where nobody registered them
        return numpy.dtype('V%d' % found.itemsize)


def walk(array, axis, seconds):
    others = [at for at in range(array.ndim) if at != axis]
    moved = array.transpose(others + [axis])
    groups = timed(moved, seconds * 0.7)
    items = sum(count for _, _, count in groups)
    of_calls = seconds_of_call(moved, seconds * 0.2) * sum(calls for _, calls, _ in groups) / items
    left = median([took / count for took, _, count in groups]) - of_calls
    if left < of_calls / 3 or items < LEAST_ITEMS:
        return None
    return {'items': items, 'nanosecondsPerItem': left * 1e9}


def timed(array, seconds):
    """Walks along the last axis until the time is over: (seconds, calls, items) of each few calls.

    Of the groups the middle one is taken: another program that has the processor for a while spoils few of them.
    """
    near = module('numpy').empty(min(PIECE, array.shape[-1]), array.dtype)
    groups, calls, items = [], 0, 0
    start = last = time.perf_counter()
    for row in rows(array):
        count = len(row)
        if count == len(near):
            near[...] = row
        else:
            near[:count] = row
        calls += 1
        items += count
        now = time.perf_counter()
        if calls == 8 or now - start > seconds:
            groups.append((now - last, calls, items))
            last, calls, items = now, 0, 0
        if now - start > seconds:
            return groups
    return groups if calls == 0 else groups + [(time.perf_counter() - last, calls, items)]


def median(numbers):
    return sorted(numbers)[len(numbers) // 2]


def rows(array):
    """The slices along the last axis: the other axes count up in C order, long slices come in pieces."""
    if array.ndim > 1:
        for inner in array:
            yield from rows(inner)
    elif len(array) <= PIECE:
        yield array
    else:
        for start in range(0, len(array), PIECE):
            yield array[start:start + PIECE]


def seconds_of_call(array, seconds):
    """What a call costs that has next to nothing to do: the same walk over one item that stands for all others."""
    numpy = module('numpy')
    others = array.shape[:-1] if product(array.shape[:-1]) >= 256 else (256,)
    single = numpy.broadcast_to(numpy.zeros(1, array.dtype), others + (1,))
    return median([took / calls for took, calls, _ in timed(single, seconds)])
