PIECE = 1 << 12  # items per call: each may wait for a page of a file
MIN_ITEMS = 4096  # fewer are too fast to measure
TOTAL_SECONDS = 0.9


def measure(body, scope, blobs):
    """Times walks along each axis.

    One-dimensional slices along the axis are copied to a small buffer, with the other axes in C order, until the axis'
    share of the time is used up. Copies work for every dtype and are the cheapest calls. The cost of the calls is measured
    on a single repeated item and subtracted. Axes where the rest is less than a third of that cost are left out.
    """
    numpy = module('numpy')
    found = unchanged_array(body['subject'], scope)
    if numpy is None or found.is_pointers:
        raise Refused('not-inspectable', 'pointers are not walked' if numpy else 'only NumPy can walk it')
    array = plain_array(found, numpy)
    walks = [(axis, walk(array, axis, TOTAL_SECONDS / array.ndim)) for axis in range(array.ndim if array.size else 0)]
    return {'axes': [dict(walked, axis=axis) for axis, walked in walks if walked is not None]}


def plain_array(found, numpy):
    """Returns the array as a plain ndarray, so that no code of a subclass runs."""
    if is_a(found.chain[0], numpy.ndarray):
        return numpy.ndarray.view(found.chain[0], numpy.ndarray)
    raw = numpy.frombuffer(found.span.raw(), numpy.uint8) if found.span.byte_length else b''
    return numpy.ndarray(tuple(found.shape), numpy_dtype(found, numpy), raw, found.offset, tuple(found.strides))


def numpy_dtype(found, numpy):
    try:
        return numpy.dtype(found.dtype)
    except TypeError:  # bfloat16 and the like, where they are not registered
        return numpy.dtype('V%d' % found.itemsize)


def walk(array, axis, seconds):
    others = [at for at in range(array.ndim) if at != axis]
    moved = array.transpose(others + [axis])
    groups = timed(moved, seconds * 0.7)
    items = sum(count for _, _, count in groups)
    of_calls = seconds_of_call(moved, seconds * 0.2) * sum(calls for _, calls, _ in groups) / items
    left = median([took / count for took, _, count in groups]) - of_calls
    if left < of_calls / 3 or items < MIN_ITEMS:
        return None
    return {'items': items, 'nanosecondsPerItem': left * 1e9}


def timed(array, seconds):
    """Walks along the last axis until the time is over. Returns (seconds, calls, items) of groups of eight calls.

    The median of the groups is robust against other programs that use the processor for a while.
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
    """Yields the slices along the last axis in C order, long ones in pieces."""
    if array.ndim > 1:
        for inner in array:
            yield from rows(inner)
    elif len(array) <= PIECE:
        yield array
    else:
        for start in range(0, len(array), PIECE):
            yield array[start:start + PIECE]


def seconds_of_call(array, seconds):
    """Returns the cost of a call: that of the same walk over one item, broadcast."""
    numpy = module('numpy')
    others = array.shape[:-1] if product(array.shape[:-1]) >= 256 else (256,)
    single = numpy.broadcast_to(numpy.zeros(1, array.dtype), others + (1,))
    return median([took / calls for took, calls, _ in timed(single, seconds)])
