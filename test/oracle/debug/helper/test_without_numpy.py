"""A program without NumPy: buffers and lists are told all the same."""
import json
import pathlib
import subprocess
import sys
import unittest

PROGRAM = '''
import sys
sys.modules['numpy'] = None
sys.path.insert(0, sys.argv[1])
import array, ctypes, json
import asking
class Case(asking.Case):
    def runTest(self): pass
case, swapped = Case(), ctypes.c_int32.__ctype_be__ * 2
names = {'data': bytearray(b'abcdef'), 'text': b'abc', 'numbers': array.array('d', [1, 2]), 'things': [1.5, 2],
         'cells': (ctypes.c_short * 2)(1, 2), 'swapped': swapped(1, 2), 'view': memoryview(bytearray(range(6)))[::-2],
         'letters': array.array('u', 'ab'), 'thing': object()}
told = {}
for name in names:
    seen = case.observe(name, names, digests=True)
    if 'error' not in seen:
        facts, data = seen['facts'], seen['bytes']
        told[name] = [facts['dtype'], facts['shape'], facts['strides'], facts['offset'], data.hex(), seen['canWrite']]
        again = case.act('read', name, names, seen, window=[0, len(data)])
        assert again == data, name
        if seen['canWrite']:
            done = case.act('write', name, names, seen, byteOffset=1, old=data[1:2].hex(), new='07')
            assert done == {}, done
            assert case.observe(name, names)['bytes'][1] == 7
    else:
        told[name] = seen['error']['kind']
listing = case.list(names)

def counts(frame):
    """As pydevd does it: the locals as the frame gives them, and a copy of the globals with the locals merged in."""
    subjects = [{'key': name, 'expression': name, 'windows': [], 'digests': False} for name in ('data', 'things')]
    merged = dict(frame.f_globals)
    merged.update(frame.f_locals)
    body = asking.ask({'op': 'observe', 'list': None, 'subjects': subjects}, frame.f_locals, merged).body['subjects']
    owner = body['data']['facts']['owners'][0]['referenceCount']
    return [owner] + [box['referenceCount'] for box in body['things']['boxes']['shown']]

def user():
    data, things = bytearray(3), [bytearray(1), bytearray(2)]
    return counts(sys._getframe())

told['counts'] = user()
print(json.dumps([told, [entry['name'] for entry in listing['arrays']], 'numpy' in sys.modules and sys.modules['numpy']]))
'''


class WithoutNumPy(unittest.TestCase):
    def test_buffers_are_told_by_their_own_protocol(self):
        folder = str(pathlib.Path(__file__).resolve().parent)
        answer = subprocess.run([sys.executable, '-B', '-c', PROGRAM, folder], stdout=subprocess.PIPE, check=True)
        told, listed, numpy = json.loads(answer.stdout.decode())
        self.assertIsNone(numpy)
        self.assertEqual(told['data'], ['uint8', [6], [1], 0, b'abcdef'.hex(), True])
        self.assertEqual(told['text'], ['uint8', [3], [1], 0, b'abc'.hex(), False])
        self.assertEqual(told['numbers'][:4], ['float64', [2], [8], 0])
        self.assertEqual(told['cells'][:4], ['int16', [2], [2], 0])
        self.assertEqual(told['swapped'], ['>i4', [2], [4], 0, '0000000100000002', True])
        self.assertEqual(told['view'], ['uint8', [3], [-2], 5, '000102030405', True])
        self.assertEqual(told['things'][:2], ['uint%d' % (8 * told['things'][2][0]), [2]])
        self.assertEqual(told['thing'], 'not-inspectable')
        self.assertEqual(told['counts'], [1, 1, 1])
        self.assertEqual(listed, ['data', 'numbers', 'cells', 'swapped', 'view', 'letters'])


if __name__ == '__main__':
    unittest.main()
