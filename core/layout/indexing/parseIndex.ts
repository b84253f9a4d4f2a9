/**
 * NumPy's index text, `[::2, ::-1, 3]` or without its brackets, into entries. Parsed, never evaluated.
 * Only basic indexing, which makes views; lists, masks and floats are refused with what NumPy says of them or does.
 * https://numpy.org/doc/stable/user/basics.indexing.html
 */
import { indexError } from '../errors';
import { type Token, syntaxError, tokenize } from './indexTokens';
import { type IndexEntry, ONLY_INTEGERS } from './slice';

type Bound = number | undefined;

/**
 * The entries of an index. Empty text and `()` select everything. Throws `invalid-index`: Python's words for what is
 * no Python, NumPy's for what NumPy refuses.
 */
export function parseIndex(text: string): readonly IndexEntry[] {
  const body = text.trim().replace(/^(?:np|numpy)\s*\.\s*(?:s_|index_exp)\s*(?=\[)/, '');
  const parser = new IndexParser(body, unwrap(tokenize(body), body));
  return parser.index();
}

/** Without the brackets around the whole, if there are any. */
function unwrap(tokens: readonly Token[], text: string): readonly Token[] {
  if (!isMark(tokens[0], '[')) return tokens;
  let depth = 0;
  const close = tokens.findIndex(token => {
    if (isMark(token, '[')) depth++;
    else if (isMark(token, ']')) depth--;
    return depth === 0;
  });
  if (close < 0) throw syntaxError(text, "'[' was never closed");
  if (close !== tokens.length - 2) return tokens;
  if (close === 1) throw syntaxError('');
  return [...tokens.slice(1, close), tokens[tokens.length - 1]];
}

function isMark(token: Token, text: string): boolean {
  return token.kind === 'mark' && token.text === text;
}

const NEWAXIS = new Set(['None', 'newaxis', 'np.newaxis', 'numpy.newaxis']);
const MAX_DEPTH = 32;

class IndexParser {
  #at = 0;

  constructor(
    private readonly text: string,
    private readonly tokens: readonly Token[],
  ) {}

  index(): readonly IndexEntry[] {
    if (this.#peek().kind === 'end') return [];
    const entries = this.#wholeTuple() ?? this.#entriesUntil('end');
    if (this.#peek().kind !== 'end') throw syntaxError(this.text);
    const ellipses = entries.filter(entry => entry.kind === 'ellipsis').length;
    if (ellipses > 1)
      throw indexError("an index can only have a single ellipsis ('...')", 'Keep one of the ellipses.');
    const hasField = entries.some(entry => entry.kind === 'field');
    if (hasField && entries.length > 1) throw indexError(ONLY_INTEGERS, 'Give a field name alone.');
    return entries;
  }

  /** `(1, 2)` as the whole index is the same as `1, 2`. */
  #wholeTuple(): readonly IndexEntry[] | undefined {
    if (!isMark(this.#peek(), '(')) return undefined;
    const start = this.#at++;
    if (this.#accept(')')) {
      if (this.#peek().kind === 'end') return [];
    } else {
      const before = this.#at;
      const entries = this.#entriesUntil(')');
      const isTuple = entries.length > 1 || isMark(this.tokens[this.#at - 1], ',');
      const slices = this.tokens.slice(before, this.#at).some(token => isMark(token, ':'));
      if (this.#accept(')') && this.#peek().kind === 'end' && isTuple && !slices) return entries;
    }
    this.#at = start;
    return undefined;
  }

  #entriesUntil(end: 'end' | ')'): IndexEntry[] {
    const entries: IndexEntry[] = [];
    do {
      entries.push(this.#entry());
      if (!this.#accept(',')) break;
    } while (!this.#isEnd(end));
    return entries;
  }

  #isEnd(end: 'end' | ')'): boolean {
    return end === 'end' ? this.#peek().kind === 'end' : isMark(this.#peek(), end);
  }

  #entry(): IndexEntry {
    if (isMark(this.#peek(), ':')) return this.#slice(undefined);
    const entry = this.#single(0);
    if (!isMark(this.#peek(), ':')) return entry;
    return this.#slice(boundOf(entry));
  }

  /** The rest of a slice, from its first colon. */
  #slice(start: Bound): IndexEntry {
    this.#expect(':');
    const stop = this.#bound();
    const step = this.#accept(':') ? this.#bound() : undefined;
    return { kind: 'slice', start, stop, step };
  }

  #bound(): Bound {
    const next = this.#peek();
    const none = next.kind === 'end' || [':', ',', ')'].some(mark => isMark(next, mark));
    return none ? undefined : boundOf(this.#single(0));
  }

  /** `slice(stop)` or `slice(start, stop[, step])`. */
  #sliceCall(): IndexEntry {
    this.#expect('(');
    const bounds: Bound[] = [];
    while (!isMark(this.#peek(), ')')) {
      bounds.push(boundOf(this.#single(0)));
      if (!this.#accept(',')) break;
    }
    this.#expect(')');
    if (bounds.length < 1 || bounds.length > 3)
      throw syntaxError(this.text, 'slice expected 1 to 3 arguments');
    const [start, stop, step] = bounds.length === 1 ? [undefined, bounds[0]] : bounds;
    return { kind: 'slice', start, stop, step };
  }

  /** Anything but a slice written with colons. */
  #single(depth: number): IndexEntry {
    if (depth > MAX_DEPTH) throw syntaxError(this.text, 'too many nested parentheses');
    const token = this.tokens[this.#at++];
    if (token.kind === 'integer') return integerEntry(token.text, this.text);
    if (token.kind === 'string') return this.#field(token.text);
    if (token.kind === 'name')
      return token.text === 'slice' ? this.#sliceCall() : namedEntry(token.text, this.text);
    if (token.kind === 'float')
      throw indexError(ONLY_INTEGERS, `Write a whole number instead of ${token.text}.`);
    if (token.text === '...') return { kind: 'ellipsis' };
    if (token.text === '+' || token.text === '-' || token.text === '~')
      return this.#signed(token.text, depth);
    if (token.text === '[') throw fancy();
    if (token.text === '(') return this.#parenthesised(depth);
    if (token.text === '{') throw indexError(ONLY_INTEGERS, 'Write whole numbers and slices.');
    throw syntaxError(this.text);
  }

  /** Adjacent strings are one, as in Python. */
  #field(first: string): IndexEntry {
    let name = first;
    while (this.#peek().kind === 'string') name += this.tokens[this.#at++].text;
    return { kind: 'field', name };
  }

  #signed(sign: string, depth: number): IndexEntry {
    const operand = this.#single(depth + 1);
    if (operand.kind !== 'integer') throw syntaxError(this.text, `bad operand type for unary ${sign}`);
    if (sign === '+') return operand;
    return { kind: 'integer', value: (sign === '-' ? 0 : -1) - operand.value };
  }

  #parenthesised(depth: number): IndexEntry {
    if (isMark(this.#peek(), ')')) throw fancy();
    const inner = this.#single(depth + 1);
    if (isMark(this.#peek(), ',')) throw fancy();
    this.#expect(')');
    return inner;
  }

  #peek(): Token {
    return this.tokens[this.#at];
  }

  #accept(mark: string): boolean {
    const found = isMark(this.#peek(), mark);
    if (found) this.#at++;
    return found;
  }

  #expect(mark: string): void {
    if (!this.#accept(mark)) throw syntaxError(this.text);
  }
}

/** Python's bounds are 64-bit: a slice that names more is clipped there, an integer that does is no index. */
const INT64 = 2 ** 63;

function integerEntry(text: string, whole: string): IndexEntry {
  const digits = text.replaceAll('_', '');
  if (/^0\d*[1-9]/.test(digits)) {
    throw syntaxError(
      whole,
      'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
    );
  }
  const value = Number(digits);
  return { kind: 'integer', value: Math.min(value, INT64) };
}

function namedEntry(name: string, whole: string): IndexEntry {
  if (NEWAXIS.has(name)) return { kind: 'newaxis' };
  if (name === 'Ellipsis') return { kind: 'ellipsis' };
  if (name === 'True' || name === 'False') throw fancy();
  throw syntaxError(whole, `name '${name}' is not defined`);
}

function boundOf(entry: IndexEntry): Bound {
  if (entry.kind === 'integer') return entry.value;
  if (entry.kind === 'newaxis') return undefined;
  throw indexError(
    'slice indices must be integers or None or have an __index__ method',
    'Write whole numbers between the colons.',
    'TypeError',
  );
}

function fancy(): Error {
  return indexError(
    'an index with lists or masks makes a copy, which has no layout in these bytes',
    'Use whole numbers, slices, ... and None: these make views.',
  );
}
