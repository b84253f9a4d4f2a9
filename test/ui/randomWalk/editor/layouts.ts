/** Layouts that one file of `SIZE` bytes can have, and what may be typed into their cells. */
import type { Layout } from './model';

export const SIZE = 24_576;

export const layouts: readonly Layout[] = [
  { dtype: 'float32', shape: [64, 96], order: 'C', offset: 0 },
  { dtype: 'float32', shape: [96, 64], order: 'F', offset: 0 },
  { dtype: '>i2', shape: [4096, 3], order: 'C', offset: 0 },
  { dtype: 'float64', shape: [3072], order: 'C', offset: 0 },
  { dtype: 'uint8', shape: [16, 16, 96], order: 'C', offset: 0 },
  { dtype: 'int64', shape: [1000, 3], order: 'F', offset: 40 },
  { dtype: 'complex64', shape: [2, 8, 4, 48], order: 'C', offset: 0 },
  { dtype: 'float16', shape: [100, 100], order: 'C', offset: 7 },
  { dtype: 'bool', shape: [24_576], order: 'C', offset: 0 },
  { dtype: 'S6', shape: [4096], order: 'C', offset: 0 },
  { dtype: '>M8[ms]', shape: [768, 4], order: 'F', offset: 0 },
  { dtype: 'm8[3s]', shape: [3072], order: 'C', offset: 0 },
  { dtype: '>u8', shape: [3, 32, 32], order: 'C', offset: 0 },
  { dtype: 'U3', shape: [2, 1024], order: 'F', offset: 0 },
  {
    dtype: "[('a', '>i2'), ('b', '<f4', (2,)), ('c', 'S3')]",
    shape: [630, 3],
    order: 'F',
    offset: 5,
    leaves: ['a', 'b[0]', 'b[1]', 'c'],
  },
];

/** Those of a file that has its `SIZE` bytes behind a header; then also all of it as bytes. */
export function layoutsBehind(headerLength: number): readonly Layout[] {
  const moved = layouts.map(layout => ({ ...layout, offset: layout.offset + headerLength }));
  if (headerLength === 0) return moved;
  return [...moved, { dtype: 'uint8', shape: [(SIZE + headerLength) / 64, 64], order: 'C', offset: 0 }];
}

export const slices = [
  '',
  '[::2]',
  '[::-1]',
  '[1:, ::3]',
  '[..., 0]',
  '[5:40]',
  '[-3]',
  '[None, 2:]',
  '[..., ::-2]',
  "['b']",
  "['a'][::-1]",
  "['b'][5:, ..., 1]",
  "[::2]['c']",
  '.T',
  '.T[::-2]',
  '.imag',
  '[1:].real.T',
  "['b'].T",
];

/** By kind of dtype; some cannot be stored. */
export const texts: Readonly<Record<string, readonly string[]>> = {
  f: ['1.5', '-0.0', 'nan', '-inf', '1e-7', '65504', '3', '1e999', 'abc', '', '0x10', '1_000', ' 2 '],
  i: [
    '0',
    '-1',
    '127',
    '300',
    '-32768',
    '40000',
    '1e3',
    '9223372036854775807',
    '9223372036854775808',
    '1.5',
    '0x1f',
  ],
  u: ['0', '255', '256', '-1', '7', 'x'],
  c: ['1+2j', '3', '-1j', 'nan+infj', '(1-0j)', '1 + 2j', 'j'],
  b: ['True', 'False', '1', '0', 'yes', '2'],
  M: ['2024-02-29T12:00:00', '1969-07', 'NaT', '2023-02-29', 'today?', '', '-0001-01-01'],
  m: ['5', '-3', 'NaT', '1.5', 'a day', ''],
  S: ['abc', '', 'abcdefg', "b'x'", 'a b', 'é'],
  U: ['abc', '', 'abcd', 'éü', '日本語', '😀', "'q'"],
};
