/**
 * The only family of errors: tagged, with structured fields, what happened, and what the user can do.
 * Invariant: `toWire` and `fromWire` are inverses, so an error crosses a message channel unchanged.
 */

/** The kind of an error, for code that handles some of them. */
export type ErrorKind =
  | 'invalid-dtype'
  | 'unsupported-dtype'
  | 'invalid-shape'
  | 'invalid-index'
  | 'out-of-bounds'
  | 'invalid-header'
  | 'invalid-input'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-unwritable'
  | 'file-changed'
  | 'not-a-file'
  | 'too-large'
  | 'too-hard'
  | 'read-only'
  | 'memory-changed'
  | 'not-inspectable'
  | 'debuggee-gone'
  | 'aborted'
  | 'timed-out'
  | 'protocol'
  | 'internal';

/** Facts of an error, for code: names as in the message, sizes and offsets in bytes. */
export type ErrorFields = Readonly<Record<string, string | number | boolean>>;

/** The optional parts of an `InspectorError`. */
export interface ErrorOptions {
  /** What the user can do about it: one sentence, imperative. */
  readonly action?: string;
  /** The exception NumPy raises in the same place, by name: `ValueError`, `IndexError`, … */
  readonly numpyName?: string;
  readonly fields?: ErrorFields;
  readonly cause?: unknown;
}

/** An `InspectorError` as plain data, as it travels between the extension and a webview. */
export interface WireError {
  /** As of the error. */
  readonly kind: ErrorKind;
  /** As of the error. */
  readonly message: string;
  /** As of the error. */
  readonly action?: string;
  /** As of the error. */
  readonly numpyName?: string;
  /** As of the error. */
  readonly fields?: ErrorFields;
}

/**
 * Every error of the core: `kind` for code, `message` in NumPy's words where NumPy has some, `action` for
 * people.
 */
export class InspectorError extends Error {
  /** Always `InspectorError`. */
  override readonly name = 'InspectorError';
  /** What the user can do. */
  readonly action?: string;
  /** The name of the exception that NumPy raises in the same place. */
  readonly numpyName?: string;
  /** Structured facts, for code. */
  readonly fields: ErrorFields;

  constructor(
    readonly kind: ErrorKind,
    message: string,
    options: ErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.action = options.action;
    this.numpyName = options.numpyName;
    this.fields = options.fields ?? {};
  }
}

/** Returns `message` with a full stop, unless it ends with punctuation already. */
export function asSentence(message: string): string {
  return /[.!?…:]['"”’)]*$/u.test(message) ? message : `${message}.`;
}

/** Joins what happened and what to do about it into one text; a message without an action stays as it is. */
export function errorText({ message, action }: Pick<InspectorError, 'message' | 'action'>): string {
  return action === undefined ? message : `${asSentence(message)} ${action}`;
}

/** Returns anything thrown as an `InspectorError`, so that there is one way to show it. */
export function asInspectorError(error: unknown): InspectorError {
  if (error instanceof InspectorError) return error;
  return new InspectorError('internal', error instanceof Error ? error.message : String(error), {
    cause: error,
  });
}

/** Any thrown value as plain data; what is not an `InspectorError` becomes kind `internal`. */
export function toWire(error: unknown): WireError {
  if (!(error instanceof InspectorError)) {
    return { kind: 'internal', message: error instanceof Error ? error.message : String(error) };
  }
  const { kind, message, action, numpyName, fields } = error;
  return { kind, message, action, numpyName, fields };
}

/** The inverse of `toWire`. */
export function fromWire(wire: WireError): InspectorError {
  return new InspectorError(wire.kind, wire.message, wire);
}
