"""Arrays that are laid out oddly, and what NumPy itself says of each: written to `answers.json` before the last line."""

import json

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

plane = np.arange(24, dtype=np.int32).reshape(4, 6) * 3
reversed_rows = plane[::-1, ::-2]
broadcast = np.broadcast_to(np.arange(5, dtype=np.float32), (3, 5))
fortran = np.asfortranarray(np.arange(12.0).reshape(3, 4))
windows = sliding_window_view(np.arange(9, dtype=np.int16), 4)
padded = np.zeros(3, dtype=np.dtype([('a', 'i1'), ('b', '<f8'), ('c', '<u2', (2,))], align=True))
padded['a'], padded['b'] = [1, 2, 3], [0.5, -1.25, 1e300]
swapped = (np.arange(6) / 3).reshape(2, 3).astype('>f8')
unaligned = np.frombuffer(bytearray(range(41)), np.uint8)[1:].view('<u4').reshape(2, 5)
read_only = np.linspace(0, 1, 7)
read_only.flags.writeable = False
zero_d = np.array(42, dtype=np.uint16)
empty = np.zeros((3, 0, 2))
days = np.arange('2024-02-27', '2024-03-04', dtype='datetime64[D]')[::2]
masked = np.ma.masked_greater(np.arange(6), 3)
matrix = np.matrix([[1, 2], [3, 4]])
mapped = np.memmap('mapped.dat', dtype='<i2', mode='w+', offset=6, shape=(40, 50))
mapped[:] = np.arange(2000).reshape(40, 50)
mapped_slice = mapped[7:9, ::10]

NAMES = (
    'reversed_rows broadcast fortran windows padded swapped unaligned read_only zero_d empty days masked matrix mapped_slice'
).split()
FLAGS = ('C_CONTIGUOUS', 'F_CONTIGUOUS', 'OWNDATA', 'WRITEABLE', 'ALIGNED', 'WRITEBACKIFCOPY')


def leaves(item):
    """An item's columns as text, in order: structured ones by field."""
    if item.dtype.names is None:
        return [str(part) for part in np.asarray(item).reshape(-1)[()]] if item.ndim else [str(item[()])]
    return [text for name in item.dtype.names for text in leaves(np.asarray(item[name]))]


def answer(array):
    array = np.ndarray.view(array, np.ndarray)
    return {
        'dtype': str(array.dtype),
        'shape': array.shape,
        'strides': array.strides,
        'items': [[list(index), leaves(np.asarray(array[index]))] for index in np.ndindex(array.shape)],
    }


answers = {}
for name in NAMES:
    flags = globals()[name].flags
    answers[name] = answer(globals()[name]) | {'flags': [f'{flag} {flags[flag]}' for flag in FLAGS]}
with open('answers.json', 'w') as file:
    json.dump(answers, file)
print('stop here')
