/** What `recorder/record.py` wrote down of one test module of NumPy, as types, and as it is read back. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';

/** A value of Python as JSON: see `recorder/encode.py`. */
export type Encoded = null | boolean | number | string | readonly Encoded[] | EncodedObject;

/** Exactly one of these is present; `hex` goes with `g`. */
export interface EncodedObject {
  readonly int?: string;
  readonly f?: string;
  readonly c?: readonly [string, string];
  readonly b?: string;
  readonly t?: readonly Encoded[];
  readonly s?: readonly [Encoded, Encoded, Encoded];
  readonly e?: 1;
  readonly d?: string;
  readonly a?: number;
  readonly flat?: number;
  readonly g?: string;
  readonly hex?: string;
  readonly k?: Readonly<Record<string, Encoded>>;
  readonly flags?: string;
}

export interface EncodedArray {
  readonly buffer: number;
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  readonly own: boolean;
  readonly write: boolean;
}

export interface ArrayOutcome {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly flags: string;
  /** The number of a blob; absent where memory is not initialised. */
  readonly bytes?: number;
  /** The buffer of the call that the array is a view of, and the offset of its first item. */
  readonly view?: readonly [number, number];
  /** The array of the call that it is, or that its `base` is. */
  readonly same?: number;
  readonly base?: number;
}

export interface Outcome {
  readonly error?: string;
  readonly message?: string;
  readonly array?: ArrayOutcome;
  readonly list?: readonly Outcome[];
  readonly value?: Encoded;
}

export interface Call {
  /** Test and line of NumPy's module. */
  readonly at: string;
  readonly op: string;
  readonly self?: Encoded;
  readonly args: Readonly<Record<string, Encoded>>;
  /** Arguments of a variable number. */
  readonly star?: readonly Encoded[];
  /** Print options, where they are not the default ones. */
  readonly options?: Readonly<Record<string, Encoded>>;
  /** For memmap: what is in the file, in base 64; null where there is none. */
  readonly file?: string | null;
  readonly file_after?: number | null;
  readonly arrays: readonly EncodedArray[];
  /** Numbers of blobs. */
  readonly buffers: readonly number[];
  readonly out: Outcome;
  /** The buffers that changed. */
  readonly after?: Readonly<Record<string, number>>;
}

export interface Recording {
  readonly numpy: string;
  readonly module: string;
  readonly calls: number;
  readonly in_scope: number;
  readonly out_of_scope: Readonly<Record<string, number>>;
  readonly blobs: readonly string[];
  readonly cases: readonly Call[];
}

/** The folder of the recordings, seen from the compiled tests. */
export const RECORDED = resolve(__dirname, '../../../../../test/oracle/recorded/recordings');

export function readRecording(name: string): Recording {
  return JSON.parse(gunzipSync(readFileSync(resolve(RECORDED, `${name}.json.gz`))).toString()) as Recording;
}

/** The bytes of a blob. */
export const blobBytes = (recording: Recording, number: number): Uint8Array =>
  inflateSync(Buffer.from(recording.blobs[number], 'base64'));
