import numpy as np

w = np.zeros(4, dtype=np.int16)
w[:] = 5
print('done')
