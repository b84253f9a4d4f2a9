/**
 * The arrays of a JavaScript frame: a look at the variables that the Variables view shows, too, and one evaluation for
 * where all of them are. Invariant: nothing of an instance is read but the slots of the built-in prototypes.
 *
 * Buffers have no addresses. So that arrays of one buffer can be told from those of another, the k-th buffer of a
 * listing counts as being at k · 2^40, k from 1. Such addresses are for comparing within one listing, never for showing.
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

export async function listArrays(frame: Frame, limit: number): Promise<Listing> {
  const scopes = await frameVariables(frame, scope => scope.name !== 'Global');
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const { scope, variables } of scopes) {
    for (const variable of variables) {
      // Scopes come innermost first: a name further out that is shadowed cannot be evaluated.
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

/** Adapters give a memory reference to what has bytes; a subclass is known by that alone. */
const hasBytes = (variable: Variable): boolean =>
  variable.memoryReference !== undefined || dtypeOf(typeOf(variable)) !== undefined;

const typeOf = ({ type, value }: Variable): string => type ?? parsePreview(value).type;

/** The dtype of what is called so; undefined where the name does not tell. */
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
    // What the variables' texts say is still good.
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
    // What has bytes to the adapter and is no array (a WebAssembly.Memory), or is detached.
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

/** `Float32Array(4) [1, 2, …]` says dtype and shape itself. */
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
