"""Arrays of NumPy's own, compared with what NumPy says of them."""
import math
import mmap
import os
import random
import tempfile
import unittest

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view

from asking import Case


def as_text(dtype):
    return str(dtype).replace('object', 'uint64')


class Arrays(Case):
    def same(self, array, dtype=None):
        """Observed facts are NumPy's, and the owner's bytes laid out by them are the array."""
        seen = self.observe('a', {'a': array})
        self.assertNotIn('error', seen)
        facts = seen['facts']
        self.assertEqual(tuple(facts['shape']), np.ndarray.shape.__get__(array))
        self.assertEqual(tuple(facts['strides']), np.ndarray.strides.__get__(array))
        self.assertEqual(facts['itemsize'], array.dtype.itemsize)
        self.assertEqual(facts['dtype'], as_text(array.dtype))
        self.assertEqual(facts['flags'], {name: bool(array.flags[name]) for name in facts['flags']})
        self.assertEqual(len(facts['flags']), 6)
        where = int(facts['source']['address']) + facts['offset']
        self.assertEqual(where, array.__array_interface__['data'][0])
        if array.size:
            copy = np.ndarray(array.shape, array.dtype, seen['bytes'], facts['offset'], array.strides)
            self.assertEqual(copy.tobytes(), array.tobytes())
        self.assertEqual(seen['canWrite'], array.flags.writeable)
        return seen

    def test_c_order(self):
        seen = self.same(np.arange(24.).reshape(4, 6).copy())
        self.assertEqual([owner['name'] for owner in seen['facts']['owners']], ['a'])
        self.assertEqual(seen['facts']['source']['byteLength'], 192)

    def test_reversed(self):
        self.same(np.arange(24).reshape(4, 6)[::-1, ::-2])

    def test_broadcast(self):
        self.same(np.broadcast_to(np.arange(3), (4, 3)))

    def test_fortran_order(self):
        self.same(np.asfortranarray(np.arange(24).reshape(4, 6)))

    def test_sliding_window(self):
        self.same(sliding_window_view(np.arange(10, dtype='i2'), 3))

    def test_strided_before_its_owner(self):
        base = np.arange(8)
        seen = self.observe('a', {'a': as_strided(base[1:], (2,), (-16,))})
        self.assertEqual((seen['facts']['offset'], seen['facts']['strides']), (8, [-16]))
        self.assertEqual(seen['facts']['source']['byteLength'], 64)

    def test_structured_with_padding(self):
        self.same(np.zeros(3, np.dtype([('a', 'i1'), ('b', 'f8')], align=True)))
        self.same(np.zeros(3, [('a', 'i1'), ('b', 'f8', (2, 2))])['b'])

    def test_byte_swapped(self):
        self.same(np.arange(3, dtype='>f4'))

    def test_unaligned(self):
        self.same(np.frombuffer(bytearray(33), 'f8', 4, 1))

    def test_read_only(self):
        array = np.arange(3)
        array.flags.writeable = False
        self.same(array)
        self.same(np.frombuffer(b'abcdef', 'u2'))

    def test_zero_dimensions_and_no_items(self):
        self.same(np.array(3.5))
        self.same(np.zeros((3, 0, 2)))
        self.same(np.arange(3)[3:])

    def test_dates_texts_and_complex(self):
        self.same(np.array(['2020-01-01', 'NaT'], 'M8[D]'))
        self.same(np.array(['abc', 'ü'])[::-1])
        self.same(np.array([1 + 2j, 3], 'c8'))
        self.same(np.array([1, 2], 'm8[25us]'))

    def test_subclasses(self):
        self.same(np.arange(4).reshape(2, 2).view(np.matrix)[:, ::-1])
        self.same(np.rec.array([(1, 2.5)], dtype=[('a', 'i4'), ('b', 'f8')]))
        masked = self.observe('a', {'a': np.ma.array([1, 2], mask=[0, 1])})
        self.assertEqual(masked['facts']['typeName'], 'MaskedArray')
        self.assertIn('.mask', ' '.join(masked['notes']))

    def test_custom_dtypes(self):
        try:
            import ml_dtypes
        except ImportError:
            self.skipTest('ml_dtypes is not here')
        self.same(np.array([1, 2], ml_dtypes.bfloat16))
        self.same(np.array([1, 2], ml_dtypes.float8_e5m2))

    def test_texts_that_are_elsewhere(self):
        if not hasattr(np.dtypes if hasattr(np, 'dtypes') else None, 'StringDType'):
            self.skipTest('no StringDType')
        error = self.error('a', {'a': np.array(['x'], np.dtypes.StringDType())})
        self.assertEqual(error['kind'], 'not-inspectable')

    def test_objects(self):
        things = np.array([1.5, 'a', None, [2]], object)
        seen = self.observe('a', {'a': things[::2]})
        self.assertEqual(np.frombuffer(seen['bytes'], 'u8').tolist(), [id(item) for item in things])
        self.assertFalse(seen['canWrite'])
        self.assertEqual([box.get('text') for box in seen['boxes']['shown']], ['1.5', 'None'])
        fortran = np.empty((2, 3), object, order='F')
        fortran[:] = [[object() for _ in range(3)] for _ in range(2)]
        seen = self.observe('a', {'a': fortran}, windows=[(3, 20)])
        ids = np.array([id(item) for item in fortran.T.flat], 'u8')
        self.assertEqual(seen['bytes'], ids.tobytes()[3:23])

    def test_structured_with_objects(self):
        seen = self.observe('a', {'a': np.zeros(2, [('n', 'i4'), ('o', 'O')])})
        self.assertEqual(np.dtype(eval(seen['facts']['dtype'])), np.dtype([('n', 'i4'), ('o', 'u8')]))
        self.assertFalse(seen['canWrite'])

    def test_scalars(self):
        seen = self.observe('a', {'a': np.float32(1.5)})
        self.assertEqual((seen['facts']['shape'], seen['bytes']), ([], np.float32(1.5).tobytes()))
        self.assertIn('copy', seen['notes'][0])
        self.assertFalse(seen['canWrite'])
        self.assertEqual(self.act('read', 'a', {'a': np.float32(1.5)}, seen, window=[0, 4]), seen['bytes'])

    def test_base_chain(self):
        owner = bytearray(80)
        middle = np.frombuffer(owner, 'f8')
        seen = self.observe('v', {'owner': owner, 'middle': middle, 'v': memoryview(middle[2:])})
        owners = [(link['name'], link['typeName']) for link in seen['facts']['owners']]
        self.assertEqual((owners[0], owners[-1]), (('v', 'memoryview'), ('owner', 'bytearray')))
        self.assertEqual((seen['facts']['offset'], seen['facts']['source']['byteLength']), (16, 80))

    def test_random_views(self):
        dice = random.Random(7)
        for _ in range(300):
            shape = [dice.randint(0, 5) for _ in range(dice.randint(0, 4))]
            dtype = dice.choice(['i1', '>i4', 'f8', 'c16', 'S3', 'M8[s]', [('a', 'i1'), ('b', '>f4')]])
            array = np.frombuffer(bytearray(os.urandom(int(np.prod(shape)) * np.dtype(dtype).itemsize + 8)), 'u1')
            array = array[3:3 + math.prod(shape) * np.dtype(dtype).itemsize].view(dtype).reshape(shape)
            array = array.transpose(dice.sample(range(array.ndim), array.ndim))
            array = array[tuple(slice(None, None, dice.choice([-2, -1, 1, 2, 3])) for _ in array.shape) + (...,)]
            self.same(array)


