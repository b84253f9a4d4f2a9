"""Headers of .npy files: `npy_cases.py COUNT SEED` prints one JSON case a line, the file's first bytes in hexadecimal
and what NumPy reads from them, or the words in which it refuses.

Half are written by NumPy itself, for many dtypes, shapes, orders and versions; half are damaged or written by hand.
"""
import io
import json
import random
import sys
import warnings

import numpy as np

try:
    from numpy.lib import _format_impl as npy
except ImportError:
    from numpy.lib import format as npy

warnings.simplefilter('ignore')

SCALARS = ['?', 'u1', '<i2', '>i4', '<u8', '<f2', '<f4', '>f8', '<c8', '>c16', 'S3', '<U4', '>U2', 'V7', '<f16',
           '<M8[ns]', '>m8[25s]', 'S0', 'V0']


def random_dtype(rng, depth=0):
    if depth > 2 or rng.random() < 0.6:
        return np.dtype(rng.choice(SCALARS))
    names = rng.sample(['x', 'y', 'z', 'é', 'λ', 'a b', "it's", 'k\\'], rng.randint(1, 4))
    if rng.random() < 0.3:
        formats = [random_dtype(rng, depth + 1) for _ in names]
        offsets, at = [], 0
        for dtype in formats:
            at += rng.choice([0, 0, 1, 4])
            offsets.append(at)
            at += dtype.itemsize
        return np.dtype({'names': names, 'formats': formats, 'offsets': offsets, 'itemsize': at + rng.choice([0, 3])})
    fields = []
    for name in names:
        title = rng.choice([name, name, (f'title of {name}', name)])
        field = (title, random_dtype(rng, depth + 1))
        fields.append(field + ((2, 3)[:rng.randint(1, 2)],) if rng.random() < 0.3 and field[1].itemsize else field)
    return np.dtype(fields, align=rng.random() < 0.3)


def written(rng):
    """A header as NumPy writes it: np.save's own version, or a named one."""
    dtype = random_dtype(rng)
    shape = tuple(rng.choice([0, 1, 2, 3, 10]) for _ in range(rng.randint(0, 4)))
    if int(np.prod(shape)) * dtype.itemsize > 100_000:
        shape = (2,)
    array = np.zeros(shape, dtype, order=rng.choice('CF'))
    file = io.BytesIO()
    version = rng.choice([None, None, (1, 0), (2, 0), (3, 0)])
    try:
        npy.write_array(file, array, version=version)
    except (UnicodeEncodeError, ValueError):
        npy.write_array(file, array, version=(3, 0))
    return file.getvalue()


def header_text(rng):
    """Header texts that are nearly right."""
    descr = rng.choice(["'<f4'", "'<f4'", "'|O'", "[('x', '|O')]", "'nonsense'", 'None', "('<f4', (2,))", '3', "b'<f4'",
                        "[('x', '<f4'), ('', '|V4'), ('y', '<i2', (2,))]", "[('', '<f4', (2,)), ('y', 'u1')]",
                        "[('t', ('<f4',))]", "'f4, i4'", "[]", "{'names': ['a'], 'formats': ['f4']}"])
    order = rng.choice(['False', 'False', 'True', '0', 'None', '[]'])
    shape = rng.choice(['(3, 4)', '(3, 4)', '()', '(5,)', '(5)', '[3, 4]', "('3',)", '(3.0,)', '(True, 2)', '(10L, 2L)',
                        '(None,)', '(0, 7)', '3', '(1_000,)', '(0x10,)'])
    pairs = [("'descr'", descr), ("'fortran_order'", order), ("'shape'", shape)]
    change = rng.random()
    if change < 0.1:
        pairs.pop(rng.randrange(3))
    elif change < 0.2:
        pairs.append((rng.choice(["'extra'", "'shape'", "'Shape'"]), rng.choice(['1', '(9,)'])))
    elif change < 0.25:
        rng.shuffle(pairs)
    text = '{' + ', '.join(f'{key}: {value}' for key, value in pairs) + rng.choice([', }', '}', ' ,}'])
    return rng.choices([text, text[:-1], text + ' x', '[1, 2]', '__import__("os").getcwd()', '', '(' * 300, '{1: 2}', 'None'],
                       [30, 1, 1, 1, 1, 1, 1, 1, 1])[0]


def by_hand(rng):
    padding = rng.choice([9000, 10_001, 20_000]) if rng.random() < 0.03 else rng.choice([0, 5, 40])
    text = header_text(rng).encode() + b' ' * padding + b'\n'
    version = rng.choice([1, 2, 3])
    length = len(text) + (rng.choice([-5, 1, 1000]) if rng.random() < 0.05 else 0)
    return b'\x93NUMPY' + bytes([version, 0]) + max(0, length).to_bytes(2 if version == 1 else 4, 'little') + text


def damaged(rng):
    data = bytearray(written(rng)[:400])
    kind = rng.random()
    if kind < 0.4:
        return bytes(data[:rng.randrange(len(data))])
    if kind < 0.6:
        data[rng.randrange(6)] ^= 1 << rng.randrange(8)
        return bytes(data)
    if kind < 0.8:
        data[6 + rng.randrange(2)] = rng.choice([0, 1, 2, 3, 4, 255])
        return bytes(data)
    data[rng.randrange(8, min(80, len(data)))] = rng.randrange(256)
    return bytes(data)


def dtype_facts(dtype):
    facts = {'itemsize': dtype.itemsize, 'kind': dtype.kind}
    if dtype.subdtype:
        return facts | {'shape': dtype.subdtype[1], 'base': dtype_facts(dtype.subdtype[0])}
    if dtype.names is not None:
        return facts | {'fields': [[name, dtype.fields[name][1], dtype_facts(dtype.fields[name][0])] for name in dtype.names]}
    return facts | {'str': dtype.str}


def read(data):
    file = io.BytesIO(data)
    try:
        version = npy.read_magic(file)
        if version not in [(1, 0), (2, 0), (3, 0)]:
            raise ValueError(f'we only support format version (1,0), (2,0), and (3,0), not {version}')
        shape, fortran_order, dtype = npy._read_array_header(file, version)
    except Exception as error:  # noqa: BLE001 - whatever NumPy raises is the answer
        return {'error': str(error).split('\n')[0], 'name': type(error).__name__}
    if dtype.hasobject:
        return {'error': 'Object arrays cannot be loaded when allow_pickle=False', 'name': 'ValueError'}
    return {'shape': shape, 'fortranOrder': fortran_order, 'dtype': dtype_facts(dtype), 'headerLength': file.tell(),
            'version': version}


def main():
    rng = random.Random(int(sys.argv[2]))
    for _ in range(int(sys.argv[1])):
        data = rng.choices([written, by_hand, damaged], [5, 3, 2])[0](rng)
        print(json.dumps({'bytes': data[:30_000].hex(), 'numpy': read(data)}, separators=(',', ':')))


main()
