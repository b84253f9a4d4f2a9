const LETTERS: Readonly<Record<string, string | undefined>> = { '\n': 'n', '\r': 'r', '\t': 't' };

/** Escapes control characters, which would break a line, as Python does: `\n`, `\x1b`. */
export const withoutControls = (text: string): string =>
  text.replace(/\p{Cc}/gu, c => `\\${LETTERS[c] ?? `x${c.charCodeAt(0).toString(16).padStart(2, '0')}`}`);
