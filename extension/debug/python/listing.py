MAX_SECONDS = 0.1


def listing(scope, limit):
    """Lists the arrays of a frame by type and by NumPy's descriptors, so that no code of the user's runs."""
    deadline, arrays, chains, more = time.perf_counter() + MAX_SECONDS, [], {}, 0
    for name, where, value in values_of(scope):
        describer = describer_of(type(value), value)
        if describer is None:
            continue
        if len(arrays) >= limit or time.perf_counter() > deadline:
            more += 1
            continue
        row = {'name': clip(name, MAX_NAME), 'scope': where, 'typeName': type_name(type(value))}
        try:
            chains[name] = [value]
            describer(chains[name], row)
        except BaseException as error:
            row['note'] = error_fields(error)['message']
        arrays.append(row)
    describe_views(arrays, chains)
    return {'arrays': arrays, 'more': more}


def values_of(scope):
    names = [(name, value) for name, value in scope.locals.items() if is_listed(name)]
    places = [scope.is_local(name, value) for name, value in names]
    yield from ((name, 'local', value) for (name, value), is_local in zip(names, places) if is_local)
    yield from ((name, 'global', value) for (name, value), is_local in zip(names, places) if not is_local)
    for name, value in list(scope.globals.items()):
        if is_listed(name) and name not in scope.locals:
            yield name, 'global', value


def describer_of(kind, value):
    """Returns the function that describes values of this type, or None where they are not arrays."""
    numpy, torch, pandas = module('numpy'), module('torch'), module('pandas')
    if is_a(value, getattr(numpy, 'ndarray', None)):
        return describe_ndarray
    if torch is not None and one_of(kind, (torch.Tensor, getattr(getattr(torch, 'nn', None), 'Parameter', None))):
        return describe_tensor
    if is_a(value, getattr(pandas, 'Series', None)) or is_a(value, getattr(pandas, 'DataFrame', None)):
        return describe_name
    if kind is memoryview or (kind is not bytes and is_plain_buffer(value) and not is_mmap(value)):
        return describe_buffer
    return describe_name if is_a(value, bytearray) else None


def describe_name(chain, row):
    """Adds nothing: more would run code of the user's."""


def describe_ndarray(chain, row):
    kind, array = module('numpy').ndarray, chain[0]
    dtype = kind.dtype.__get__(array)
    row['dtype'], row['shape'] = clip(str(dtype), MAX_MESSAGE), list(kind.shape.__get__(array))
    if dtype.kind == 'T':
        row['note'] = 'its characters are elsewhere, not read'
    grow(chain)
    describe_memory(row, interface_of(array)['data'][0], kind.strides.__get__(array), dtype.itemsize,
                span_of(chain, runs_code=False))


def describe_buffer(chain, row):
    view = memoryview(chain[0])
    row['dtype'], row['shape'] = clip(dtype_of_format(view), MAX_MESSAGE), list(view.shape)
    grow(chain)
    owner = chain[-1]
    if is_plain_buffer(owner) or is_a(owner, getattr(module('numpy'), 'ndarray', None)):
        span = span_of(chain, runs_code=False)
        pointer = address_of_buffer(chain[0])
        if pointer:
            describe_memory(row, pointer, view.strides, view.itemsize, span)


def describe_tensor(chain, row):
    torch = module('torch')
    with quiet(torch):
        row['dtype'] = str(torch.Tensor.dtype.__get__(chain[0])).split('.')[-1]
        row['shape'] = list(torch.Tensor.size(chain[0]))
    found = from_tensor(chain, torch)
    describe_memory(row, found.span.address + found.offset, found.strides, found.itemsize, found.span)


def describe_memory(row, address, strides, itemsize, span):
    owner = {'address': str(span.address), 'byteLength': span.byte_length}
    row['memory'] = {'address': str(address), 'strides': list(strides), 'itemsize': itemsize, 'owner': owner}


def describe_views(arrays, chains):
    """Sets `viewOf` to the nearest listed object that an array is a view of."""
    names = {id(chain[0]): name for name, chain in reversed(list(chains.items()))}
    for row in arrays:
        links = chains.get(row['name'], ())[1:]
        base = next((names[id(link)] for link in links if id(link) in names), None)
        if base is not None:
            row['viewOf'] = clip(base, MAX_NAME)
