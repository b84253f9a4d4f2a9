"""The helper as a guest: what it leaves behind (nothing), what it keeps, and what cannot break it."""
import gc
import sys
import time
import types
import unittest
import weakref

import numpy as np

from asking import Answer, Case, ask, helper


class Envelope(Case):
    def test_nothing_is_raised(self):
        for request in ('', 'AAAA', '!', None, 'W10=', 'e30='):
            self.assertIn('error', Answer(helper.ask(request, {}, {})).body)
        self.assertEqual(ask({'op': 'nope'}, {}).body['error']['kind'], 'protocol')

    def test_texts_are_bounded(self):
        class Loud(BaseException):
            def __str__(self):
                return 'x' * 10 ** 6

        def shout():
            raise Loud()

        error = self.error('shout()', {'shout': shout})
        self.assertEqual((error['kind'], len(error['message'])), ('invalid-input', 500))

    def test_whatever_an_expression_raises_is_told(self):
        class Mute(BaseException):
            def __str__(self):
                raise SystemExit

        def act(error):
            raise error

        for error in (SystemExit(3), KeyboardInterrupt(), Mute(), RecursionError(), GeneratorExit()):
            told = self.error('act(error)', {'act': act, 'error': error})
            self.assertTrue(told['message'].startswith(type(error).__name__), told)
        self.assertIn('NameError', self.error('missing', {})['message'])
        self.assertIn('SyntaxError', self.error('1 +', {})['message'])

    def test_expressions_see_the_locals(self):
        def user():
            a, rows = np.arange(3), [0, 1]
            return ask({'op': 'observe', 'list': None, 'subjects': [
                {'key': text, 'expression': text, 'windows': [], 'digests': False}
                for text in ('(lambda: a[::2])()', '[a for _ in rows][0]', 'np.asarray([a[row] for row in rows])')
            ]}, locals(), globals())

        for key, told in user().body['subjects'].items():
            self.assertIn('facts', told, key)

    def test_no_name_is_left(self):
        local_names, global_names = {'a': np.arange(3)}, {'b': 1}
        before = set(local_names), set(global_names)
        subject = {'key': 'k', 'expression': 'a', 'windows': [], 'digests': False}
        ask({'op': 'observe', 'list': {'limit': 9}, 'subjects': [subject]}, local_names, global_names)
        self.assertEqual((set(local_names), set(global_names)), before)

    def test_windows_are_cut_and_bounded(self):
        names = {'a': np.arange(4, dtype='u1')}
        self.assertEqual(self.observe('a', names, [(-2, 4)])['bytes'], b'\0\1')
        self.assertEqual(self.observe('a', names, [(2, 40)])['bytes'], b'\2\3')
        self.assertEqual(self.observe('a', names, [(9, 4)])['windows'], [])
        big = {'a': np.zeros(3 << 20, 'u1')}
        seen = self.observe('a', big, [])
        for window, kind in (([0, 2 << 20], 'too-large'), ([-1, 4], 'out-of-bounds'), ([3 << 20, 1], 'out-of-bounds')):
            self.assertEqual(self.act('read', 'a', big, seen, window=window)['error']['kind'], kind)
        self.assertEqual(len(self.act('read', 'a', big, seen, window=[5, 1 << 20])), 1 << 20)

    def test_digests_tell_the_page_that_changed(self):
        names = {'a': np.zeros(10000, 'u1')}
        before = self.observe('a', names, digests=True)['digests']
        names['a'][5000] = 1
        after = self.observe('a', names, digests=True)['digests']
        changed = [page for page in range(3) if before[8 * page:][:8] != after[8 * page:][:8]]
        self.assertEqual((len(before), changed), (24, [1]))
        large = self.observe('a', {'a': np.zeros((64 << 20) + 1, 'u1')}, [], digests=True)
        self.assertNotIn('digests', large)
        self.assertIn('64', large['digestsRefused'])


