/** The texts of the extras: like those of the app, in one place, but loaded with what they belong to. */
export const texts = {
  // Header of an array in a stopped program.
  expression: 'Expression',
  neither: 'neither',
  asOf: {
    stopped: (asOf: string) => `at ${asOf}`,
    running: (asOf: string) => `running: as of ${asOf}`,
    missing: (asOf: string) => (asOf === '' ? 'not in this frame' : `not in this frame: as of ${asOf}`),
    ended: (asOf: string) => (asOf === '' ? 'no program is stopped' : `the program has ended: as of ${asOf}`),
  },
  changedOnScreen: (count: number) =>
    count === 1
      ? '1 byte on screen changed since the last stop'
      : `${count} bytes on screen changed since the last stop`,
  noneChanged: 'No byte on screen changed since the last stop',

  // Memory.
  references: (count: number) => (count === 1 ? '1 reference' : `${count} references`),
  atAddress: (address: string) => `at ${address}`,
  relation: {
    subject: () => 'inspected here',
    shares: (name: string) => `shares bytes with ${name}`,
    interleaves: () => 'bounds overlap, no byte shared (may_share_memory True, shares_memory False)',
    unknown: () => 'may share: too much work to tell',
    apart: () => 'apart',
  },
  inspectTitle: (name: string) => `Inspect ${name}`,
  owner: 'owner',
  elsewhere: (count: number) => `${count} elsewhere`,
  elsewhereList: 'Elsewhere',
  moreArrays: (count: number) => (count === 1 ? '1 more array' : `${count} more arrays`),
  countPages: 'Count changed pages',
  pagesChanged: (changed: number, total: number, size: string) =>
    `${changed} of ${total} pages of ${size} changed`,
  openFile: 'Open file',
  fileMode: (mode: string) => `mode ${mode}`,

  // Cost of a walk.
  cost: 'Cost',
  walkAlong: 'Walk along',
  linesPerItem: 'lines/item',
  linesPerItemTitle: 'Cache lines of 64 bytes that each item costs, in a walk along the axis',
  toBest: '×',
  toBestTitle: 'Ratio to the best axis',
  nanoseconds: 'ns/item',
  nanosecondsTitle: 'Nanoseconds an item, measured in the program',
  measure: 'Measure',
  measureTitle: 'Times a real walk along each axis, in the program, for at most a second',
  measuring: 'Measuring…',
  measured: 'Measured',

  // Boxed objects.
  boxed: 'Boxed objects',
  index: 'index',
  address: 'address',
  type: 'type',
  bytes: 'bytes',
  referencesColumn: 'references',
  value: 'value',
  pointers: (count: number, size: string) =>
    count === 1 ? `1 pointer: ${size}` : `${count} pointers: ${size}`,
  pointedAt: (size: string) => `, and ${size} of objects they point to.`,
  pointedAtSample: (size: string, looked: number) =>
    `, and ${size} of objects that the first ${looked} of them point to.`,
  asArray: (dtype: string, size: string) => `As ${article(dtype)} ${dtype} array: ${size}.`,
  firstShown: (shown: number, count: number) => `The first ${shown} of ${count} are listed.`,

  // Editing.
  newValue: 'New value',
  stored: (text: string, index: string) => `Stored ${text} in ${index}`,
  storedAs: (text: string, index: string) => `${index} stored as ${text}`,
  notHere: 'The bytes of this item are not here yet.',
  tryAgain: 'Try again in a moment.',
  notEditable: (isStopped: boolean) =>
    isStopped ? 'Not editable: the array is read-only' : 'Not editable: the program is not stopped',
  noItemHere: 'There is no item here that can be changed.',
} as const;

function article(word: string): string {
  return /^[aeio]/.test(word) ? 'an' : 'a';
}
