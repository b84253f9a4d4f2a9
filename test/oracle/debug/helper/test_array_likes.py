"""Buffers, lists, objects that stand for arrays, tensors and frames."""
import array
import ctypes
import mmap
import struct
import sys
import unittest

import numpy as np

from asking import Case


class Buffers(Case):
    def same(self, value, owner_bytes):
        seen = self.observe('a', {'a': value})
        self.assertNotIn('error', seen)
        facts, expected = seen['facts'], np.asarray(memoryview(value))
        self.assertEqual(facts['dtype'], str(expected.dtype))
        self.assertEqual((tuple(facts['shape']), tuple(facts['strides'])), (expected.shape, expected.strides))
        self.assertEqual(seen['bytes'], owner_bytes)
        found = np.ndarray(expected.shape, expected.dtype, seen['bytes'], facts['offset'], expected.strides)
        self.assertEqual(found.tolist(), expected.tolist())
        self.assertEqual(seen['canWrite'], expected.flags.writeable)
        for flag in ('C_CONTIGUOUS', 'F_CONTIGUOUS', 'ALIGNED', 'WRITEABLE'):
            self.assertEqual(facts['flags'][flag], expected.flags[flag], flag)
        return seen

    def test_bytes_and_bytearrays(self):
        self.same(b'abc', b'abc')
        self.same(bytearray(b'abc'), b'abc')

    def test_array_array(self):
        for code in 'bBhHiIlLqQfd':
            made = array.array(code, [1, 2, 3])
            self.same(made, made.tobytes())

    def test_memoryviews(self):
        data = bytearray(range(24))
        self.same(memoryview(data)[::-2], bytes(data))
        self.same(memoryview(data).cast('i', (2, 3)), bytes(data))
        self.same(memoryview(data).toreadonly(), bytes(data))

    def test_ctypes_arrays(self):
        made = (ctypes.c_int * 3)(1, 2, 3)
        self.same(made, bytes(made))
        nested = ((ctypes.c_double * 2) * 3)()
        self.same(nested, bytes(nested))
        swapped = (ctypes.c_int32.__ctype_be__ * 2)(1, 2)
        self.same(swapped, bytes(swapped))

    def test_mmap(self):
        made = mmap.mmap(-1, 4096)
        made[:3] = b'xyz'
        self.same(made, bytes(made))

    def test_empty(self):
        self.assertEqual(self.observe('a', {'a': b''})['facts']['shape'], [0])


class Lists(Case):
    def test_list_is_a_table_of_pointers(self):
        things = [1.5, 2.5, 1.5]
        things.append(things[0])
        seen = self.observe('a', {'a': things})
        self.assertEqual(struct.unpack('4P', seen['bytes']), tuple(map(id, things)))
        boxes = seen['boxes']
        self.assertEqual((boxes['count'], boxes['pointerBytes']), (4, 4 * struct.calcsize('P')))
        self.assertEqual(boxes['objectBytes'], sys.getsizeof(1.5) * len({id(item) for item in things}))
        self.assertEqual(boxes['asArray'], {'dtype': 'float64', 'byteLength': 32})
        self.assertFalse(seen['canWrite'])
        error = self.act('write', 'a', {'a': things}, seen, byteOffset=0, old='00', new='01')
        self.assertEqual(error['error']['kind'], 'read-only')

    def test_tuple_is_where_python_keeps_it(self):
        things = (object(), object())
        seen = self.observe('a', {'a': things})
        there = ctypes.string_at(int(seen['facts']['source']['address']), 2 * struct.calcsize('P'))
        self.assertEqual(there, seen['bytes'])

    def test_numbers_as_numpy_takes_them(self):
        for things in ([1, 2], [True, False], [1j, 2j], [2 ** 63], [0.5]):
            told = self.observe('a', {'a': things})['boxes']['asArray']
            expected = np.array(things, None if things != [1, 2] else 'int64')
            self.assertEqual(told, {'dtype': str(expected.dtype), 'byteLength': expected.nbytes}, things)
        for things in ([1, 2.5], ['a'], [2 ** 64], [], [1, 2 ** 63], [None]):
            self.assertNotIn('asArray', self.observe('a', {'a': things})['boxes'], things)

    def test_long_lists_are_sampled(self):
        boxes = self.observe('a', {'a': list(range(20000))})['boxes']
        self.assertEqual((boxes['count'], len(boxes['shown']), boxes['isSampled']), (20000, 64, True))

    def test_texts_are_bounded(self):
        boxes = self.observe('a', {'a': ['x' * 10000, b'y' * 10000, 10 ** 5000, 'ü']})['boxes']
        texts = [box['text'] for box in boxes['shown']]
        self.assertTrue(all(len(text) <= 200 for text in texts), texts)
        self.assertEqual(texts[-1], "'ü'")