class Memory(Case):
    def test_write(self):
        names = {'a': np.arange(4, dtype='<u2')}
        seen = self.observe('a', names)
        self.assertEqual(self.act('write', 'a', names, seen, byteOffset=2, old='0100', new='0902'), {})
        self.assertEqual(names['a'].tolist(), [0, 0x0209, 2, 3])
        again = self.act('write', 'a', names, seen, byteOffset=2, old='0100', new='0902')
        self.assertEqual(again['error']['kind'], 'memory-changed')
        outside = self.act('write', 'a', names, seen, byteOffset=7, old='0000', new='0902')
        self.assertEqual(outside['error']['kind'], 'out-of-bounds')

    def test_write_through_views_of_any_kind(self):
        for value in (np.asfortranarray(np.zeros((2, 3)))[::-1], bytearray(16), np.zeros(2, 'M8[D]'),
                      memoryview(bytearray(16))[::-1], np.zeros(2, [('a', 'i1'), ('b', 'f8')])):
            names = {'a': value}
            seen = self.observe('a', names)
            self.assertEqual(self.act('write', 'a', names, seen, byteOffset=3, old='00', new='07'), {})
            self.assertEqual(self.observe('a', names)['bytes'][3], 7)

    def test_read_only_memory(self):
        owner = np.arange(3)
        view = owner[:]
        owner.flags.writeable = False
        for value in (b'abcd', np.broadcast_to(np.arange(3), (2, 3)), view, np.frombuffer(b'abcd', 'u1')):
            names = {'a': value}
            seen = self.observe('a', names)
            old = seen['bytes'][:1].hex()
            self.assertFalse(seen['canWrite'])
            error = self.act('write', 'a', names, seen, byteOffset=0, old=old, new='07')['error']
            self.assertEqual(error['kind'], 'read-only')

    def test_what_is_another_memory_now(self):
        first = np.arange(4, dtype='i4')
        seen = self.observe('a', {'a': first})
        for other in (first[1:], first.view('u4'), first.reshape(2, 2), np.arange(4, dtype='i4'), first[::-1], [1]):
            error = self.act('read', 'a', {'a': other}, seen, window=[0, 1])
            self.assertEqual(error['error']['kind'], 'memory-changed')
        self.assertEqual(self.act('read', 'a', {}, seen, window=[0, 1])['error']['kind'], 'invalid-input')
        grown = bytearray(8)
        seen = self.observe('a', {'a': grown})
        grown.extend(b'x' * 100000)
        error = self.act('read', 'a', {'a': grown}, seen, window=[0, 1])
        self.assertEqual(error['error']['kind'], 'memory-changed')

    def test_measure(self):
        names = {'a': np.zeros((500, 2000)), 'b': bytearray(100000), 'c': [1], 'd': np.zeros((1000, 4), 'M8[D]')}
        started = time.perf_counter()
        axes = self.act('measure', 'a', names, self.observe('a', names))['axes']
        self.assertLess(time.perf_counter() - started, 1.5)
        self.assertIn(0, [axis['axis'] for axis in axes])
        for axis in axes:
            self.assertGreater(axis['nanosecondsPerItem'], 0)
            self.assertLessEqual(axis['items'], 1000000)
        for axis in self.act('measure', 'b', names, self.observe('b', names))['axes']:
            self.assertEqual((axis['axis'], axis['items']), (0, 100000))
        self.assertIn('error', self.act('measure', 'c', names, self.observe('c', names)))
        self.assertIn('axes', self.act('measure', 'd', names, self.observe('d', names)))


