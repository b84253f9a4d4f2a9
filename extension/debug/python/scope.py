class Scope:
    """The names of the stopped frame, and how many references to their values are the debugger's own.

    pydevd evaluates in a copy of the globals with the locals merged in, and (before Python 3.13) in a snapshot of the
    locals: both hold the user's objects once more than the program does.
    """

    def __init__(self, local_names, global_names):
        self.locals, self.globals = plain_names(local_names), plain_names(global_names)
        self.local_names, self.global_names = local_names, global_names
        self.names, self.copies = None, None

    def evaluate(self, expression):
        """The value of an expression, in a list that holds the only reference of the helper's."""
        try:
            code = compile(expression, '<ndarray-inspector>', 'eval')
            return [eval(code, self.merged(), self.local_names)]
        except BaseException as error:  # the user's code may raise anything, SystemExit too
            told = wire(error)
            raise Refused('invalid-input', told['message']) from None

    def merged(self):
        """Globals in which lambdas and comprehensions of an expression see the locals."""
        inside = self.globals
        is_whole = '__builtins__' in inside  # `eval` would put them there
        if is_whole and all(inside.get(name, self) is value for name, value in self.locals.items()):
            return self.global_names
        return {**inside, **self.locals}

    def name_of(self, value):
        """The variable bound to that very object, or None."""
        if self.names is None:
            self.names = {}
            for names in (self.globals, self.locals):
                self.names.update((id(found), name) for name, found in names.items() if is_listed(name))
        return self.names.get(id(value))

    def references_of_debugger(self, value):
        if self.copies is None:
            self.copies = {}
            for names in self.copied():
                for found in list(names.values()):
                    self.copies[id(found)] = self.copies.get(id(found), 0) + 1
        return self.copies.get(id(value), 0)

    def copied(self):
        """Those dicts of names that are copies, made for the evaluation."""
        home = self.home()
        copied = [self.globals] if home is not None and home is not self.global_names else []
        if self.locals is self.global_names or self.locals is home:
            return copied
        is_class_body = '__module__' in self.locals and '__qualname__' in self.locals
        if self.locals is not self.local_names or not is_class_body:
            copied.append(self.locals)
        return copied

    def home(self):
        """The names of the module that the frame runs in."""
        name = self.globals.get('__name__')
        return names_of_module(sys.modules.get(name)) or None if type(name) is str else None


def plain_names(names):
    """The names as a dict that runs nobody's code: a class body may stand in a mapping of the user's own."""
    if type(names) is dict:
        return names
    if is_a(names, dict):
        return dict(dict.items(names))
    return dict(names) if type(names) is FRAME_LOCALS else {}


# Python's own view of a frame's locals since 3.13; a dict before.
FRAME_LOCALS = (lambda: type(sys._getframe().f_locals))()


def is_listed(name):
    return type(name) is str and not name.startswith(('__', '_pydev', '.'))


def count_references(chain, scope):
    """How many references the program holds to each object of a list that holds the only one of the helper's."""
    return [references(chain, at, scope) for at in range(len(chain))]


def references(chain, at, scope):
    count = sys.getrefcount(chain[at]) - OWN_REFERENCES
    if count > 1 << 28:  # immortal: not counted by Python either
        return None
    return max(0, count - (scope.references_of_debugger(chain[at]) if scope else 0))


# What `references` sees of an object that nothing but the list refers to: measured, since Pythons differ.
OWN_REFERENCES = 0
OWN_REFERENCES = count_references([object()], None)[0]
