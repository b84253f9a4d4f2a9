"""Installs the helper as the extension does, and asks it as the extension does."""
import base64
import json
import pathlib
import re
import sys
import types
import unittest

FOLDER = pathlib.Path(__file__).resolve().parents[4] / 'extension' / 'debug' / 'python'


def install():
    first = (FOLDER / 'helper.py').read_text(encoding='utf-8')
    order = re.search(r'^Order: (.*)$', first, re.MULTILINE).group(1).split()
    assert sorted(order) == sorted(path.name for path in FOLDER.glob('*.py')), order
    source = '\n'.join((FOLDER / name).read_text(encoding='utf-8') for name in order)
    module = types.ModuleType('_ndarray_inspector')
    exec(compile(source, '<ndarray-inspector>', 'exec'), module.__dict__)
    sys.modules['_ndarray_inspector'] = module
    return module


helper = install()


class Answer:
    """The JSON of an answer, and its blobs."""

    def __init__(self, text):
        assert len(text) >= 70000 and text.startswith('NAI1:') and text.isascii(), text[:80]
        payload = base64.b64decode(text.split(':')[1], validate=True)
        length = int.from_bytes(payload[:4], 'little')
        self.body, self.blobs = json.loads(payload[4:4 + length].decode('ascii')), payload[4 + length:]

    def blob(self, place):
        return self.blobs[place['at']:place['at'] + place['length']]


def ask(request, local_names, global_names=None):
    encoded = base64.b64encode(json.dumps(request).encode()).decode()
    return Answer(helper.ask(encoded, local_names, local_names if global_names is None else global_names))


class Case(unittest.TestCase):
    """A test with a frame of its own: names that expressions see."""

    def observe(self, expression, names, windows=((0, 1 << 20),), digests=False):
        """What was observed, with `bytes` of the first window."""
        subject = {'key': 'k', 'expression': expression, 'windows': list(windows), 'digests': digests}
        answer = ask({'op': 'observe', 'subjects': [subject], 'list': None}, names)
        observed = answer.body['subjects']['k']
        if observed.get('windows'):
            observed['bytes'] = answer.blob(observed['windows'][0]['bytes'])
        if observed.get('digests'):
            observed['digests'] = answer.blob(observed['digests'])
        return observed

    def error(self, expression, names):
        return self.observe(expression, names)['error']

    def act(self, op, expression, names, observed, window=None, **more):
        if window is not None:
            more['windows'] = [window]
        subject = {'key': 'k', 'expression': expression, 'identity': observed['identity']}
        answer = ask(dict(more, op=op, subject=subject), names)
        return answer.blob(answer.body['bytes'][0]) if 'bytes' in answer.body else answer.body

    def list(self, names, limit=200):
        return ask({'op': 'observe', 'subjects': [], 'list': {'limit': limit}}, names).body['listing']