class References(Case):
    def counts(self, expression, names):
        return [owner.get('referenceCount') for owner in self.observe(expression, names)['facts']['owners']]

    def test_counts_are_the_programs_own(self):
        array = np.zeros(3)
        view = array[1:]
        expected = sys.getrefcount(array) - 1, sys.getrefcount(view) - 1
        self.assertEqual(expected, (2, 1))
        scope = types.SimpleNamespace(array=array, view=view)
        del array, view
        self.assertEqual(self.counts('scope.view', {'scope': scope}), [1, 2])
        self.assertEqual(self.counts('scope.array', {'scope': scope}), [2])
        another = scope.array
        self.assertEqual(self.counts('scope.array', {'scope': scope}), [3], another)

    def test_copies_of_the_names_are_not_counted(self):
        def user():
            array, data = np.zeros(3), bytearray(3)
            items = [object(), bytearray(1)]
            subjects = [{'key': name, 'expression': name, 'windows': [], 'digests': False}
                        for name in ('array', 'data', 'items')]
            request = {'op': 'observe', 'list': None, 'subjects': subjects}
            # As pydevd does it: a copy of the globals with the locals merged in, and a snapshot of the locals.
            merged = dict(globals(), **locals())
            told = ask(request, locals(), merged)
            merged.clear()
            return told

        told = user().body['subjects']
        self.assertEqual(told['array']['facts']['owners'][0]['referenceCount'], 1)
        self.assertEqual(told['data']['facts']['owners'][0]['referenceCount'], 1)
        self.assertEqual([box['referenceCount'] for box in told['items']['boxes']['shown']], [1, 1])

    def test_module_level(self):
        module = types.ModuleType('user_module')
        sys.modules['user_module'] = module
        self.addCleanup(sys.modules.pop, 'user_module')
        module.array = np.zeros(3)
        self.assertEqual(self.counts('array', module.__dict__), [1])

    def test_boxes(self):
        shared, alone = 1e300 * float('1'), [bytearray(2)]
        things = [shared, shared, alone[0]]
        del alone
        shown = self.observe('scope.things', {'scope': types.SimpleNamespace(things=things)})['boxes']['shown']
        self.assertEqual([box['referenceCount'] for box in shown], [3, 3, 1])

    def test_nothing_lives_longer(self):
        class Array(np.ndarray):
            pass

        array = np.zeros(8).view(Array)
        names, gone = {'a': array}, weakref.ref(array)
        del array
        for expression in ('a', 'a[::2]', '[a, a]', 'np.array([a, 1], object)[::-1]', 'memoryview(a)', '(a,)'):
            self.observe(expression, dict(names, np=np), digests=True)
        self.list(names)
        names.clear()
        gc.collect()
        self.assertIsNone(gone())


class Kept(Case):
    def test_what_is_made_anew_is_kept_until_the_next_look(self):
        names = {'np': np, 'made': []}
        for expression in ('np.arange(8) + 0', 'np.arange(8)[::-2]', 'bytearray(9)', '[1.5, 2.5]', 'np.float32(2)',
                           'np.array([[1], 2, 3], object)[::2]', 'memoryview(bytes(10))', '(made.append(1), np.ones(2))[1]'):
            seen = self.observe(expression, names)
            junk = [np.arange(8) + 0 for _ in range(9)]
            length = len(seen['bytes'])
            self.assertEqual(self.act('read', expression, names, seen, window=[0, length]), seen['bytes'], expression)
            del junk
        self.assertEqual(names['made'], [1])
        self.assertEqual(len(helper.KEPT_ARRAYS), 1)
        ask({'op': 'release'}, {})
        self.assertEqual(len(helper.KEPT_ARRAYS), 0)

    def test_views_of_the_programs_own_are_not_kept(self):
        names = {'a': np.arange(8)}
        seen = self.observe('a[::2]', names)
        self.assertEqual(len(helper.KEPT_ARRAYS), 0)
        self.assertEqual(self.act('read', 'a[::2]', names, seen, window=[0, 64]), seen['bytes'])

    def test_write_to_what_is_kept(self):
        names = {'np': np}
        seen = self.observe('np.zeros(2)', names)
        self.assertEqual(self.act('write', 'np.zeros(2)', names, seen, byteOffset=0, old='00', new='01'), {})
        self.assertEqual(self.act('read', 'np.zeros(2)', names, seen, window=[0, 1]), b'\1')


class Explodes:
    def __getattribute__(self, name):
        raise SystemExit('touched %s' % name)

    __repr__ = __str__ = __len__ = __eq__ = __hash__ = __bool__ = __iter__ = __getattribute__


class Meta(type):
    def __eq__(self, other):
        raise SystemExit('compared')

    def __hash__(self):
        raise SystemExit('hashed')

    def __getattribute__(self, name):
        raise SystemExit('touched %s' % name)


class Liar(np.ndarray):
    shape, dtype, strides, flags, base, nbytes, size, ndim, data = (property(lambda self: 1 / 0) for _ in range(9))
    __array_interface__ = property(lambda self: {'shape': (10 ** 9,), 'typestr': '<f8', 'data': (1, False)})
    __class__ = property(lambda self: int)
    __repr__ = __len__ = __getitem__ = __eq__ = __hash__ = __iter__ = None

    def __array_finalize__(self, other):
        if other is not None and type(other) is Liar:
            raise SystemExit('finalized')


