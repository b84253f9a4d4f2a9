"""The operations that are recorded: the public face of the core, by NumPy's names."""
import inspect

import numpy as np
from numpy.lib import array_utils, stride_tricks

FUNCTIONS = '''
array asarray ascontiguousarray asfortranarray zeros ones empty full zeros_like ones_like empty_like full_like arange
linspace eye frombuffer moveaxis expand_dims flip broadcast_to broadcast_arrays broadcast_shapes reshape transpose swapaxes
squeeze ravel copy may_share_memory shares_memory sum prod min max mean var std all any argmin argmax cumsum histogram
array_repr array_str array2string format_float_positional format_float_scientific memmap where promote_types result_type
can_cast dtype
'''.split()
UFUNCS = '''
add subtract multiply divide true_divide floor_divide remainder mod fmod power negative positive abs absolute fabs sign sqrt
square reciprocal exp log sin cos tan floor ceil trunc rint maximum minimum fmax fmin equal not_equal less less_equal greater
greater_equal logical_and logical_or logical_xor logical_not isnan isinf isfinite signbit copysign bitwise_and bitwise_or
bitwise_xor invert left_shift right_shift conjugate hypot arctan2
'''.split()
METHODS = '''
item tolist tobytes flatten ravel reshape transpose swapaxes squeeze view copy astype byteswap fill setflags sum prod min max
mean std var all any argmin argmax cumsum
'''.split()
CREATION = {'array', 'asarray', 'ascontiguousarray', 'asfortranarray', 'full'}

names = {getattr(np, name): name for name in FUNCTIONS if name != 'dtype'}
names[stride_tricks.as_strided] = 'as_strided'
names[stride_tricks.sliding_window_view] = 'sliding_window_view'
names[array_utils.byte_bounds] = 'byte_bounds'
names[repr], names[str] = 'repr', 'str'
ufuncs = {getattr(np, name): getattr(np, name).__name__ for name in UFUNCS}


def name_of(function):
    """The name of a function of the face, or None."""
    try:
        return names.get(function) or ufuncs.get(function)
    except TypeError:
        return None


def named(function, args, kwargs):
    """Arguments by their names, and those of a variable number as a list."""
    if function is repr or function is str:
        return {'x': args[0]}, []
    bound = inspect.signature(function).bind(*args, **kwargs)
    given, star = dict(bound.arguments), []
    for name, parameter in bound.signature.parameters.items():
        if parameter.kind is parameter.VAR_POSITIONAL:
            star = list(given.pop(name, ()))
        elif parameter.kind is parameter.VAR_KEYWORD:
            given.update(given.pop(name, {}))
    return given, star
