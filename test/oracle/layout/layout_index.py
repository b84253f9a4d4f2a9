"""What Python makes of index texts: `layout_index.py COUNT SEED` prints one JSON case a line.

`key` is the index as a list of entries where the text is a basic index written with literals only; `error` is given
where Python cannot parse the text; neither, where it is something else (arithmetic, lists, masks, floats).
"""
import ast
import json
import random
import sys
import warnings

import numpy as np

warnings.simplefilter('ignore')

WORDS = [':', ':', ':', ',', ', ', '...', 'None', 'np.newaxis', 'newaxis', '-', '+', '~', '(', ')', '[', ']', ' ', '0', '1', '7',
         '12', '1_000', '0x1F', '0b10', '0o17', '007', '00', '1__0', '_1', '1_', '1.5', '1e3', '2j', 'True', "'a'", '"b c"',
         'slice(', 'slice(None, 3)', 'slice(1, 2, -1)', 'Ellipsis', '::', '::-1', '1:5', '\t', '.', '0x', '{', '}']
NODES = (ast.Expression, ast.Subscript, ast.Load, ast.Constant, ast.UnaryOp, ast.USub, ast.UAdd, ast.Invert, ast.Tuple,
         ast.Slice, ast.Name, ast.Attribute, ast.Call)


class Recorder:
    def __getitem__(self, key):
        return key


def entry(value):
    if value is None:
        return ['newaxis']
    if value is Ellipsis:
        return ['ellipsis']
    if isinstance(value, slice):
        bounds = [value.start, value.stop, value.step]
        if all(bound is None or type(bound) is int for bound in bounds):
            return ['slice', *bounds]
    if isinstance(value, str):
        return ['field', value]
    return ['integer', value] if type(value) is int else None


def answer(text):
    try:
        tree = ast.parse(f'x[{text}]', mode='eval')
    except SyntaxError as error:
        return {'error': str(error)}
    nodes = list(ast.walk(tree))
    has_bool = any(isinstance(node, ast.Constant) and type(node.value) is bool for node in nodes)
    if has_bool or not isinstance(tree.body, ast.Subscript) or not all(isinstance(node, NODES) for node in nodes):
        return {}
    try:
        names = {'x': Recorder(), 'np': np, 'newaxis': None, 'slice': slice}
        key = eval(compile(tree, 'index', 'eval'), names)
    except Exception:  # noqa: BLE001 - a name or a call that is none
        return {}
    entries = [entry(value) for value in (key if isinstance(key, tuple) else (key,))]
    fields = [value for value in entries if value and value[0] == 'field']
    if None in entries or (fields and len(entries) > 1) or entries.count(['ellipsis']) > 1:
        return {}
    return {'key': entries}


def main():
    rng = random.Random(int(sys.argv[2]))
    for _ in range(int(sys.argv[1])):
        text = ''.join(rng.choice(WORDS) for _ in range(rng.choices([1, 2, 3, 4, 6, 9], [3, 4, 4, 4, 3, 2])[0]))
        print(json.dumps({'text': text} | answer(text)))


main()