class Hostile(Case):
    def names(self):
        return {
            'explodes': Explodes(), 'meta': Meta('Strange', (), {})(), 'liar': np.arange(6.).view(Liar),
            'array': np.arange(3), 'listed': [Explodes(), Meta('Strange', (), {})()], 3: np.arange(3),
            'int': type('Int', (int,), {'__class__': property(lambda self: np.ndarray)})(3),
        }

    def test_listing_runs_no_code(self):
        listing = self.list(self.names())
        self.assertEqual([told['name'] for told in listing['arrays']], ['liar', 'array'])
        self.assertEqual((listing['arrays'][0]['typeName'], listing['arrays'][0]['shape']), ('Liar', [6]))
        self.assertNotIn('note', listing['arrays'][0])

    def test_subjects_break_nothing(self):
        names = self.names()
        for expression in ('explodes', 'meta', 'int'):
            self.assertEqual(self.error(expression, names)['kind'], 'not-inspectable', expression)
        seen = self.observe('liar', names)
        self.assertEqual((seen['facts']['typeName'], seen['facts']['shape']), ('Liar', [6]))
        self.assertEqual(np.frombuffer(seen['bytes'], 'f8').tolist(), [0, 1, 2, 3, 4, 5])
        self.assertIn('axes', self.act('measure', 'liar', names, seen))
        self.assertEqual(len(self.observe('listed', names)['boxes']['shown']), 2)

    def test_names_that_are_too_long(self):
        kind = type('N' * 10000, (np.ndarray,), {'__module__': 'm' * 10000})
        seen = self.observe('a', {'a': np.arange(3).view(kind), 'b' * 9000: np.arange(3)})
        self.assertEqual(len(seen['facts']['typeName']), 200)
        self.assertEqual(len(self.list({'b' * 9000: np.arange(3)})['arrays'][0]['name']), 200)

    def test_modules_that_only_stand_in(self):
        class Lazy(types.ModuleType):
            def __getattr__(self, name):
                raise SystemExit('woken')

        real = sys.modules['numpy']
        try:
            for fake in (Lazy('numpy'), None, Explodes(), types.ModuleType('numpy')):
                sys.modules['numpy'] = fake
                self.assertEqual(self.observe('a', {'a': bytearray(b'abc')})['bytes'], b'abc')
        finally:
            sys.modules['numpy'] = real


class Listing(Case):
    def test_views_and_their_owners(self):
        base = np.arange(12)
        names = {'base': base, 'row': base.reshape(3, 4)[1], 'raw': bytearray(8), '__hidden': base, 'number': 3,
                 'view': memoryview(base), 'texts': ['a']}
        told = {entry['name']: entry for entry in self.list(names)['arrays']}
        self.assertEqual(set(told), {'base', 'row', 'raw', 'view'})
        self.assertEqual((told['row']['viewOf'], told['view']['viewOf']), ('base', 'base'))
        self.assertNotIn('viewOf', told['base'])
        memory = told['row']['memory']
        self.assertEqual(int(memory['address']), base.ctypes.data + 32)
        self.assertEqual(memory['owner'], {'address': str(base.ctypes.data), 'byteLength': 96})

    def test_locals_come_first_and_shadow_globals(self):
        local_names = {'a': np.zeros(1), 'b': np.zeros(2)}
        global_names = {'__name__': 'nowhere', 'b': np.zeros(3), 'c': np.zeros(4)}
        request = {'op': 'observe', 'subjects': [], 'list': {'limit': 2}}
        listing = ask(request, local_names, global_names).body['listing']
        self.assertEqual([(told['name'], told['scope']) for told in listing['arrays']], [('a', 'local'), ('b', 'local')])
        self.assertEqual(listing['more'], 1)

    def test_it_takes_no_longer_than_it_may(self):
        names = {'a%d' % at: np.zeros((2, 2))[::-1] for at in range(50000)}
        started = time.perf_counter()
        listing = self.list(names, 50000)
        self.assertLess(time.perf_counter() - started, 2)
        self.assertEqual(len(listing['arrays']) + listing['more'], 50000)


if __name__ == '__main__':
    unittest.main()
