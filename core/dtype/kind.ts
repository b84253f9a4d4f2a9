/**
 * NumPy's kinds: bool, signed, unsigned, float, complex, bytes, text, void (raw, structured or subarray), datetime,
 * timedelta. The types of ml_dtypes are floats here (`'f'`), where NumPy, which does not know them, says `'V'`.
 */
export type DTypeKind = 'b' | 'i' | 'u' | 'f' | 'c' | 'S' | 'U' | 'V' | 'M' | 'm';
