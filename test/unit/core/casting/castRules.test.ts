/** Which casts are allowed by which rule, as `np.can_cast` has it. */
import * as np from '../../../../core/index';
import { claims } from '../claims';

const numpy = claims(__filename);

const CASTINGS = ['no', 'equiv', 'safe', 'same_kind', 'unsafe'] as const;
const levels = (from: np.DTypeLike, to: np.DTypeLike): boolean[] =>
  CASTINGS.map(casting => np.canCast(from, to, casting));

describe('casts are allowed', () => {
  numpy("[np.can_cast('i4', 'i4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i4', 'i4'),
  );
  numpy("[np.can_cast('i4', '>i4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i4', '>i4'),
  );
  numpy("[np.can_cast('i4', 'i8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i4', 'i8'),
  );
  numpy("[np.can_cast('i8', 'i4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i8', 'i4'),
  );
  numpy("[np.can_cast('i4', 'u4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i4', 'u4'),
  );
  numpy("[np.can_cast('u4', 'i4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('u4', 'i4'),
  );
  numpy("[np.can_cast('u4', 'i8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('u4', 'i8'),
  );
  numpy("[np.can_cast('f8', 'f4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('f8', 'f4'),
  );
  numpy("[np.can_cast('f4', 'i8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('f4', 'i8'),
  );
  numpy("[np.can_cast('i8', 'f8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i8', 'f8'),
  );
  numpy("[np.can_cast('i8', 'f4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i8', 'f4'),
  );
  numpy("[np.can_cast('u1', 'f2', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('u1', 'f2'),
  );
  numpy("[np.can_cast('?', 'i1', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('?', 'i1'),
  );
  numpy("[np.can_cast('i1', '?', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i1', '?'),
  );
  numpy("[np.can_cast('c8', 'f8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('c8', 'f8'),
  );
  numpy("[np.can_cast('f8', 'c8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('f8', 'c8'),
  );
  numpy("[np.can_cast('c8', 'c16', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('c8', 'c16'),
  );
  numpy("[np.can_cast('S3', 'S5', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('S3', 'S5'),
  );
  numpy("[np.can_cast('S5', 'S3', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('S5', 'S3'),
  );
  numpy("[np.can_cast('S3', 'U3', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('S3', 'U3'),
  );
  numpy("[np.can_cast('U3', 'S3', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('U3', 'S3'),
  );
  numpy("[np.can_cast('U3', '>U3', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('U3', '>U3'),
  );
  numpy("[np.can_cast('i4', 'S11', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i4', 'S11'),
  );
  numpy("[np.can_cast('i4', 'S3', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i4', 'S3'),
  );
  numpy("[np.can_cast('f8', 'U32', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('f8', 'U32'),
  );
  numpy("[np.can_cast('U3', 'i4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('U3', 'i4'),
  );
  numpy("[np.can_cast('V3', 'V5', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('V3', 'V5'),
  );
  numpy("[np.can_cast('V5', 'V3', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('V5', 'V3'),
  );
  numpy("[np.can_cast('i4', 'V4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i4', 'V4'),
  );
  numpy("[np.can_cast('i4', 'V2', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i4', 'V2'),
  );
  numpy("[np.can_cast('V4', 'i4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('V4', 'i4'),
  );
  numpy("[np.can_cast('M8[D]', 'M8[s]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('M8[D]', 'M8[s]'),
  );
  numpy("[np.can_cast('M8[s]', 'M8[D]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('M8[s]', 'M8[D]'),
  );
  numpy("[np.can_cast('m8[D]', 'm8[s]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('m8[D]', 'm8[s]'),
  );
  numpy("[np.can_cast('m8[s]', 'm8[D]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('m8[s]', 'm8[D]'),
  );
  numpy("[np.can_cast('m8[Y]', 'm8[D]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('m8[Y]', 'm8[D]'),
  );
  numpy("[np.can_cast('m8[s]', 'M8[s]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('m8[s]', 'M8[s]'),
  );
  numpy("[np.can_cast('m8[s]', 'i8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('m8[s]', 'i8'),
  );
  numpy("[np.can_cast('i8', 'm8[s]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i8', 'm8[s]'),
  );
  numpy("[np.can_cast('i4', 'm8[s]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i4', 'm8[s]'),
  );
  numpy("[np.can_cast('f8', 'm8[s]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('f8', 'm8[s]'),
  );
  numpy("[np.can_cast('M8[s]', 'i8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('M8[s]', 'i8'),
  );
  numpy("[np.can_cast('M8', 'M8[s]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('M8', 'M8[s]'),
  );
  numpy("[np.can_cast('M8[s]', 'M8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('M8[s]', 'M8'),
  );
  numpy("[np.can_cast('M8[D]', 'U10', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('M8[D]', 'U10'),
  );
  numpy("[np.can_cast('m8[s]', 'f8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('m8[s]', 'f8'),
  );
  numpy("[np.can_cast('?', 'm8[s]', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('?', 'm8[s]'),
  );
  numpy(
    "[np.can_cast([('a', 'i4'), ('b', 'f4')], [('a', 'i8'), ('b', 'f8')], c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]",
    () =>
      levels(
        [
          ['a', 'i4'],
          ['b', 'f4'],
        ],
        [
          ['a', 'i8'],
          ['b', 'f8'],
        ],
      ),
  );
  numpy(
    "[np.can_cast([('a', 'i4')], [('b', 'i4')], c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]",
    () => levels([['a', 'i4']], [['b', 'i4']]),
  );
  numpy(
    "[np.can_cast([('a', 'i4')], [('a', '>i4')], c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]",
    () => levels([['a', 'i4']], [['a', '>i4']]),
  );
  numpy("[np.can_cast([('a', 'i4')], 'i8', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels([['a', 'i4']], 'i8'),
  );
  numpy("[np.can_cast('i8', [('a', 'i4')], c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]", () =>
    levels('i8', [['a', 'i4']]),
  );
  numpy(
    "[np.can_cast([('a', 'i4'), ('b', 'i4')], [('a', 'i4')], c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]",
    () =>
      levels(
        [
          ['a', 'i4'],
          ['b', 'i4'],
        ],
        [['a', 'i4']],
      ),
  );
  numpy(
    "[np.can_cast([('a', 'i4'), ('b', 'i4')], 'i4', c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]",
    () =>
      levels(
        [
          ['a', 'i4'],
          ['b', 'i4'],
        ],
        'i4',
      ),
  );
  numpy(
    "[np.can_cast([('a', 'i4', 2)], [('a', 'i8', 2)], c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]",
    () => levels([['a', 'i4', 2]], [['a', 'i8', 2]]),
  );
  numpy(
    "[np.can_cast([('a', 'i4', 2)], [('a', 'i8', 3)], c) for c in ('no', 'equiv', 'safe', 'same_kind', 'unsafe')]",
    () => levels([['a', 'i4', 2]], [['a', 'i8', 3]]),
  );
  numpy("np.can_cast('i4', 'i8')", () => np.canCast('i4', 'i8'));
  numpy("np.can_cast(np.arange(3), 'f4')", () => np.canCast(np.arange(3), 'f4'));
  numpy("np.can_cast('i4', 'f4', 'some')", () => np.canCast('i4', 'f4', 'some' as np.Casting));
});
