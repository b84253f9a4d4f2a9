/**
 * What a webview is told of a file under a layout: pure, so that it can be tested without VS Code. The flags are
 * those of `np.memmap(path, mode)` (NumPy's `_core/memmap.py`): never OWNDATA, WRITEABLE unless the mode is `r`.
 */
import { InspectorError, toWire } from '../../../core/errors';
import { parseDType } from '../../../core/dtype/parse/parse';
import { byteBounds } from '../../../core/layout/overlap/bounds';
import { isAligned, isCContiguous, isFContiguous } from '../../../core/layout/contiguity';
import { mapStart } from '../../../core/file/mapped/mapMode';
import type { Layout } from '../../../core/layout/layout';
import { shapeText } from '../../../core/layout/shapeText';
import { layoutOfChoice } from '../../discovery/fit';
import type { Candidate, DocumentState, EditingState } from '../../../webview/protocol/documentState';
import type { LayoutChoice, Mode } from '../../../webview/protocol/schema';
import { t } from '../../l10n';

export interface StateInput {
  readonly revision: number;
  readonly id: string;
  readonly fileName: string;
  readonly path: string;
  readonly byteLength: number;
  readonly chosen: Candidate | undefined;
  readonly candidates: readonly Candidate[];
  readonly headerLength: number;
  readonly isText: boolean;
  readonly notes: readonly string[];
  /** What the file itself suffers from; it outranks what is the matter with the layout. */
  readonly problem?: InspectorError;
  readonly mode?: Mode;
  readonly editing?: EditingState;
}

const NO_LAYOUT: Candidate['origin'] = { kind: 'fallback', text: t('no layout') };

/** The state of the document; always well formed, whatever is the matter. */
export function documentState(input: StateInput): DocumentState {
  const { chosen, byteLength } = input;
  const layout = chosen && layoutOfChoice(chosen.choice);
  const problem = input.problem ?? (layout && misfit(layout, byteLength));
  return {
    revision: input.revision,
    fileName: input.fileName,
    byteLength,
    mode: input.mode ?? 'r',
    facts: chosen && layout && factsOf(input, chosen.choice, layout),
    order: chosen?.choice.order ?? 'C',
    origin: chosen?.origin ?? NO_LAYOUT,
    candidates: [...input.candidates],
    headerLength: input.headerLength,
    leftoverBytes: layout ? Math.max(0, byteLength - byteBounds(layout).end) : byteLength,
    isText: input.isText,
    problem: problem && toWire(problem),
    notes: [...input.notes],
    editing: input.editing,
  };
}

function factsOf(
  input: StateInput,
  choice: LayoutChoice,
  layout: Layout,
): NonNullable<DocumentState['facts']> {
  const dtype = parseDType(choice.dtype);
  const { byteLength } = input;
  const mapped = Math.max(0, byteBounds(layout).end - mapStart(layout.offset));
  const owners = [
    { name: input.fileName, typeName: 'memmap', byteLength: layout.nbytes },
    { name: 'mmap', typeName: 'mmap.mmap', byteLength: mapped },
    { name: input.path, typeName: 'file', byteLength },
  ];
  return {
    name: input.fileName,
    typeName: 'memmap',
    dtype: choice.dtype,
    layout: layout.toFields(),
    flags: {
      C_CONTIGUOUS: isCContiguous(layout),
      F_CONTIGUOUS: isFContiguous(layout),
      OWNDATA: false,
      WRITEABLE: (input.mode ?? 'r') !== 'r',
      ALIGNED: isAligned(layout, dtype.alignment),
      WRITEBACKIFCOPY: false,
    },
    owners,
    source: { id: input.id, byteLength, fileOffset: 0 },
  };
}

/** What is wrong with drawing `layout` over a file of `byteLength` bytes; NumPy's words first, ours behind. */
function misfit(layout: Layout, byteLength: number): InspectorError | undefined {
  if (byteLength === 0) {
    return new InspectorError('invalid-input', t('cannot mmap an empty file'), {
      numpyName: 'ValueError',
      action: t('The file is empty. Its contents appear here once something is written to it.'),
    });
  }
  const { first, end } = byteBounds(layout);
  if (layout.offset > byteLength) {
    return new InspectorError(
      'out-of-bounds',
      t('offset {0} is past the end of the file, which has {1} bytes', layout.offset, byteLength),
      {
        action: t('Choose an offset below {0}.', byteLength),
        fields: { control: 'offset' },
      },
    );
  }
  if (end <= byteLength && first >= 0) return undefined;
  return new InspectorError(
    'out-of-bounds',
    t(
      'mmap length is greater than file size: shape {0} from offset {1} ends at byte {2}, the file has {3}',
      shapeText(layout.shape),
      layout.offset,
      end,
      byteLength,
    ),
    {
      numpyName: 'ValueError',
      action: t('Choose a smaller shape, or -1 for one axis.'),
      fields: { control: 'shape' },
    },
  );
}
