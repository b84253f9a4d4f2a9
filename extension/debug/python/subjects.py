KEPT_ARRAYS = {}  # new objects that only the helper refers to, by key of the panel, until the next observation
PAGE = 4096
MAX_DIGESTED_BYTES = 64 << 20


def subject_array(subject, scope):
    """Returns the array of a subject: the kept one, or the value of its expression."""
    kept = KEPT_ARRAYS.get(subject['key'])
    if type(kept) is FoundArray:
        return kept
    if kept is not None:
        return describe(list(kept[0]), kept[1], scope)
    chain = scope.evaluate(subject['expression'])
    return describe(chain, resolve(chain, subject['expression']), scope)


def describe(chain, resolved, scope):
    kind, notes, mark = resolved
    grow(chain)
    counts = count_references(chain, scope)
    found = found_array(chain, scope)
    found.counts, found.resolved = counts, resolved
    found.type_name, found.notes = kind, notes + found.notes
    if mark is not None:
        found.mark, found.is_copy = mark, True
    return found


def is_made_anew(found):
    """Whether the program holds no reference to the array or its bases, so that keeping it affects nothing."""
    counts, is_tensor = found.counts, is_a(found.chain[0], getattr(module('torch'), 'Tensor', None))
    is_known = not found.is_view if is_tensor else len(counts) == len(found.chain)
    return is_known and counts[0] == 0 and all(count == 1 for count in counts[1:])


def keep(key, found):
    if not is_made_anew(found):
        return
    if not found.is_pointers:
        KEPT_ARRAYS[key] = found.chain[:1], found.resolved
    elif found.span.byte_length <= MAX_WINDOW_BYTES:
        # Keeps the pointers, not the objects, which belong to the program.
        data = bytes(found.span.raw()[0:found.span.byte_length])
        found.span.raw = lambda: data
        found.chain = []
        KEPT_ARRAYS[key] = found


def observe(body, scope, blobs):
    KEPT_ARRAYS.clear()
    answer = {'subjects': {}}
    for subject in body['subjects']:
        try:
            answer['subjects'][subject['key']] = observed(subject, scope, blobs)
        except BaseException as error:
            answer['subjects'][subject['key']] = {'error': error_fields(error)}
    if body.get('list'):
        answer['listing'] = listing(scope, body['list']['limit'])
    return answer


def observed(subject, scope, blobs):
    found = subject_array(subject, scope)
    answer = {
        'facts': facts_of(found, subject['expression'], scope),
        'identity': found.identity(), 'notes': [clip(note, MAX_MESSAGE) for note in found.notes],
        'canWrite': found.can_write(), 'windows': windows_of(found, subject['windows'], blobs),
    }
    for name in ('boxes', 'file', 'unreadable'):
        if getattr(found, name) is not None:
            answer[name] = getattr(found, name)
    if subject.get('digests'):
        answer.update(digests_of(found, blobs))
    keep(subject['key'], found)
    return answer


def facts_of(found, expression, scope):
    span = found.span
    source = {'address': str(span.address), 'byteLength': span.byte_length}
    if found.file_offset is not None:
        source['fileOffset'] = found.file_offset
    return {'typeName': found.type_name, 'dtype': found.dtype, 'shape': found.shape, 'strides': found.strides,
            'offset': found.offset, 'itemsize': found.itemsize, 'flags': found.flags,
            'owners': owners_of(found, expression, scope), 'source': source}


def owners_of(found, expression, scope):
    owners = [owner_of(found, at, expression, scope) for at in range(len(found.chain))]
    if found.file is not None:
        path, size = found.file['path'], found.span.byte_length + found.file_offset
        if not found.unreadable:
            size = max(size, found.chain[-1].size())
        owners.append({'name': path, 'typeName': 'file', 'byteLength': size, 'address': '0'})
    return owners


def owner_of(found, at, expression, scope):
    link = found.chain[at]
    kind = type_name(type(link))
    name = scope.name_of(link) or (expression if at == 0 else 'unnamed ' + kind)
    address, byte_length = extent_of(found, at)
    owner = {'name': clip(name, MAX_NAME), 'typeName': kind, 'byteLength': byte_length, 'address': str(address)}
    count = found.counts[at] if at < len(found.counts) else None
    return dict(owner, referenceCount=count) if count else owner


