/**
 * The variables of a frame, by the Debug Adapter Protocol: one request for the scopes and one for each of them. Scopes
 * marked as expensive are skipped; of the others, the first 200 variables are read.
 */
import * as v from 'valibot';
import { checkedRequest } from './request';
import type { Frame } from './runtime';

const MAX_VARIABLES = 200;

const scope = v.object({
  name: v.string(),
  variablesReference: v.number(),
  expensive: v.optional(v.boolean()),
});
/** A scope of a frame, as the adapter reports it. */
export type Scope = v.InferOutput<typeof scope>;
const scopesAnswer = v.object({ scopes: v.array(scope) });

const variable = v.object({
  name: v.string(),
  value: v.string(),
  type: v.optional(v.string()),
  evaluateName: v.optional(v.string()),
  variablesReference: v.number(),
  memoryReference: v.optional(v.string()),
});
/** A variable, as the adapter reports it. */
export type Variable = v.InferOutput<typeof variable>;
const variablesAnswer = v.object({ variables: v.array(variable) });

/** A scope with its variables. */
export interface ScopeVariables {
  readonly scope: Scope;
  readonly variables: readonly Variable[];
}

/** Returns the variables of the scopes that `isWanted` accepts, innermost scope first. */
export async function frameVariables(
  frame: Frame,
  isWanted: (scope: Scope) => boolean,
): Promise<ScopeVariables[]> {
  const { scopes } = await checkedRequest(scopesAnswer, frame.session, 'scopes', { frameId: frame.frameId });
  const found: ScopeVariables[] = [];
  for (const wanted of scopes.filter(each => each.expensive !== true && isWanted(each))) {
    found.push({ scope: wanted, variables: await childrenOf(frame, wanted.variablesReference) });
  }
  return found;
}

/** Returns the children of a variable or scope, at most `count` of them (200 by default). */
export async function childrenOf(
  frame: Frame,
  variablesReference: number,
  count?: number,
): Promise<readonly Variable[]> {
  const args = count === undefined ? { variablesReference } : { variablesReference, start: 0, count };
  const { variables } = await checkedRequest(variablesAnswer, frame.session, 'variables', args);
  return variables.slice(0, count ?? MAX_VARIABLES);
}
