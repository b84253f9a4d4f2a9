const escape = (character: string, letter: 'x' | 'u', digits: number): string =>
  `\\${letter}${character.charCodeAt(0).toString(16).padStart(digits, '0')}`;

/** Python's literal for a string, in single quotes: backslashes, quotes, control characters and lone surrogates are escaped. */
export function pythonString(text: string): string {
  const escaped = text
    .replace(/[\\']/g, '\\$&')
    .replace(/\p{Cc}/gu, c => escape(c, 'x', 2))
    .replace(/\p{Cs}/gu, c => escape(c, 'u', 4));
  return `'${escaped}'`;
}