def extent_of(found, at):
    """Returns (address, bytes) of a link: for an array, of its items; for the last link, of the owner."""
    numpy, link, span = module('numpy'), found.chain[at], found.span
    if numpy is not None and is_a(link, numpy.ndarray):
        return interface_of(link)['data'][0], numpy.ndarray.nbytes.__get__(link)
    if at == len(found.chain) - 1:
        return span.address, span.byte_length
    if at == 0:
        return (span.address + found.offset if span.address else 0), product(found.shape) * found.itemsize
    view = buffer_of(link)
    return (address_of_buffer(link), view.nbytes) if view is not None else (span.address, span.byte_length)


def windows_of(found, asked, blobs):
    if found.unreadable is not None or found.span.raw is None:
        return []
    raw, windows = found.span.raw(), []
    for offset, length in asked:
        first, last = max(0, offset), min(offset + length, found.span.byte_length)
        if first < last:
            check_room(blobs, last - first)
            windows.append({'byteOffset': first, 'bytes': add_blob(blobs, bytes(raw[first:last]))})
    return windows


def check_room(blobs, length):
    if length > MAX_BYTES or sum(map(len, blobs)) + length > MAX_WINDOW_BYTES:
        raise Refused('too-large', 'a request may bring %d bytes at the most' % MAX_BYTES)


def digests_of(found, blobs):
    if found.unreadable is not None or found.span.raw is None:
        return {'digestsRefused': 'There are no bytes to be had.'}
    if found.span.byte_length > MAX_DIGESTED_BYTES:
        return {'digestsRefused': 'The owner has %d MiB: more than %d are not read through at every stop.'
                                  % (found.span.byte_length >> 20, MAX_DIGESTED_BYTES >> 20)}
    raw, size = found.span.raw(), found.span.byte_length
    pages = (raw[at:min(at + PAGE, size)] for at in range(0, size, PAGE))
    # Faster than blake2b, and sufficient to detect changes.
    digests = [zlib.crc32(page).to_bytes(4, 'little') + zlib.adler32(page).to_bytes(4, 'little') for page in pages]
    return {'digests': add_blob(blobs, b''.join(digests))}


def unchanged_array(subject, scope):
    """Returns the array of a subject; raises Refused where it no longer matches the identity."""
    found = subject_array(subject, scope)
    if found.identity() != subject['identity']:
        raise Refused('memory-changed', 'the address, size or dtype of `%s` are others now' % clip(
            subject['expression'], MAX_NAME))
    if found.unreadable is not None or found.span.raw is None:
        raise Refused('not-inspectable', found.unreadable or 'there are no bytes to be had')
    return found


def read(body, scope, blobs):
    found = unchanged_array(body['subject'], scope)
    raw, brought = found.span.raw(), []
    for offset, length in body['windows']:
        if offset < 0 or length < 0 or offset + length > found.span.byte_length:
            raise Refused('out-of-bounds', '%d bytes at %d of %d' % (length, offset, found.span.byte_length))
        check_room(blobs, length)
        brought.append(add_blob(blobs, bytes(raw[offset:offset + length])))
    return {'bytes': brought}


def write(body, scope, blobs):
    found = unchanged_array(body['subject'], scope)
    old, new, at = bytes.fromhex(body['old']), bytes.fromhex(body['new']), body['byteOffset']
    if not found.can_write():
        raise Refused('read-only', 'pointers are not written' if found.is_pointers else 'its WRITEABLE flag is False')
    if len(old) != len(new) or at < 0 or at + len(new) > found.span.byte_length:
        raise Refused('out-of-bounds', '%d bytes at %d of %d' % (len(new), at, found.span.byte_length))
    raw = found.span.raw()
    if bytes(raw[at:at + len(old)]) != old:
        raise Refused('memory-changed', 'the bytes at %d are others now' % at)
    raw[at:at + len(new)] = new
    return {}


def release(body, scope, blobs):
    KEPT_ARRAYS.clear()
    return {}
