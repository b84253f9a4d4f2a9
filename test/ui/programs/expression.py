import numpy as np

x = np.arange(12.0).reshape(3, 4)
even = x[::2]


def inner(data):
    data[0] = 7
    return data.sum()


total = inner(np.ones(3))
print('stop here', total)
