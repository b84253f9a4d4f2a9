"""Records NumPy's own tests: `record.py FOLDER` runs test modules of the installed NumPy and writes one compressed list
of calls for each to FOLDER. No line of NumPy's is written: only what its tests called, and what came out.
"""
import gzip
import json
import os
import pathlib
import re
import sys

import numpy as np

import rewrite
import stand_in
from recorder import Recorder

#: Threads come in another order each time.
EVERYTHING = '^(?!.*thread)'
OF_MULTIARRAY = (
    r'^Test(Flags|Attributes|Newaxis|View|ViewDtype|Alignment|ArrayAttributeDeletion)\b'
    r'|^TestMethods\.test_.*(reshape|transpose|ravel|flatten|swapaxes|squeeze|order)'
    r'|^TestCreation\.test_.*(stride|order|contig)|^TestZeroRank|^TestSubscripting|^TestFancyIndexing'
)
MODULES = {
    '_core/tests/test_mem_overlap.py': EVERYTHING,
    '_core/tests/test_indexing.py': EVERYTHING,
    '_core/tests/test_memmap.py': EVERYTHING,
    '_core/tests/test_arrayprint.py': EVERYTHING,
    'lib/tests/test_stride_tricks.py': EVERYTHING,
    '_core/tests/test_multiarray.py': OF_MULTIARRAY,
}


def starter(recorder):
    """Called with the name of each test before it runs: its random numbers do not depend on the tests before it."""
    def started(test):
        recorder.test = test
        np.random.seed(20240612)
    return started


def main(folder):
    stand_in.install()
    root = pathlib.Path(np.__file__).parent
    for path, pattern in MODULES.items():
        name = pathlib.Path(path).stem
        recorder = Recorder()
        module = rewrite.load(str(root / path), f'numpy.{path[:-3].replace("/", ".")}', recorder)
        recorder.__init__()
        passed, run = stand_in.run(module, re.compile(pattern).search, starter(recorder))
        calls = recorder.in_scope + sum(recorder.out_of_scope.values())
        content = {
            'numpy': np.__version__, 'module': path, 'calls': calls, 'in_scope': recorder.in_scope,
            'out_of_scope': dict(sorted(recorder.out_of_scope.items())), 'blobs': recorder.blobs.texts, 'cases': recorder.cases,
        }
        data = json.dumps(content, separators=(',', ':')).encode()
        target = os.path.join(folder, f'{name}.json.gz')
        with open(target, 'wb') as file:
            file.write(gzip.compress(data, 9, mtime=0))
        share = 100 * (calls - recorder.in_scope) / max(1, calls)
        print(f'{name}: {passed} of {run} tests ran through; {calls} calls, {recorder.in_scope} in scope, '
              f'{calls - recorder.in_scope} out ({share:.1f} %) {content["out_of_scope"]}; {len(recorder.cases)} written, '
              f'{os.path.getsize(target)} bytes; {recorder.dropped} repeats past the limit of their line')


main(sys.argv[1])
