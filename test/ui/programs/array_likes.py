"""What holds numbers and is no NumPy array; the process tells who it is, so that it can be killed."""

import array
import os

import numpy as np
import pandas

with open('pid', 'w') as file:
    file.write(str(os.getpid()))

samples = array.array('h', [1, -2, 300])
window = memoryview(samples)[1:]
numbers = [1, 2.5, 'three']
series = pandas.Series([0.5, 1.5, np.nan], name='s')
frame = pandas.DataFrame({'a': [1, 2], 'b': [3, 4]})
raw = bytearray(b'memory')
large = np.zeros(100_000_000)
print('stop here')
