PIECE = 1 << 18  # items walked at one go, so that the time is looked at often enough
LEAST_ITEMS = 4096  # fewer are over before the caches and the clock are warm
TOTAL_SECONDS = 0.9


def measure(body, scope, blobs):
    """Walks along each axis for real.

    Slices of one dimension along the axis are summed one after the other (copied, where the dtype has no sum of
    NumPy's own), the other axes in C order, until its part of the time is over. The same calls on an array of one item
    tell what a call costs by itself: that is taken off. What is left is told only where it is more than a quarter of
    the cost of the calls: on shorter axes the calls are all that one would measure, and the axis is left out.
    """
    numpy = module('numpy')
    found = same(body['subject'], scope)
    if numpy is None or found.is_pointers:
        raise Refused('not-inspectable', 'pointers are not walked' if numpy else 'only NumPy can walk it')
    array = plain_array(found, numpy)
    act = numpy.add.reduce if array.dtype.kind in 'biufc' else numpy.ndarray.copy
    axes = []
    with numpy.errstate(all='ignore'):
        for axis in range(array.ndim if array.size else 0):
            walked = walk(array, axis, act, TOTAL_SECONDS / array.ndim, numpy)
            if walked is not None:
                axes.append(dict(walked, axis=axis))
    return {'axes': axes}


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


def walk(array, axis, act, seconds, numpy):
    call = seconds_of_call(array, axis, act, numpy)
    start = now = time.perf_counter()
    items = calls = 0
    for index in places(array.shape, axis):
        act(array[index])
        calls += 1
        items += min(PIECE, array.shape[axis] - index[axis].start)
        now = time.perf_counter()
        if now - start > seconds * 0.9:
            break
    left = now - start - calls * call
    if left < calls * call / 4 or items < LEAST_ITEMS:
        return None
    return {'items': items, 'nanosecondsPerItem': left * 1e9 / items}


def places(shape, axis):
    """Indices of the slices along an axis: the other axes count up in C order, long slices come in pieces."""
    others = [range(1) if at == axis else range(count) for at, count in enumerate(shape)]
    for index in counted(others):
        for start in range(0, shape[axis], PIECE):
            yield tuple(index[:axis]) + (slice(start, start + PIECE),) + tuple(index[axis + 1:])


def counted(ranges):
    """All tuples of the ranges in C order, made one at a time."""
    index = [0] * len(ranges)
    while True:
        yield index
        for at in reversed(range(len(ranges))):
            index[at] += 1
            if index[at] < len(ranges[at]):
                break
            index[at] = 0
        else:
            return


def seconds_of_call(array, axis, act, numpy):
    """What a call costs that has next to nothing to do: the best of a few rounds."""
    tiny = numpy.zeros((1,) * array.ndim, array.dtype)
    index, best = next(places(tiny.shape, axis)), float('inf')
    for _ in range(8):
        start = time.perf_counter()
        for _ in range(32):
            act(tiny[index])
            time.perf_counter()
        best = min(best, (time.perf_counter() - start) / 32)
    return best
