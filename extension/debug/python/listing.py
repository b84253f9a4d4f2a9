MOST_SECONDS = 0.1


def listing(scope, limit):
    """The arrays of a frame: told by type and by the descriptors of NumPy's own, so that no code of the user's runs."""
    deadline, arrays, chains, more = time.perf_counter() + MOST_SECONDS, [], {}, 0
    for name, where, value in values_of(scope):
        teller = teller_of(type(value), value)
        if teller is None:
            continue
        if len(arrays) >= limit or time.perf_counter() > deadline:
            more += 1
            continue
        told = {'name': clip(name, NAME), 'scope': where, 'typeName': type_name(type(value))}
        try:
            chains[name] = [value]
            teller(chains[name], told)
        except BaseException as error:
            told['note'] = wire(error)['message']
        arrays.append(told)
    tell_views(arrays, chains)
    return {'arrays': arrays, 'more': more}


def values_of(scope):
    names = [(name, value) for name, value in scope.locals.items() if is_listed(name)]
    places = [scope.is_local(name, value) for name, value in names]
    yield from ((name, 'local', value) for (name, value), is_local in zip(names, places) if is_local)
    yield from ((name, 'global', value) for (name, value), is_local in zip(names, places) if not is_local)
    for name, value in list(scope.globals.items()):
        if is_listed(name) and name not in scope.locals:
            yield name, 'global', value


def teller_of(kind, value):
    """What tells of a value of this type, or None where it is no array."""
    numpy, torch, pandas = module('numpy'), module('torch'), module('pandas')
    if is_a(value, getattr(numpy, 'ndarray', None)):
        return tell_ndarray
    if torch is not None and one_of(kind, (torch.Tensor, getattr(getattr(torch, 'nn', None), 'Parameter', None))):
        return tell_tensor
    if is_a(value, getattr(pandas, 'Series', None)) or is_a(value, getattr(pandas, 'DataFrame', None)):
        return tell_name
    if kind is memoryview or (kind is not bytes and is_plain_buffer(value) and not is_mmap(value)):
        return tell_buffer
    return tell_name if is_a(value, bytearray) else None


def tell_name(chain, told):
    """Its name and type are all that can be told without running code."""


def tell_ndarray(chain, told):
    kind, array = module('numpy').ndarray, chain[0]
    dtype = kind.dtype.__get__(array)
    told['dtype'], told['shape'] = clip(str(dtype), MESSAGE), list(kind.shape.__get__(array))
    if dtype.kind == 'T':
        told['note'] = 'its characters are elsewhere, not read'
    grow(chain)
    tell_memory(told, interface_of(array)['data'][0], kind.strides.__get__(array), dtype.itemsize,
                span_of(chain, runs_code=False))


def tell_buffer(chain, told):
    view = memoryview(chain[0])
    told['dtype'], told['shape'] = clip(dtype_of_format(view), MESSAGE), list(view.shape)
    grow(chain)
    owner = chain[-1]
    if is_plain_buffer(owner) or is_a(owner, getattr(module('numpy'), 'ndarray', None)):
        span = span_of(chain, runs_code=False)
        pointer = address_of_buffer(chain[0])
        if pointer:
            tell_memory(told, pointer, view.strides, view.itemsize, span)


def tell_tensor(chain, told):
    torch = module('torch')
    with quiet(torch):
        told['dtype'] = str(torch.Tensor.dtype.__get__(chain[0])).split('.')[-1]
        told['shape'] = list(torch.Tensor.size(chain[0]))
    found = look_at_tensor(chain, torch)
    tell_memory(told, found.span.address + found.offset, found.strides, found.itemsize, found.span)


def tell_memory(told, address, strides, itemsize, span):
    owner = {'address': str(span.address), 'byteLength': span.byte_length}
    told['memory'] = {'address': str(address), 'strides': list(strides), 'itemsize': itemsize, 'owner': owner}


def tell_views(arrays, chains):
    """Whose view an array is: the nearest listed object that it looks into."""
    names = {id(chain[0]): name for name, chain in reversed(list(chains.items()))}
    for told in arrays:
        links = chains.get(told['name'], ())[1:]
        base = next((names[id(link)] for link in links if id(link) in names), None)
        if base is not None:
            told['viewOf'] = clip(base, NAME)
