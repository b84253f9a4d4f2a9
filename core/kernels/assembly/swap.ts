// Byte order turned round in place; whole vectors, so up to 15 bytes past the end are touched.

export function swap32(at: usize, n: i32): void {
  const end = at + (<usize>n << 2);
  for (; at < end; at += 16) {
    const x = v128.load(at);
    v128.store(at, i8x16.shuffle(x, x, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12));
  }
}

export function swap64(at: usize, n: i32): void {
  const end = at + (<usize>n << 3);
  for (; at < end; at += 16) {
    const x = v128.load(at);
    v128.store(at, i8x16.shuffle(x, x, 7, 6, 5, 4, 3, 2, 1, 0, 15, 14, 13, 12, 11, 10, 9, 8));
  }
}
