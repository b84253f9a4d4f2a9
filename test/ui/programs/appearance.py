import numpy as np

x = np.arange(60.0).reshape(6, 10)
y = x[1:4, ::3]
pointers = [1, 2.5, 'three', None, True, b'bytes', x]
y[:] = -1
print('done')
