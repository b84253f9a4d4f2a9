"""Objects that raise, lie, are huge or are slow when they are asked anything: what of their code runs is in `ran.log`."""

import array
import os
import signal
import time

import numpy as np


def ran(what):
    with open('ran.log', 'a') as file:
        file.write(what + '\n')


def telling(name, answer):
    """A property that writes down that it ran, and gives, or raises, its answer."""

    def get(_self):
        ran(name)
        if isinstance(answer, BaseException):
            raise answer
        return answer

    return property(get)


class Raises:
    def __repr__(self):
        ran('Raises.__repr__')
        raise RuntimeError('no repr')

    def __getattribute__(self, name):
        ran('Raises.' + name)
        raise RuntimeError('no ' + name)


class Liar:
    """Says that it is an ndarray, of more items than there are bytes in the world."""

    __class__ = telling('Liar.__class__', np.ndarray)
    __module__ = telling('Liar.__module__', 7)
    shape = telling('Liar.shape', 'round')
    dtype = telling('Liar.dtype', RuntimeError('no dtype'))
    __array_interface__ = telling(
        'Liar.__array_interface__', {'version': 3, 'shape': (1 << 62, 1 << 62), 'typestr': '<f8', 'data': (4096, False)}
    )


class Huge:
    """A text of 100 MB, and a claim to more bytes than it has."""

    __array_interface__ = telling(
        'Huge.__array_interface__', {'version': 3, 'shape': (1 << 40,), 'typestr': '<f8', 'data': bytes(16)}
    )

    def __repr__(self):
        ran('Huge.__repr__')
        return 'x' * 10**8


class Wordy:
    __array_interface__ = telling('Wordy.__array_interface__', ZeroDivisionError('very ' * 100_000))


class Unspeakable(Exception):
    def __str__(self):
        ran('Unspeakable.__str__')
        raise self


class Mute:
    __array_interface__ = telling('Mute.__array_interface__', Unspeakable())


class Answers(type):
    """A class of classes that answers for them, and is equal to all."""

    def __getattribute__(cls, name):
        ran('Answers.' + name)
        raise RuntimeError('no ' + name)

    def __eq__(cls, other):
        ran('Answers.__eq__')
        return True

    def __hash__(cls):
        ran('Answers.__hash__')
        return 0


class Answered(metaclass=Answers):
    pass


class Lying(np.ndarray):
    """A true array whose attributes are all wrong."""

    __class__ = telling('Lying.__class__', int)
    shape = telling('Lying.shape', (7, 7, 7))
    strides = telling('Lying.strides', (1,))
    dtype = telling('Lying.dtype', np.dtype('S3'))
    base = telling('Lying.base', 'nobody')
    flags = telling('Lying.flags', None)
    itemsize = telling('Lying.itemsize', -1)
    nbytes = telling('Lying.nbytes', RuntimeError('no nbytes'))
    __array_interface__ = telling('Lying.__array_interface__', {'data': (0, True)})

    def __array_finalize__(self, _parent):
        ran('Lying.__array_finalize__')

    def __repr__(self):
        ran('Lying.__repr__')
        return 'array([])'

    def __getattribute__(self, name):
        ran('Lying.' + name)
        return super().__getattribute__(name)


class Buffered(array.array):
    """From Python 3.12 on a class may say itself what its buffer is."""

    def __buffer__(self, _flags):
        ran('Buffered.__buffer__')
        raise RuntimeError('no buffer')


class Slow:
    @property
    def __array_interface__(self):
        ran('Slow.__array_interface__')
        time.sleep(8)


def shrinks():
    """The same array every time, and a smaller one in place from the second time on."""
    global calls
    calls += 1
    if calls > 1:
        shrunk.resize(3, refcheck=False)
    return shrunk


calls = 0
shrunk = np.arange(2000.0)
raises, liar, huge, wordy, mute, slow = Raises(), Liar(), Huge(), Wordy(), Mute(), Slow()
answered = object.__new__(Answered)
lying = np.ndarray.view(np.arange(12.0).reshape(3, 4)[:, ::2], Lying)
buffered = Buffered('h', [1, 2, 3])
gone = np.arange(5, dtype=np.int16)
resized = np.arange(4.0)
open('ran.log', 'w').close()
print('stop here')
del gone
resized.resize(6, refcheck=False)
os.kill(os.getpid(), signal.SIGKILL)
