"""Runs the unittest files of this folder; prints a JSON line a test: `{"id", "status", "message"}`."""
import json
import pathlib
import sys
import unittest

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))
sys.dont_write_bytecode = True


class Lines(unittest.TestResult):
    def say(self, test, status, message=''):
        print(json.dumps({'id': test.id(), 'status': status, 'message': message}), flush=True)

    def addSuccess(self, test):
        self.say(test, 'passed')

    def addFailure(self, test, error):
        self.say(test, 'failed', self._exc_info_to_string(error, test))

    addError = addFailure

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.say(test, 'failed', '%s: %s' % (subtest, self._exc_info_to_string(error, test)))

    def addSkip(self, test, reason):
        self.say(test, 'skipped', reason)


unittest.defaultTestLoader.discover(str(FOLDER)).run(Lines())
