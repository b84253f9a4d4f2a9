const LETTERS: Readonly<Record<string, string | undefined>> = { '\n': 'n', '\r': 'r', '\t': 't' };

/** Control characters, which would break the line that they stand in, as Python escapes them: `\n`, `\x1b`. */
export const withoutControls = (text: string): string =>
  text.replace(/\p{Cc}/gu, c => `\\${LETTERS[c] ?? `x${c.charCodeAt(0).toString(16).padStart(2, '0')}`}`);
