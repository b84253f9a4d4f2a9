class Scope:
    """The names of the stopped frame, and the number of references to their values that the debugger holds.

    pydevd evaluates in a copy of the globals merged with the locals: `locals()` is that copy, `globals()` either it or the
    real ones. The copy, and the snapshot of the locals (before Python 3.13), hold additional references to the user's
    objects.
    """

    def __init__(self, local_names, global_names):
        self.locals, self.globals = plain_names(local_names), plain_names(global_names)
        self.local_names, self.global_names = local_names, global_names
        self.is_merged = all(name in self.locals for name in self.globals)
        self.names, self.copies = None, None

    def evaluate(self, expression):
        """Returns the value of an expression, in a list with the helper's only reference to it."""
        try:
            code = compile(expression, '<ndarray-inspector>', 'eval')
            return [eval(code, self.merged(), self.local_names)]
        except BaseException as error:  # the user's code may raise anything, SystemExit too
            refusal = error_fields(error)
            raise Refused('invalid-input', refusal['message']) from None

    def merged(self):
        """Returns globals in which lambdas and comprehensions of an expression find the locals."""
        if self.is_merged and type(self.local_names) is dict and '__builtins__' in self.locals:
            return self.local_names
        return {**self.globals, **self.locals}  # `eval` would add `__builtins__` to a dict of the user's

    def is_local(self, name, value):
        """Whether a name in the locals is local: copies of the globals, and names of a module, are not."""
        if self.locals is self.globals or self.locals is self.home():
            return False
        return not self.is_merged or self.globals.get(name, self) is not value

    def name_of(self, value):
        """Returns the name of a variable bound to the object, or None."""
        if self.names is None:
            self.names = {}
            for names in (self.globals, self.locals):
                self.names.update((id(found), name) for name, found in names.items() if is_listed(name))
        return self.names.get(id(value))

    def references_of_debugger(self, value):
        if self.copies is None:
            self.copies = {}
            held = [list(names.values()) for names in self.copied()] + [values_of_variables_view()]
            for found in (found for values in held for found in values):
                self.copies[id(found)] = self.copies.get(id(found), 0) + 1
            held = found = None
        return self.copies.get(id(value), 0)

    def copied(self):
        """Returns the dicts of names that are copies made for the evaluation."""
        home, is_class_body = self.home(), '__module__' in self.locals and '__qualname__' in self.locals
        copied = {id(names): names for names in dicts_of_debugger()}
        if home is not None:
            copied[id(self.globals)] = self.globals
        if self.locals is not self.local_names or not (is_class_body or self.locals is self.global_names):
            copied[id(self.locals)] = self.locals
        copied.pop(id(home), None)
        return copied.values()

    def home(self):
        """Returns the names of the frame's module, or None."""
        name = self.globals.get('__name__')
        return names_of_module(sys.modules.get(name)) or None if type(name) is str else None


def plain_names(names):
    """Returns the names as a plain dict: the namespace of a class body may be any mapping, which would run code."""
    if type(names) is dict:
        return names
    if is_a(names, dict):
        return dict(dict.items(names))
    return dict(names) if type(names) is FRAME_LOCALS else {}


# The type of a frame's locals: a proxy since Python 3.13, a dict before.
FRAME_LOCALS = (lambda: type(sys._getframe().f_locals))()


def dicts_of_debugger():
    """Returns the dicts that pydevd's frames hold during an evaluation, and snapshots of the locals of inspected frames."""
    frame, found = sys._getframe(), []
    while frame is not None:
        home = frame.f_globals.get('__name__')
        if type(home) is str and home.partition('.')[0].startswith(('pydevd', '_pydevd')):
            for held in list(frame.f_locals.values()):
                if type(held) is dict:
                    found.append(held)
                elif type(held) is type(frame) and held.f_code.co_flags & 1 and type(held.f_locals) is dict:
                    found.append(held.f_locals)
        frame = frame.f_back
    return found


def values_of_variables_view():
    """Returns the values that pydevd holds for the Variables view; empty where its internals differ."""
    holder = names_of_module(sys.modules.get('_pydevd_bundle.pydevd_constants')).get('GlobalDebuggerHolder')
    try:
        trackers = list(holder.global_dbg.suspended_frames_manager._thread_id_to_tracker.values())
        return [shown.value for tracker in trackers for shown in list(tracker._variable_reference_to_variable.values())]
    except AttributeError:
        return []


def is_listed(name):
    return type(name) is str and not name.startswith(('__', '_pydev', '.'))


def count_references(chain, scope):
    """Returns the program's references to each object of a list with the helper's only reference to it."""
    return [references(chain, at, scope) for at in range(len(chain))]


def references(chain, at, scope):
    of_debugger = scope.references_of_debugger(chain[at]) if scope else 0  # first, since it creates snapshots
    count = sys.getrefcount(chain[at]) - OWN_REFERENCES
    # The count of immortal objects has no meaning.
    return None if count > 1 << 28 else max(0, count - of_debugger)


# The references that `references` itself adds, which differ between Python versions: measured.
OWN_REFERENCES = 0
OWN_REFERENCES = count_references([object()], None)[0]
