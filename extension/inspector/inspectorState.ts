/** Builds the webview's state for an array of a stopped program. Independent of VS Code, for the tests. */
import { InspectorError, toWire } from '../../core/errors';
import { isCContiguous, isFContiguous } from '../../core/layout/contiguity';
import { Layout } from '../../core/layout/layout';
import type { DocumentState } from '../../webview/protocol/documentState';
import type { LiveArray, Snapshot } from './liveArray';

/** The settings of a panel. */
export interface PanelExpression {
  readonly expression: string;
  readonly countsPages: boolean;
}

/** Returns the state of a panel's document, which is complete even without a snapshot. */
export function inspectorState(shown: PanelExpression, live: LiveArray): DocumentState {
  const { snapshot, problem } = live;
  const source = snapshot?.description.facts.source;
  return {
    revision: live.revision,
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
    debug: debugPart(shown, live),
  };
}

function wireFacts({ description: { facts } }: Snapshot): DocumentState['facts'] {
  return { ...facts, owners: [...facts.owners] };
}

function wireProblem(
  problem: InspectorError | undefined,
  snapshot: Snapshot | undefined,
): DocumentState['problem'] {
  // Programs enter and leave functions all the time: the note beside the expression is enough.
  if (problem && !(snapshot && isNameError(problem))) return toWire(problem);
  const unreadable = snapshot?.description.unreadable;
  return unreadable === undefined ? undefined : toWire(new InspectorError('not-inspectable', unreadable));
}

/** Whether the frame has no variable of that name, by the messages of the languages. */
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
