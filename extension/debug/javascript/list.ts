/**
 * Lists the arrays of a JavaScript frame: requests its variables, and evaluates all candidates at once. Invariant: only
 * the getters of built-in prototypes are read from an instance.
 *
 * Buffers have no addresses. To distinguish arrays of different buffers, the k-th buffer of a listing is given the
 * placeholder address k · 2^40, k from 1. Placeholders are valid within one listing and never shown.
 */
import { isFatal } from '../request';
import type { Frame, ListedArray, Listing } from '../runtime';
import { frameVariables, type Variable } from '../variables';
import { DTYPES, type ListedFacts, readListed } from './answers';
import { arrayOf } from './describe';
import { evaluateText } from './evaluate';
import { listExpression } from './script';

const BUFFER_DISTANCE = 2n ** 40n;
const IDENTIFIER = /^(?:this|[\p{ID_Start}$_][\p{ID_Continue}$]*)$/u;
const GLOBAL_SCOPES = new Set(['Module', 'Script']);

interface Candidate extends Variable {
  readonly scope: 'local' | 'global';
}

/** Lists the first `limit` arrays of the frame. */
export async function listArrays(frame: Frame, limit: number): Promise<Listing> {
  const scopes = await frameVariables(frame, scope => scope.name !== 'Global');
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const { scope, variables } of scopes) {
    for (const variable of variables) {
      // Scopes come innermost first: a shadowed name cannot be evaluated.
      if (seen.has(variable.name)) continue;
      seen.add(variable.name);
      const where = GLOBAL_SCOPES.has(scope.name) ? 'global' : 'local';
      if (IDENTIFIER.test(variable.name) && hasBytes(variable))
        candidates.push({ ...variable, scope: where });
    }
  }
  const shown = candidates.slice(0, limit);
  const arrays = withBases(shown, await evaluateListed(frame, shown));
  return { arrays, more: candidates.length - shown.length };
}

/** Adapters give memory references for values with bytes, which is how subclasses are recognized. */
const hasBytes = (variable: Variable): boolean =>
  variable.memoryReference !== undefined || dtypeOf(typeOf(variable)) !== undefined;

const typeOf = ({ type, value }: Variable): string => type ?? parsePreview(value).type;

/** The dtype of a built-in type; undefined for other names. */
function dtypeOf(typeName: string): string | undefined {
  if (/^(?:(?:Shared)?ArrayBuffer|Buffer)$/.test(typeName)) return DTYPES[''];
  return typeName !== '' && Object.hasOwn(DTYPES, typeName) ? DTYPES[typeName] : undefined;
}

async function evaluateListed(frame: Frame, candidates: readonly Candidate[]): Promise<ListedFacts> {
  if (candidates.length === 0) return [];
  try {
    const facts = readListed(await evaluateText(frame, listExpression(candidates.map(({ name }) => name))));
    return facts.length === candidates.length ? facts : [];
  } catch (error) {
    if (isFatal(error)) throw error;
    // The previews of the variables are still valid.
    return [];
  }
}

function withBases(candidates: readonly Candidate[], facts: ListedFacts): ListedArray[] {
  const ownerNames = new Map<number, string>();
  facts.forEach((found, at) => {
    if (found?.tag === '' && !ownerNames.has(found.buffer)) ownerNames.set(found.buffer, candidates[at].name);
  });
  return candidates.flatMap((candidate, at) => {
    const found = facts.at(at);
    if (found === undefined) return [arrayFromPreview(candidate)];
    // Not an array although the adapter sees bytes (a WebAssembly.Memory), or detached.
    if (found === null) return [];
    const base = found.tag === '' ? undefined : ownerNames.get(found.buffer);
    return [{ ...arrayFromFacts(candidate, found), ...(base === undefined ? {} : { viewOf: base }) }];
  });
}

function arrayFromFacts({ name, scope }: Candidate, found: NonNullable<ListedFacts[number]>): ListedArray {
  const { dtype, layout } = arrayOf(found);
  const address = BigInt(found.buffer + 1) * BUFFER_DISTANCE;
  return {
    name,
    scope,
    typeName: found.type || found.tag,
    dtype,
    shape: layout.shape,
    memory: {
      address: address + BigInt(layout.offset),
      strides: layout.strides,
      itemsize: layout.itemsize,
      owner: { address, byteLength: found.bufferLength },
    },
  };
}

/** The preview `Float32Array(4) [1, 2, …]` has dtype and shape. */
function arrayFromPreview({ name, scope, type, value }: Candidate): ListedArray {
  const text = parsePreview(value);
  const typeName = type ?? text.type;
  const dtype = dtypeOf(typeName);
  return {
    name,
    scope,
    typeName,
    ...(dtype === undefined ? {} : { dtype }),
    ...(dtype === undefined || text.length === undefined ? {} : { shape: [text.length] }),
  };
}

function parsePreview(value: string): { readonly type: string; readonly length?: number } {
  const match = /^([\w$]+)\((\d{1,15})\)/.exec(value);
  return match ? { type: match[1], length: Number(match[2]) } : { type: '' };
}
