"""The helper in the debuggee, part 5 of 5: the one entry point, `ask`, and what can be asked of it.

An answer is `NAI1:`, base64 of (length of the JSON in 4 bytes, JSON, blobs), `:`, and padding. Nothing is ever raised.
"""

MAX_READ = 1024 * 1024
MAX_DIGESTED = 64 * 1024 * 1024
PAGE = 4096
LIST_SECONDS = 0.1
MEASURE_SECONDS = 1.0
#: debugpy answers small messages late: the system waits for more of them before it sends.
LEAST_ANSWER = 70_000
#: Values that nothing but a panel's expression made, by the panel's key: alive until the next look.
KEPT = {}


class Blobs:
    """Bytes that go behind the JSON."""

    def __init__(self):
        self.parts, self.length = [], 0

    def add(self, data):
        at = self.length
        self.parts.append(data)
        self.length += len(data)
        return {'at': at, 'length': len(data)}


def ask(request, local_names, global_names):
    """The answer to `request`, base64 of a JSON object with `op`. The names are those of the frame it is asked in."""
    blobs = Blobs()
    try:
        message = json.loads(base64.b64decode(request))
        answer = OPERATIONS[message['op']](message, local_names, global_names, blobs)
    except BaseException as error:
        answer, blobs = failure(error), Blobs()
    text = json.dumps(answer, ensure_ascii=True).encode('ascii')
    payload = len(text).to_bytes(4, 'little') + text + b''.join(blobs.parts)
    sealed = 'NAI1:' + base64.b64encode(payload).decode('ascii') + ':'
    return sealed + '.' * max(0, LEAST_ANSWER - len(sealed))


def failure(error):
    if isinstance(error, Refusal):
        told = {'kind': error.kind, 'message': error.message[:MESSAGE_CHARS]}
        return {'error': dict(told, action=error.action) if error.action else told}
    kind = type.__dict__['__name__'].__get__(type(error))
    try:
        message = str(error)
    except BaseException:
        message = ''
    return {'error': {'kind': 'not-inspectable', 'message': (kind + ': ' + message)[:MESSAGE_CHARS]}}


def evaluate(expression, local_names, global_names):
    code = compile(expression.strip(), '<ndarray-inspector>', 'eval')
    # Lambdas and comprehensions look names up among the globals: the frame's own have to be there.
    names = dict(global_names)
    names.update(local_names)
    return eval(code, names, names)


def observe(message, local_names, global_names, blobs):
    KEPT.clear()
    COUNTS.clear()
    # Evaluated and counted before anything here refers to the values.
    cells = [evaluated(subject['expression'], local_names, global_names) for subject in message['subjects']]
    copies = name_copies(local_names)
    for cell in cells:
        if type(cell[0]) is not Failed:
            count_references(cell, copies)
    copies = None
    names = [(name, value) for name, value, _ in bindings(local_names, global_names)]
    answer = {'subjects': {}}
    for subject, cell in zip(message['subjects'], cells):
        try:
            answer['subjects'][subject['key']] = observe_one(subject, cell.pop(), names, blobs)
        except BaseException as error:
            answer['subjects'][subject['key']] = failure(error)
    COUNTS.clear()
    if message.get('list'):
        answer['listing'] = list_arrays(message['list']['limit'], local_names, global_names)
    return answer


class Failed:
    """An expression that raised."""

    def __init__(self, error):
        self.error = error


def evaluated(expression, local_names, global_names):
    """The value in a list of its own, which is all that refers to it here."""
    try:
        return [evaluate(expression, local_names, global_names)]
    except BaseException as error:
        return [Failed(error)]


def observe_one(subject, value, names, blobs):
    if type(value) is Failed:
        raise value.error
    described = describe(value, names)
    # Nobody but the expression made it: alive until the next look, for its bytes to be read.
    if COUNTS.get(id(value), 1) <= 0:
        KEPT[subject['key']] = described
    answer = described.answer()
    answer['windows'] = [window_of(described.block, start, length, blobs) for start, length in subject['windows']]
    if subject.get('digests'):
        if described.block.byte_length <= MAX_DIGESTED and not isinstance(described.block, Synthetic):
            answer['digests'] = blobs.add(digests(described.block))
        else:
            answer['digestsRefused'] = 'pages are counted for arrays of up to 64 MiB'
    return answer


def window_of(block, start, length, blobs):
    start = max(0, min(start, block.byte_length))
    return {'byteOffset': start, 'bytes': blobs.add(read_block(block, start, start + min(length, MAX_READ)))}


def digests(block):
    from hashlib import blake2b

    view = block.view()
    pages = range(0, block.byte_length, PAGE)
    return b''.join(blake2b(view[start : start + PAGE], digest_size=8).digest() for start in pages)


def described_again(message, local_names, global_names):
    """The value that was described under this identity; refuses where it is another one now."""
    subject = message['subject']
    described = KEPT.get(subject['key'])
    if described is None:
        described = describe(evaluate(subject['expression'], local_names, global_names), ())
    if described.identity != subject['identity']:
        action = 'It is shown anew as it is now.'
        raise Refusal('memory-changed', '%s is another array now' % subject['expression'], action)
    return described


def read(message, local_names, global_names, blobs):
    start, length = message['window']
    if not 0 <= length <= MAX_READ:
        raise Refusal('too-large', 'at most %d bytes are read at a time' % MAX_READ)
    block = described_again(message, local_names, global_names).block
    if start < 0 or start + length > block.byte_length:
        raise Refusal('out-of-bounds', 'bytes %d to %d of %d' % (start, start + length, block.byte_length))
    return {'bytes': blobs.add(read_block(block, start, start + length))}


