/**
 * The expressions evaluated in a JavaScript program. Invariant: only getters of built-in prototypes are called, so that no
 * code of the program runs except the user's expression, and nothing is left behind.
 *
 * Names end in `$` and keys are quoted because js-debug replaces identifiers that a source map renames, throughout the
 * evaluated text. The user's expression is outside of the function that reads its value, where it cannot see these names.
 */
import type { ByteWindow } from '../runtime';

/** `describe$(value)` returns what the value is; `buffer$(value)` its ArrayBuffer, or undefined. */
const TOOLS = `
const typed$ = Object.getPrototypeOf(Uint8Array.prototype);
const get$ = (proto$, name$, value$) =>
  Reflect.apply(Object.getOwnPropertyDescriptor(proto$, name$).get, value$, []);
const is$ = (class$, value$) => { try { get$(class$.prototype, "byteLength", value$); return true; } catch { return false; } };
const owner$ = value$ => is$(ArrayBuffer, value$) ? ArrayBuffer
  : typeof SharedArrayBuffer === "function" && is$(SharedArrayBuffer, value$) ? SharedArrayBuffer : undefined;
const tag$ = value$ => get$(typed$, Symbol.toStringTag, value$);
const buffer$ = value$ => ArrayBuffer.isView(value$)
  ? get$(tag$(value$) ? typed$ : DataView.prototype, "buffer", value$)
  : owner$(value$) && value$;
const named$ = value$ => {
  for (let proto$ = Object.getPrototypeOf(value$); proto$; proto$ = Object.getPrototypeOf(proto$)) {
    const class$ = Object.getOwnPropertyDescriptor(proto$, "constructor")?.value;
    const name$ = typeof class$ === "function" && Object.getOwnPropertyDescriptor(class$, "name")?.value;
    if (typeof name$ === "string" && name$) return name$.slice(0, 200);
  }
  return "";
};
const maxLength$ = (class$, buffer$) => {
  const flag$ = class$ === ArrayBuffer ? "resizable" : "growable";
  const has$ = Object.getOwnPropertyDescriptor(class$.prototype, flag$);
  return has$ && get$(class$.prototype, flag$, buffer$) ? get$(class$.prototype, "maxByteLength", buffer$) : null;
};
const view$ = value$ => {
  if (!ArrayBuffer.isView(value$)) return { "tag": "", "byteOffset": 0, "byteLength": get$(owner$(value$).prototype, "byteLength", value$) };
  const name$ = tag$(value$) || "DataView";
  const proto$ = name$ === "DataView" ? DataView.prototype : typed$;
  return { "tag": name$, "byteOffset": get$(proto$, "byteOffset", value$), "byteLength": get$(proto$, "byteLength", value$) };
};
const describe$ = value$ => {
  const under$ = buffer$(value$);
  if (!under$) return { "kind": Array.isArray(value$) ? "array" : "other", "type": value$ === null ? "null" : typeof value$ };
  try { new DataView(under$); } catch { return { "kind": "detached" }; }
  const class$ = owner$(under$);
  return {
    "kind": "bytes",
    ...view$(value$),
    "type": named$(value$),
    "shared": class$ !== ArrayBuffer,
    "bufferLength": get$(class$.prototype, "byteLength", under$),
    "maxLength": maxLength$(class$, under$),
  };
};
const identity$ = facts$ =>
  [facts$.tag, facts$.byteOffset, facts$.byteLength, facts$.bufferLength, facts$.shared].join(" ");
`;

