"""Holds a file as np.memmap(mode='r+') and answers lines: `get I` prints item I, `set I VALUE` stores without flushing."""

import sys

import numpy as np

held = np.memmap(sys.argv[1], dtype='float32', mode='r+')
print('ready', flush=True)
for line in sys.stdin:
    word, *rest = line.split()
    if word == 'get':
        print(held[int(rest[0])], flush=True)
    else:
        held[int(rest[0])] = float(rest[1])
        print('stored', flush=True)
