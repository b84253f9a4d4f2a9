"""Prints what NumPy makes of many spellings of dtypes, good and bad, one JSON object a line: the dtype or the error.
Arguments: how many random ones, seed."""

import json
import random
import sys
import warnings

import numpy as np

warnings.simplefilter("ignore")

STRINGS = """float int bool complex str bytes void object unicode string long ulong longlong half single double longdouble
csingle cdouble clongdouble intp uintp intc uintc short ushort byte ubyte uint float_ int_ bool_ str_ bytes_ Float32 a a5 S U
V S0 U0 V0 c b1 ? <? |b1 B1 i i1 i2 i3 i8 i16 f f1 f2 f12 f16 f32 c4 c8 c16 c32 g G e F D p P n N l L q Q <l >g g16 b2 b4 ?1 d8
e2 h2 B =f4 |f4 |i1 >b1 >S5 >U5 >V5 !f4 f04 f+4 f4, f4,i4 3i4 (3,)i4 (2,3)f4 (2,3)f4,i4 3i4,2f8 1f4 0f4 (0,)f4 ()f4 M8 m8
M8[ns] M8[25s] datetime64 datetime64[ns] timedelta64[D] M m M8[] M8[foo] M8[ns M8[2] M8[0s] M8[-1s] M8[generic] M8[7D]
M8[s/3] M8[Y/12] M8[2Y/4] M8[us] M8[μs] >M8[ns] =M8[ns] <m8[1000ms] M4[ns] m8[W] M8[B] M8[as] foo float33 O T O8 |O S-1
S99999999999 U999999999 S2147483647 S2147483648 U536870911 U536870912 V2147483648 <S >c8 float128 float96 complex256 uint64
int128 (2147483647,)f4 (-1,)f4 f4:f8 f4; f4i4 S5,U3,V4 3S5 2,f4 >f4,<i2 >(2,)f4 (2,)>f4 2>f4 >2f4 i4,foo u u1 u3 u16 s s5
A5 w C M8[ns]5 3M8[ns] M8[1] M8[m] M8[M] M8[h] m8[0] m8[2147483648s] M8[ns]/2 int8 bool8 int0 void0 S05 U+3 f8f8 M8[D/24
M8[generic/2] M8[5generic] M8[s/] M8[s/2x] M8[x M8x M8[/2] M8[2/2] M8[ms/1000000] M8[100000W/7] i0 >float32 <bool >2<f4
2=f4 <2=f4 >>f4 () (), >()f4 2,3f4 f4,2 2, 3f4, f4,i4; f4,i-4 é f4é < | = > <>f4 float64,int (3,)bool S,U 3S (2,)U f4[2]
M8[s],[ i, 10000000000f4,i4 (2,)(3,)f4 4294967296V0 0V5 datetime64[ns datetime6 timedelta64[s]x""".split()