class Maps(Case):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, 'a.dat')
        self.content = os.urandom(3 * mmap.ALLOCATIONGRANULARITY)
        with open(self.path, 'wb') as file:
            file.write(self.content)

    def tearDown(self):
        try:
            self.folder.cleanup()
        except PermissionError:
            pass  # Windows lets nobody remove a file that is mapped

    def check_place(self, array):
        seen = self.observe('a', {'a': array}, windows=[(0, 4096)])
        facts = seen['facts']
        place = facts['source']['fileOffset'] + facts['offset']
        self.assertEqual(seen['file'], {'path': self.path, 'offset': place, 'mode': 'r'})
        found = np.ndarray(array.shape, array.dtype, self.content, place, array.strides)
        self.assertEqual(found.tobytes(), array.tobytes())
        start = facts['source']['fileOffset']
        self.assertEqual(seen['bytes'], self.content[start:start + len(seen['bytes'])])
        return facts

    def test_slices_know_their_place_in_the_file(self):
        offset = mmap.ALLOCATIONGRANULARITY + 24
        array = np.memmap(self.path, '<i4', 'r', offset, (40, 10))
        facts = self.check_place(array)
        types = [owner['typeName'] for owner in facts['owners']]
        self.assertEqual((types[0], types[-2:]), ('memmap', ['mmap.mmap', 'file']))
        self.assertEqual(facts['owners'][-1]['byteLength'], len(self.content))
        self.check_place(array[5:, ::-3])
        self.check_place(np.asarray(array)[::-1].T)

    def test_file_that_was_cut_is_not_read(self):
        array = np.memmap(self.path, 'u1', 'r+')
        try:
            os.truncate(self.path, 10)
        except OSError:
            self.skipTest('this system keeps mapped files whole')
        seen = self.observe('a', {'a': array}, digests=True)
        self.assertIn('shorter', seen['unreadable'])
        self.assertEqual(seen['windows'], [])
        self.assertEqual(self.act('read', 'a', {'a': array}, seen, window=[0, 4])['error']['kind'], 'not-inspectable')


if __name__ == '__main__':
    unittest.main()