def write(message, local_names, global_names, _blobs):
    described = described_again(message, local_names, global_names)
    start, old, new = message['byteOffset'], bytes.fromhex(message['old']), bytes.fromhex(message['new'])
    if not described.can_write:
        action = 'Make it writeable in the program, as with x.setflags(write=True).'
        raise Refusal('read-only', 'assignment destination is read-only', action)
    stop = start + len(old)
    if len(old) != len(new) or start < 0 or stop > described.block.byte_length:
        raise Refusal('out-of-bounds', 'bytes %d to %d of %d' % (start, stop, described.block.byte_length))
    view = described.block.view()
    if bytes(view[start:stop]) != old:
        raise Refusal('memory-changed', 'the program has changed these bytes', 'Look at what is there now, and try again.')
    view[start:stop] = new
    return {}


def release(_message, _local_names, _global_names, _blobs):
    KEPT.clear()
    return {}


def list_arrays(limit, local_names, global_names):
    """The frame's arrays, by a look at types alone. No code of the program's is run."""
    deadline = time.monotonic() + LIST_SECONDS
    found, more = [], 0
    for name, value, scope in bindings(local_names, global_names):
        if not is_listed(value):
            continue
        if len(found) >= limit or time.monotonic() > deadline:
            more += 1
        else:
            found.append((name, value, scope))
    owners = {}
    for name, value, _ in found:
        owners.setdefault(id(value), name)
    return {'arrays': [listed(name[:NAME_CHARS], value, scope, owners) for name, value, scope in found], 'more': more}


def is_listed(value):
    kinds = mro(value)
    if is_array(value) or is_one_of(value, memoryview, bytearray) or is_tensor(value):
        return True
    array_module, ctypes = loaded('array'), loaded('ctypes')
    if array_module is not None and array_module.array in kinds:
        return True
    if ctypes is not None and ctypes.Array in kinds:
        return True
    return is_pandas(value, 'DataFrame') or is_pandas(value, 'Series')


def listed(name, value, scope, owners):
    entry = {'name': name, 'scope': scope, 'typeName': type_name(value)}
    try:
        if is_array(value):
            entry.update(listed_array(value, owners))
        elif not (is_tensor(value) or is_pandas(value, 'DataFrame') or is_pandas(value, 'Series')):
            entry.update(listed_other(describe_buffer(value, ()), owners))
        elif is_tensor(value) and type(value).__module__.startswith('torch'):
            entry.update(listed_other(describe_tensor(value, ()), owners))
    except Refusal as refusal:
        entry['note'] = refusal.message
    except Exception as error:
        entry['note'] = failure(error)['error']['message']
    return entry


def listed_array(array, owners):
    chain, block, _ = owner_of(array)
    facts = {
        'dtype': str(array_part(array, 'dtype'))[:NAME_CHARS],
        'shape': list(array_part(array, 'shape')),
        'memory': {
            'address': str(address_of(array)),
            'strides': list(array_part(array, 'strides')),
            'itemsize': array_part(array, 'itemsize'),
            'owner': {'address': str(block.address), 'byteLength': block.byte_length},
        },
    }
    return dict(facts, **view_of(chain[1:], owners))


def listed_other(described, owners):
    if described is None:
        return {}
    facts, block = described.facts, described.block
    entry = {'dtype': facts['dtype'], 'shape': facts['shape']}
    if block.address:
        entry['memory'] = {
            'address': str(block.address + facts['offset']),
            'strides': facts['strides'],
            'itemsize': facts['itemsize'],
            'owner': {'address': str(block.address), 'byteLength': block.byte_length},
        }
    return dict(entry, **view_of([block.owner] if block.owner is not described.value else [], owners))


def view_of(bases, owners):
    named = next((owners[id(base)] for base in bases if id(base) in owners), None)
    return {} if named is None else {'viewOf': named[:NAME_CHARS]}


def measure(message, local_names, global_names, _blobs):
    """
    A real walk along each axis: its slices along that axis, in C order of the others, each added up (copied, where items
    cannot be added), as many as fit into the time. What a slice costs by itself, measured on an empty one, is taken off.
    """
    array = described_again(message, local_names, global_names).array
    if array is None or array.size == 0:
        raise no_layout('there is nothing to walk along')
    axes = [axis for axis, length in enumerate(array.shape) if length > 1]
    share = MEASURE_SECONDS / max(1, len(axes))
    return {'axes': [walk(array, axis, share * 0.9) for axis in axes]}


def walk(array, axis, seconds):
    numpy = loaded('numpy')
    lines = numpy.moveaxis(array, axis, -1)
    visit = (lambda line: line.sum()) if array.dtype.kind in 'biufc' else (lambda line: line.copy())
    empty = lines[(0,) * (lines.ndim - 1)][:0]
    began = time.perf_counter()
    for _ in range(100):
        visit(empty)
    by_itself = (time.perf_counter() - began) / 100
    count, began, spent = 0, time.perf_counter(), 0.0
    while spent < seconds:
        before = count
        for index in numpy.ndindex(lines.shape[:-1]):
            visit(lines[index])
            count += 1
            if count % 16 == 0 and time.perf_counter() - began > seconds:
                break
        spent = time.perf_counter() - began
        if before == 0 and spent > seconds / 4:
            break
    items = count * lines.shape[-1]
    return {'axis': axis, 'items': items, 'nanosecondsPerItem': max(0.0, spent - count * by_itself) / items * 1e9}


OPERATIONS = {'observe': observe, 'read': read, 'write': write, 'measure': measure, 'release': release}
