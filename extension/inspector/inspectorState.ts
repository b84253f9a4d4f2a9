/** What a webview is told of an array in a stopped program: pure, so that it can be tested without VS Code. */
import { InspectorError, toWire } from '../../core/errors';
import { isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { Layout } from '../../core/layout/layout';
import type { DocumentState } from '../../webview/protocol/documentState';
import type { LiveArray, Snapshot } from './liveArray';

export interface PanelExpression {
  readonly expression: string;
  readonly countsPages: boolean;
}

/** The state of the document of a panel; always well formed, whatever is the matter. */
export function inspectorState(shown: PanelExpression, picture: LiveArray): DocumentState {
  const { snapshot, problem } = picture;
  const source = snapshot?.description.facts.source;
  return {
    revision: picture.revision,
    fileName: shown.expression,
    byteLength: source?.byteLength ?? 0,
    mode: snapshot?.description.facts.flags.WRITEABLE === true ? 'r+' : 'r',
    facts: snapshot && wireFacts(snapshot),
    order: snapshot ? orderOf(snapshot) : 'C',
    origin: { kind: 'fallback', text: '' },
    candidates: [],
    headerLength: 0,
    leftoverBytes: 0,
    isText: false,
    problem: wireProblem(problem, snapshot),
    notes: [...(snapshot?.description.notes ?? [])],
    debug: debugPart(shown, picture),
  };
}

function wireFacts({ description: { facts } }: Snapshot): DocumentState['facts'] {
  return { ...facts, owners: [...facts.owners] };
}

function wireProblem(
  problem: InspectorError | undefined,
  snapshot: Snapshot | undefined,
): DocumentState['problem'] {
  // Programs go in and out of functions all the time: the note beside the expression says as much.
  if (problem && !(snapshot && isNameError(problem))) return toWire(problem);
  const unreadable = snapshot?.description.unreadable;
  return unreadable === undefined ? undefined : toWire(new InspectorError('not-inspectable', unreadable));
}

/** There is no variable of that name where the program is stopped, as its language says it. */
function isNameError({ message }: InspectorError): boolean {
  return /^(NameError|ReferenceError): |undeclared identifier/.test(message);
}

function orderOf({ description: { facts } }: Snapshot): 'C' | 'F' {
  const layout = Layout.of(facts.layout);
  return isFContiguous(layout) && !isCContiguous(layout) ? 'F' : 'C';
}

function debugPart(
  { expression, countsPages }: PanelExpression,
  { status, snapshot }: LiveArray,
): DocumentState['debug'] {
  const description = snapshot?.description;
  const isHere = status === 'stopped';
  return {
    expression,
    language: snapshot?.language ?? 'python',
    status,
    asOf: snapshot?.takenAt ?? '',
    stop: snapshot?.stop ?? 0,
    canWrite: isHere && description?.canWrite === true,
    canMeasure: isHere && snapshot?.canMeasure === true,
    asksLayout: description?.asksLayout ?? false,
    neighbours: [...(snapshot?.neighbours ?? [])],
    moreNeighbours: snapshot?.moreNeighbours ?? 0,
    boxes: description?.boxes,
    changedPages: snapshot?.changed,
    pagesRefused: snapshot?.digestsRefused,
    countsPages,
    file: description?.file,
  };
}
