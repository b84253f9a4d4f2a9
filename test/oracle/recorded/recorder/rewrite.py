"""Rewrites the source of a test module so that every call, index, attribute and operator goes through a recorder.

`load(path, name, recorder)` gives the module. The program is the same: the recorder does what was written, and looks on.
"""
import ast
import importlib.util
import sys

ATTRIBUTES = {'shape', 'strides', 'ndim', 'size', 'itemsize', 'nbytes', 'T', 'flags', 'dtype', 'base'}
OPERATORS = {
    ast.Add: 'add', ast.Sub: 'subtract', ast.Mult: 'multiply', ast.Div: 'divide', ast.FloorDiv: 'floor_divide',
    ast.Mod: 'remainder', ast.Pow: 'power', ast.BitAnd: 'bitwise_and', ast.BitOr: 'bitwise_or',
    ast.BitXor: 'bitwise_xor', ast.LShift: 'left_shift', ast.RShift: 'right_shift', ast.MatMult: 'matmul',
    ast.Eq: 'equal', ast.NotEq: 'not_equal', ast.Lt: 'less', ast.LtE: 'less_equal', ast.Gt: 'greater',
    ast.GtE: 'greater_equal', ast.USub: 'negative', ast.UAdd: 'positive', ast.Invert: 'invert',
}
IN_PLACE = {'add', 'subtract', 'multiply', 'divide', 'floor_divide', 'remainder', 'power', 'bitwise_and', 'bitwise_or',
            'bitwise_xor', 'left_shift', 'right_shift'}


class Rewriter(ast.NodeTransformer):
    def _call(self, node, name, *args, keywords=()):
        site = ast.Constant(node.lineno)
        func = ast.Attribute(ast.Name('__recorder__', ast.Load()), name, ast.Load())
        return ast.copy_location(ast.Call(func, [site, *args], list(keywords)), node)

    def visit_FunctionDef(self, node):
        """Decorators and annotations stay as they are."""
        kept, returns = node.decorator_list, node.returns
        node.decorator_list, node.returns = [], None
        self.generic_visit(node)
        node.decorator_list, node.returns = kept, returns
        return node

    def visit_AnnAssign(self, node):
        return node

    def visit_Call(self, node):
        if isinstance(node.func, ast.Name) and node.func.id in ('super', 'locals', 'globals'):
            return node
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute):
            return self._call(node, 'method', node.func.value, ast.Constant(node.func.attr), *node.args,
                              keywords=node.keywords)
        return self._call(node, 'call', node.func, *node.args, keywords=node.keywords)

    def _index(self, node):
        if isinstance(node, ast.Slice):
            parts = [part or ast.Constant(None) for part in (node.lower, node.upper, node.step)]
            return ast.copy_location(ast.Call(ast.Name('slice', ast.Load()), parts, []), node)
        if isinstance(node, ast.Tuple):
            return ast.copy_location(ast.Tuple([self._index(part) for part in node.elts], ast.Load()), node)
        return node

    def visit_Subscript(self, node):
        self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load):
            return node
        return self._call(node, 'get', node.value, self._index(node.slice))

    def visit_Attribute(self, node):
        self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load) or node.attr not in ATTRIBUTES:
            return node
        return self._call(node, 'attribute', node.value, ast.Constant(node.attr))

    def visit_Assign(self, node):
        self.generic_visit(node)
        if len(node.targets) != 1:
            return node
        target = node.targets[0]
        if isinstance(target, ast.Subscript):
            call = self._call(node, 'set', target.value, self._index(target.slice), node.value)
        elif isinstance(target, ast.Attribute):
            call = self._assigned(node, target)
        else:
            return node
        return ast.copy_location(ast.Expr(call), node)

    def _assigned(self, node, target):
        of = target.value
        is_flags = isinstance(of, ast.Call) and getattr(of.func, 'attr', '') == 'attribute' and of.args[2].value == 'flags'
        if is_flags:
            return self._call(node, 'set_flag', of.args[1], ast.Constant(target.attr), node.value)
        return self._call(node, 'set_attribute', of, ast.Constant(target.attr), node.value)

    def visit_AugAssign(self, node):
        self.generic_visit(node)
        name = OPERATORS.get(type(node.op))
        if name not in IN_PLACE or not isinstance(node.target, ast.Name):
            return node
        of = ast.Name(node.target.id, ast.Load())
        call = self._call(node, 'in_place', ast.Constant(name), of, node.value)
        return ast.copy_location(ast.Assign([node.target], call), node)

    def visit_BinOp(self, node):
        self.generic_visit(node)
        return self._call(node, 'operator', ast.Constant(OPERATORS[type(node.op)]), node.left, node.right)

    def visit_UnaryOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) or isinstance(node.operand, ast.Constant):
            return node
        return self._call(node, 'operator', ast.Constant(OPERATORS[type(node.op)]), node.operand)

    def visit_Compare(self, node):
        self.generic_visit(node)
        if len(node.ops) != 1 or type(node.ops[0]) not in OPERATORS:
            return node
        return self._call(node, 'operator', ast.Constant(OPERATORS[type(node.ops[0])]), node.left, node.comparators[0])


def load(path, name, recorder):
    tree = ast.fix_missing_locations(Rewriter().visit(ast.parse(open(path, encoding='utf8').read())))
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    module.__recorder__ = recorder
    sys.modules[name] = module
    exec(compile(tree, path, 'exec'), module.__dict__)
    return module
