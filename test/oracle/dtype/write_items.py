"""Random values and how a person might type them: `write_items.py COUNT SEED NAME…` prints one JSON case a line,
with the bytes of `np.array(value, dtype)` or the error that NumPy raises instead. The named types of ml_dtypes are among
them where it is installed.
"""
import json
import random
import struct
import sys
import warnings

import numpy as np

try:
    import ml_dtypes
except ImportError:
    ml_dtypes = None

CUSTOM = sys.argv[3:] if ml_dtypes else []
RANGES = {
    'Y': (0, 20000), 'M': (-30000, 9000), 'W': (-10**5, 10**5), 'D': (-10**7, 10**7), 'h': (-10**8, 10**8),
    'm': (-10**9, 10**9), 's': (-10**11, 10**11), 'ms': (-10**14, 10**14), 'us': (-10**17, 10**17),
    'ns': (-9 * 10**18, 9 * 10**18), 'ps': (-9 * 10**18, 9 * 10**18), 'fs': (-9 * 10**18, 9 * 10**18),
    'as': (-9 * 10**18, 9 * 10**18),
}


def integer(rng):
    dtype = rng.choice('<>') + rng.choice('iu') + rng.choice('1248')
    bits = 8 * int(dtype[2])
    edge = rng.choice([0, 1 << bits, 1 << (bits - 1), -(1 << (bits - 1)), 1 << 63, -(1 << 63)])
    value = rng.choice([edge + rng.randint(-2, 2), rng.randint(-(1 << bits), 1 << bits), rng.randint(0, 127)])
    text = rng.choice([str, hex, bin, oct, '{:_}'.format, '{:+}'.format, ' {} '.format])(value)
    return dtype, text, value


def number(rng):
    bits = rng.getrandbits(64).to_bytes(8, 'little')
    value = rng.choice([
        struct.unpack('<d', bits)[0], struct.unpack('<f', bits[:4])[0], struct.unpack('<e', bits[:2])[0],
        rng.uniform(-500, 500), rng.uniform(-1, 1) * 10.0 ** rng.randint(-60, 60), float(rng.randint(-300, 300)),
        rng.randint(-40, 40) / 16, 0.0, -0.0, float('inf'), -float('inf'), float('nan'), 65520.0, 65519.999, 2.0 ** -25,
    ])
    return value if value == value else float(rng.choice(['nan', '-nan']))


def number_text(rng, value):
    if value != value:
        return '-NaN' if np.signbit(value) else 'nan'
    return rng.choice([repr(value), f'{value!r:>30}', f'{value:+.17e}', repr(value).upper()])


def floating(rng):
    dtype = rng.choice([rng.choice('<>') + rng.choice(['f2', 'f4', 'f8']), rng.choice(CUSTOM or ['<f2'])])
    value = number(rng)
    return dtype, number_text(rng, value), value


def long_double(rng):
    digits = ''.join(rng.choice('0123456789') for _ in range(rng.randint(1, 40)))
    text = rng.choice('-+') + digits + rng.choice(['', '.', '.' + digits])
    text += rng.choice(['', f'e{rng.randint(-5000, 5000)}', f'E{rng.randint(-30, 30)}', f'e{rng.choice([-4951, -4932, 4932])}'])
    return rng.choice('<>') + 'f16', text, np.longdouble(text)


def complex_number(rng):
    value = complex(number(rng), number(rng))
    dtype = rng.choice('<>') + rng.choice(['c8', 'c16'])
    text = str(value)
    if rng.random() < 0.3:
        return dtype, text.strip('()'), complex(text)
    if rng.random() < 0.2:
        return dtype, number_text(rng, value.real), complex(number_text(rng, value.real))
    return dtype, text, complex(text)


def boolean(rng):
    value = rng.random() < 0.5
    return '?', rng.choice([str(value), str(value).lower(), str(int(value))]), value


def characters(rng):
    length = rng.randint(0, 6)
    if rng.random() < 0.4:
        value = bytes(rng.choice([0, 65, 39, 34, 92, 10, rng.randrange(256)]) for _ in range(length))
        return f'S{max(1, length + rng.randint(0, 3))}', repr(value), value
    if rng.random() < 0.3:
        value = ''.join(rng.choice('abc xyz\n~') for _ in range(length))
        return f'S{max(1, length + rng.randint(0, 3))}', value, value.encode()
    value = ''.join(rng.choice(['a', ' ', 'é', '中', '😀', "'", '"', '\\', '\n', '\0', '\u2028']) for _ in range(length))
    dtype = f"{rng.choice('<>')}U{max(1, length + rng.randint(0, 3))}"
    plain = value[:1] not in ('"', "'") and not value.strip()[:1] in ('"', "'")
    return dtype, value if plain and rng.random() < 0.5 else repr(value), value


def void(rng):
    value = rng.randbytes(rng.randint(0, 6))
    text = rng.choice([value.hex(), value.hex(' ').upper(), repr(value), '0x' + value.hex()])
    return f'V{max(1, len(value) + rng.randint(0, 2))}', text, value


def time(rng):
    unit = rng.choice(list(RANGES))
    dtype = f"{rng.choice('<>')}M8[{rng.choice(['', '', '', '7', '25'])}{unit}]"
    kind = rng.random()
    if kind < 0.05:
        return dtype, 'NaT', np.datetime64('NaT')
    if kind < 0.2:
        value = rng.randint(-1999, 999)
        return dtype.replace('M8', rng.choice(['M8', 'm8'])) if unit != 'Y' else '<m8[Y]', str(value), value
    finer = list(RANGES)[max(0, list(RANGES).index(unit) + rng.choice([0, 0, 0, -1, 1, 3])):][:1] or [unit]
    low, high = RANGES[finer[0]]
    if list(RANGES).index(finer[0]) > 8 or list(RANGES).index(unit) > 8:
        low, high = (-9 * 10**18, 9 * 10**18) if finer[0] == unit else (0, 0)
    text = str(np.datetime64(rng.randint(low, high), finer[0]))
    if unit != 'Y' and len(text) > 4 and text.isdigit():
        text += '-01'
    return dtype, text.replace('T', rng.choice('T ')), text


def dtype_of(name):
    return np.dtype(getattr(ml_dtypes, name)) if name in CUSTOM else np.dtype(name)


def answer(dtype, value):
    try:
        return {'bytes': np.array(value, dtype_of(dtype)).tobytes().hex()}
    except OverflowError as error:
        return {'error': str(error), 'name': type(error).__name__}


warnings.simplefilter('ignore')
rng = random.Random(sys.argv[2])
KINDS = [integer, floating, floating, long_double, complex_number, boolean, characters, void, time, time]
for k in range(int(sys.argv[1])):
    dtype, text, value = KINDS[k % len(KINDS)](rng)
    print(json.dumps({'dtype': dtype, 'text': text, **answer(dtype, value)}))
