/**
 * The variables of a frame as the Debug Adapter Protocol gives them: one request for the scopes and one for each. Scopes
 * that are expensive are left alone, and of the others the first 200 variables are looked at.
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
export type Variable = v.InferOutput<typeof variable>;
const variablesAnswer = v.object({ variables: v.array(variable) });

export interface ScopeVariables {
  readonly scope: Scope;
  readonly variables: readonly Variable[];
}

/** Variables of those scopes of `frame` that `isWanted`, innermost first. */
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

/** What is inside of a variable or a scope; at most `count`, where the adapter can give a part. */
export async function childrenOf(
  frame: Frame,
  variablesReference: number,
  count?: number,
): Promise<readonly Variable[]> {
  const args = count === undefined ? { variablesReference } : { variablesReference, start: 0, count };
  const { variables } = await checkedRequest(variablesAnswer, frame.session, 'variables', args);
  return variables.slice(0, count ?? MAX_VARIABLES);
}
