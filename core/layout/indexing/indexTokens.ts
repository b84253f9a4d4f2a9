/**
 * The words of an index text: numbers, names, strings and punctuation, as Python's own tokenizer splits them.
 * Follows https://docs.python.org/3/reference/lexical_analysis.html#literals for the literals an index may hold.
 */
import { indexError } from '../errors';

/** One token of an index text. */
export interface Token {
  readonly kind: 'integer' | 'float' | 'name' | 'string' | 'mark' | 'end';
  /** As written; of a string, what it stands for. */
  readonly text: string;
}

const MAX_LENGTH = 10_000;

const patterns: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /[ \t\r\n\f]+/y],
  ['mark', /\.\.\.|[[\](){}:,+\-~]/y],
  [
    'float',
    /(?:\d(?:_?\d)*)?\.\d(?:_?\d)*(?:e[+-]?\d+)?j?|\d(?:_?\d)*\.?(?:e[+-]?\d+)?j|\d(?:_?\d)*(?:\.|\.?e[+-]?\d+)/iy,
  ],
  ['integer', /0x(?:_?[\da-f])+|0o(?:_?[0-7])+|0b(?:_?[01])+|\d(?:_?\d)*/iy],
  ['name', /[\p{L}_][\p{L}\p{N}_]*(?:\s*\.\s*[\p{L}_][\p{L}\p{N}_]*)*/uy],
  ['string', /'(?:[^'\\\n]|\\[^\n])*'|"(?:[^"\\\n]|\\[^\n])*"/y],
];

/** Python's `SyntaxError` for an index text, quoted up to 60 characters. */
export function syntaxError(text: string, message = 'invalid syntax'): Error {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return indexError(
    `${message}: [${shown}]`,
    'Write an index as NumPy takes it: ::2, ::-1, 3',
    'SyntaxError',
  );
}

/** The tokens of `text`, the last of kind `end`; `invalid-index` with Python's words where there is no token. */
export function tokenize(text: string): readonly Token[] {
  if (text.length > MAX_LENGTH) throw syntaxError(text, `an index of ${text.length} characters is too long`);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const [kind, word] = tokenAt(text, at);
    at += word.length;
    if (kind === 'space') continue;
    const joined = kind === 'integer' && /[\p{L}\p{N}_.]/u.test(text.charAt(at));
    if (joined) throw syntaxError(text, 'invalid decimal literal');
    const plain =
      kind === 'string' ? unescape(word.slice(1, -1)) : word.replace(kind === 'name' ? /\s+/g : /$^/, '');
    tokens.push({ kind, text: plain });
  }
  return [...tokens, { kind: 'end', text: '' }];
}

function tokenAt(text: string, at: number): readonly [Token['kind'] | 'space', string] {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [kind, match[0]];
  }
  const open = text[at] === "'" || text[at] === '"';
  throw syntaxError(text, open ? 'unterminated string literal' : 'invalid syntax');
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/** The escapes that field names are written with; any other backslash stays, as in Python. */
function unescape(body: string): string {
  return body.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gi,
    (whole, hex2?: string, hex4?: string, single?: string) =>
      single === undefined
        ? String.fromCharCode(parseInt(hex2 ?? hex4 ?? '', 16))
        : (ESCAPES[single] ?? whole),
  );
}
