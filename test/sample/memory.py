"""The arrays of the tutorial "Memory Management in NumPy", small ones beside the large one, each written to a file.

Run it to make the files again, or stop in it with the debugger. The numbers are the same every time.
"""

import os

import numpy as np

os.chdir(os.path.dirname(os.path.abspath(__file__)))
np.random.seed(2023)

# Memory mapping: 400 MB that are never in memory as a whole. Filled block by block, because one
# np.random.rand(10000, 10000) would take another 800 MB; the numbers are the same.
large_array = np.memmap('large_array.dat', dtype='float32', mode='w+', shape=(10000, 10000))
for row in range(0, 10000, 500):
    large_array[row : row + 500] = np.random.rand(500, 10000)
large_array.flush()

# Memory layout: the same numbers row by row, and column by column.
c_array = np.random.rand(100, 10)
f_array = np.asfortranarray(c_array)
c_array.tofile('c_array.dat')
np.save('c_array.npy', c_array)
np.save('f_array.npy', f_array)

# Fortran order again, in three dimensions, and with the bytes of each number the other way round.
cube = np.asfortranarray(np.arange(4 * 5 * 6, dtype='>f8').reshape(4, 5, 6) / 8)
np.save('cube.npy', cube)

# Strides: one and the same 16 bytes as 4×4, as 8×2 and as 16×1×1.
x = np.random.randint(0, 128, (4, 4), dtype=np.int8)
x.tofile('x.dat')
x.shape = 8, 2
x.shape = 16, 1, 1

# Views share their memory, copies do not: setting y to 0 writes into x.
x = np.random.rand(9, 99)
y = x[:, :3]
y[:] = 0.0
np.save('x.npy', x)

# One item may be a whole record, and the array need not start at the first byte.
particle = [('id', '<i4'), ('position', '<f4', (3,)), ('mass', '<f8'), ('name', 'S8')]
with open('structured.dat', 'wb') as file:
    file.write(b'particles, version 1'.ljust(64, b'\0'))
    file.write(bytes(32 * 50))
structured = np.memmap('structured.dat', dtype=particle, mode='r+', offset=64, shape=(50,))
structured['id'] = np.arange(50)
structured['position'] = np.random.rand(50, 3)
structured['mass'] = 1.5 ** np.arange(50)
structured['name'] = [f'p{i:03d}' for i in range(50)]
structured.flush()

# Tokens of a language model: 16-bit numbers, nothing else.
tokens = np.memmap('tokens.dat', dtype='uint16', mode='w+', shape=(4096,))
tokens[:] = np.random.zipf(1.3, 4096) % 50257
tokens.flush()

# Complex numbers are two numbers an item.
phase = np.linspace(0, 2 * np.pi, 256, endpoint=False)
spectrum = np.memmap('spectrum.dat', dtype='complex64', mode='w+', shape=(16, 16))
spectrum[:] = np.exp(1j * phase).reshape(16, 16)
spectrum.flush()

# Dates are 64-bit numbers of days; the least of them stands for "not a time".
days = np.arange('2023-12-01', '2024-03-01', dtype='datetime64[D]')
days[13] = np.datetime64('NaT')
np.save('days.npy', days)
