"""How a generator tells its cases: one JSON value a line, as many as it is asked for."""
import json
import random
import sys


def tell(case):
    """Prints what `case(rng)` makes, but None, COUNT times; the program's arguments are COUNT and SEED."""
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    made = 0
    while made < count:
        one = case(rng)
        if one:
            print(json.dumps(one))
            made += 1
