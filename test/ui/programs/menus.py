import threading

import numpy as np

x = np.arange(12.0).reshape(3, 4)
even = x[::2]
odd = x[1::2]
apart = np.ones(3)
large = np.zeros((1000, 1000))


def work(data):
    data[:] = 7
    print('in the thread')


threading.Thread(target=threading.Event().wait, daemon=True).start()
x[0, 0] = 100
worker = threading.Thread(target=work, args=(np.zeros(5),))
worker.start()
worker.join()
print('stop here')