SPECS = [
    *[[], {}, (), ("f4",), ("f4", 2), ("f4", (2, 3)), ("f4", [2, 3]), ("f4", ()), ("f4", 0), ("f4", -1), ("f4", 2.0)],
    *[("f4", "f4"), ("V4", [("a", "i2"), ("b", "i2")]), ("V8", [("a", "i2"), ("b", "i2")]), ("S", 5), ("U", 5)],
    *[("S", (5,)), ("S3", 5), ("M8", 4), ("M8", "ns"), ("f4", True), ("f4", ("2",)), (("f4", 2), 3)],
    *[("f4", (1,) * 64), ("f4", (1,) * 65), ("f4", (2147483648,)), ("V2000000000", 2), ("i2,i2", [("a", "i4")])],
    *[[("x", "f4"), ("x", "i4")], [("", "f4"), ("", "i4")], [("f1", "f4"), ("", "i4")], [("x",)], [("x", "f4", 2)]],
    *[[("x", "f4", 2, 3)], ["f4", "i4"], [("x", "f4"), "f4"], [(("t", "x"), "f4")], [(("x", "x"), "f4")]],
    *[[(("t", "x"), "f4"), ("t", "i4")], [(("t", "x", "y"), "f4")], [((None, "x"), "f4")], [(1, "f4")], [["x", "f4"]]],
    *[[("x", "foo")], [("x", None)], [("x", ("f4", (2,)), (3,))], [("x", "(2,)f4")], [("x", "f4,i4")], [("x", "S", 5)]],
    *[5, 1.5, None, True, b"f4", "f4", {"names": ["a", "b"]}, {"formats": ["f4"]}, {"a": "f4"}, {"a": ("f4",)}],
    *[{"a": ("f4", 0), "b": ("i2", 8)}, {"b": ("f4", 8), "a": ("i2", 0)}, {"a": ("f4", 0, "t")}, {"a": ("f4", -1)}],
    {"names": ["a", "b"], "formats": ["f4", "i2"], "offsets": [4, 0]},
    {"names": ["a", "b"], "formats": ["f4", "i2"], "offsets": [0, 4], "itemsize": 4},
    {"names": ["a", "b"], "formats": ["f4", "i2"], "offsets": [0, 4], "itemsize": 16},
    {"names": ["a", "b"], "formats": ["i2", "f4"], "aligned": True},
    {"names": ["a", "b"], "formats": ["i2", "f4"], "aligned": True, "offsets": [0, 2]},
    {"names": ["a", "b"], "formats": ["i2", "f4"], "aligned": True, "offsets": [0, 4], "itemsize": 10},
    {"names": ["a", "b"], "formats": ["f4"]},
    {"names": ["a"], "formats": ["f4"], "offsets": [-1]},
    {"names": ["a"], "formats": ["f4"], "offsets": []},
    {"names": ["a"], "formats": ["f4"], "titles": ["A"]},
    {"names": ["a"], "formats": ["f4"], "titles": [None]},
    {"names": ["a"], "formats": ["f4"], "itemsize": -4},
    {"names": ["a"], "formats": ["f4"], "itemsize": 2147483648},
    {"names": ["a", "a"], "formats": ["f4", "i2"]},
    {"names": "ab", "formats": ("f4", "i2")},
    {"names": [], "formats": [], "itemsize": 8},
]

ALPHABET = "<>=|?biufcSUVMmdegFDG01248 ,()[]nsDYh/25."


def is_sound(dtype: np.dtype) -> bool:
    """Whether sizes agree: NumPy makes ('0f4', 1) a subarray of no items and one byte, and wraps at 2**31."""
    if dtype.itemsize < 0:
        return False
    if dtype.subdtype is not None:
        base, shape = dtype.subdtype
        return is_sound(base) and dtype.itemsize == base.itemsize * int(np.prod(shape))
    return all(is_sound(dtype.fields[name][0]) for name in dtype.names or ())


def answer(spec) -> dict:
    try:
        dtype = np.dtype(spec)
    except (TypeError, ValueError) as error:
        return {"error": type(error).__name__, "message": str(error)}
    except SyntaxError:
        return {"error": "SyntaxError"}
    if not is_sound(dtype):
        return {"unsound": True}
    if dtype.hasobject or dtype.kind in "OT":
        return {"pointers": True}
    return {"text": str(dtype), "itemsize": dtype.itemsize, "alignment": dtype.alignment}


def mutated(rng: random.Random) -> str:
    text = list(rng.choice(STRINGS))
    for _ in range(rng.choice([1, 1, 2, 3])):
        at = rng.randrange(len(text) + 1)
        text[at : at + rng.choice([0, 0, 1, 1, 2])] = rng.choices(ALPHABET, k=rng.choice([0, 1, 1, 2]))
    return "".join(text)


def main() -> None:
    count, seed = int(sys.argv[1]), sys.argv[2]
    rng = random.Random(seed)
    for text in [*STRINGS, *(mutated(rng) for _ in range(count))]:
        # A divisor of 0 ends the NumPy process with a signal; blanks at the ends are the user's, not the dtype's.
        if text and text == text.strip() and "/0" not in text and "/-" not in text:
            print(json.dumps({"typed": text, "literal": False, **answer(text)}))
    for spec in SPECS:
        print(json.dumps({"typed": repr(spec), "literal": True, **answer(spec)}))


main()