/** Digests in hexadecimal, 8 bytes for each page of 4 KiB. A change of a single word always changes the digest. */
const DIGESTS = `
const digests$$ = bytes$ => {
  const hex$ = number$ => (number$ >>> 0).toString(16).padStart(8, "0");
  const words$ = new Uint32Array(bytes$.buffer, 0, bytes$.length >>> 2), pages$ = [];
  const count$ = words$.length, length$ = bytes$.length;
  for (let start$ = 0; start$ * 4 < length$; start$ += 1024) {
    const end$ = Math.min(count$, start$ + 1024);
    let a$ = -2128831035, b$ = -1640531527;
    for (let at$ = start$; at$ < end$; at$++) {
      const word$ = words$[at$];
      a$ = Math.imul(a$ ^ word$, 16777619);
      b$ = Math.imul(b$ ^ word$, -2048144789);
      b$ ^= b$ >>> 15;
    }
    if (end$ < start$ + 1024) for (let at$ = end$ * 4; at$ < length$; at$++) {
      a$ = Math.imul(a$ ^ bytes$[at$], 16777619);
      b$ = Math.imul(b$ ^ bytes$[at$], -2048144789);
    }
    pages$.push(hex$(a$) + hex$(b$));
  }
  return pages$.join("");
};
`;

/** A function without arguments; the line break ends a comment at the end of the expression. */
const thunk = (expression: string): string => `() => (${expression}\n)`;

/** The bytes of the owner to return with the description. Parts of windows outside of it are skipped. */
export interface ObserveOptions {
  readonly windows: readonly ByteWindow[];
  /** Digests all pages if the owner has at most this many bytes. */
  readonly digestsUpTo: number;
}

/** Evaluates to the JSON of `Facts` (answers.ts): what the expression's value is, or what it throws. */
export function observeExpression(expression: string, { windows, digestsUpTo }: ObserveOptions): string {
  const pairs = windows.map(({ byteOffset, byteLength }) => [byteOffset, byteLength]);
  return `(read$ => {${TOOLS}${DIGESTS}
const hex$ = (bytes$, start$, end$) => {
  let text$ = "";
  for (let at$ = start$; at$ < end$; at$++) text$ += (bytes$[at$] + 256).toString(16).slice(1);
  return text$;
};
try {
  const value$ = read$(), facts$ = describe$(value$);
  if (facts$["kind"] !== "bytes") return JSON.stringify(facts$);
  const all$ = facts$["bufferLength"], bytes$ = new Uint8Array(buffer$(value$));
  const windows$ = ${JSON.stringify(pairs)}.map(([offset$, length$]) => {
    const start$ = Math.min(Math.max(0, offset$), all$), end$ = Math.min(all$, offset$ + length$);
    return { "byteOffset": start$, "hex": hex$(bytes$, start$, end$) };
  });
  const digests$ = all$ <= ${digestsUpTo} ? digests$$(bytes$) : null;
  return JSON.stringify({ ...facts$, "windows": windows$, "digests": digests$ });
} catch (error$) { return JSON.stringify({ "kind": "thrown", "message": \`\${error$}\`.slice(0, 2000) }); }
})(${thunk(expression)})`;
}

/**
 * Evaluates to a DataView of the whole owner, which the adapter can read by offsets from byte 0; to undefined where the
 * value no longer matches `identity`.
 */
export function bytesExpression(expression: string, identity: string): string {
  return `(read$ => {${TOOLS}
const value$ = read$();
return identity$(describe$(value$)) === ${JSON.stringify(identity)} ? new DataView(buffer$(value$)) : undefined;
})(${thunk(expression)})`;
}

/** Evaluates to the JSON of `ListedFacts` (answers.ts): the values of all `names`, in order. */
export function listExpression(names: readonly string[]): string {
  return `(reads$ => {${TOOLS}
const buffers$ = new Map();
return JSON.stringify(reads$.map(read$ => {
  try {
    const value$ = read$(), facts$ = describe$(value$), under$ = buffer$(value$);
    if (facts$["kind"] !== "bytes") return null;
    if (!buffers$.has(under$)) buffers$.set(under$, buffers$.size);
    return { ...facts$, "buffer": buffers$.get(under$) };
  } catch { return null; }
}));
})([${names.map(thunk).join(', ')}])`;
}