class Interfaces(Case):
    def test_interface_over_a_buffer(self):
        class Thing:
            data = bytearray(range(32))
            __array_interface__ = {'shape': (2, 3), 'typestr': '<i2', 'data': data, 'offset': 4, 'version': 3}

        seen = self.observe('a', {'a': Thing()})
        self.assertEqual((seen['facts']['offset'], seen['facts']['strides']), (4, [6, 2]))
        self.assertEqual(seen['bytes'], bytes(range(32)))

    def test_bare_address_is_told_and_not_read(self):
        class Thing:
            __array_interface__ = {'shape': (2,), 'typestr': '<i4', 'data': (4096, False), 'version': 3}

        seen = self.observe('a', {'a': Thing()}, digests=True)
        self.assertEqual(seen['facts']['source'], {'address': '4096', 'byteLength': 8})
        self.assertIn('address', seen['unreadable'])
        self.assertEqual((seen['windows'], seen['canWrite']), ([], False))

    def test_malformed_interfaces(self):
        for change in ({'shape': (-1,)}, {'shape': [2]}, {'shape': (1,) * 65}, {'shape': (True,)}, {'typestr': 'q'},
                       {'typestr': 3}, {'typestr': '|O'}, {'strides': (1, 2)}, {'strides': ('a',)}, {'data': None},
                       {'data': (1,)}, {'data': (-1, False)}, {'data': (2 ** 64, False)}, {'data': 'x'}):
            told = {'shape': (2,), 'typestr': '<i4', 'data': (4096, False), 'version': 3, **change}
            thing = type('Thing', (), {'__array_interface__': told})()
            error = self.error('a', {'a': thing})
            self.assertEqual(error['kind'], 'not-inspectable', change)

    def test_objects_that_make_an_array(self):
        class Thing:
            def __array__(self, dtype=None, copy=None):
                return np.arange(3, dtype='i2')

        names = {'a': Thing()}
        seen = self.observe('a', names)
        self.assertEqual((seen['facts']['typeName'], seen['facts']['dtype']), ('Thing', 'int16'))
        self.assertEqual(self.act('read', 'a', names, seen, window=[0, 6]), seen['bytes'])

    def test_other_values(self):
        for value in (1, 'x', None, {}, set(), object(), np, range(3)):
            self.assertEqual(self.error('a', {'a': value})['kind'], 'not-inspectable')


class Pandas(Case):
    def setUp(self):
        try:
            import pandas
        except ImportError:
            self.skipTest('pandas is not here')
        self.pandas = pandas

    def test_series(self):
        seen = self.observe('s', {'s': self.pandas.Series([1.5, 2.5])})
        self.assertEqual((seen['facts']['typeName'], seen['facts']['dtype']), ('Series', 'float64'))
        self.assertEqual(np.frombuffer(seen['bytes'], 'f8').tolist(), [1.5, 2.5])

    def test_series_without_an_array(self):
        series = self.pandas.Series([1, None], dtype='Int64')
        self.assertEqual(self.error('s', {'s': series})['kind'], 'not-inspectable')

    def test_frame_tells_its_blocks(self):
        frame = self.pandas.DataFrame({'a': [1, 2], 'b': [1.5, 2.5], 'c': [3, 4]})
        names = {'frame': frame}
        seen = self.observe('frame', names)
        self.assertEqual(seen['facts']['typeName'], 'DataFrame')
        for note in seen['notes']:
            told = self.observe(note.split('`')[1], names)
            self.assertIn(told['facts']['dtype'], note)
        self.assertEqual(self.list(names)['arrays'][0]['typeName'], 'DataFrame')


class Torch(Case):
    def setUp(self):
        try:
            import torch
        except (ImportError, OSError):
            self.skipTest('torch is not here')
        self.torch = torch

    def test_views_of_a_storage(self):
        tensor = self.torch.arange(12, dtype=self.torch.int16).reshape(3, 4)[1:, ::2]
        names = {'t': tensor}
        seen = self.observe('t', names)
        facts, expected = seen['facts'], tensor.numpy()
        found = np.ndarray(tuple(facts['shape']), facts['dtype'], seen['bytes'], facts['offset'], facts['strides'])
        self.assertEqual(found.tolist(), expected.tolist())
        self.assertEqual(tuple(facts['strides']), expected.strides)
        self.assertEqual(self.list(names)['arrays'][0]['shape'], [2, 2])
        at = facts['offset']
        self.assertEqual(self.act('write', 't', names, seen, byteOffset=at, old='0400', new='0900'), {})
        self.assertEqual(int(tensor[0, 0]), 9)

    def test_half_floats_of_torch(self):
        seen = self.observe('t', {'t': self.torch.ones(2, dtype=self.torch.bfloat16)})
        self.assertEqual((seen['facts']['dtype'], seen['bytes']), ('bfloat16', b'\x80\x3f' * 2))

    def test_what_is_not_in_memory(self):
        meta = self.torch.empty(3, device='meta')
        self.assertIn('meta', self.error('t', {'t': meta})['message'])
        listed = self.list({'t': meta})['arrays'][0]
        self.assertEqual((listed['shape'], listed['note']), ([3], 'on meta, not read'))
        sparse = self.torch.eye(3).to_sparse()
        self.assertEqual(self.error('t', {'t': sparse})['kind'], 'not-inspectable')


if __name__ == '__main__':
    unittest.main()
