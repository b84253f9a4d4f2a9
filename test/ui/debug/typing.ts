/** Values and bytes typed at random into a panel over a stopped program. */
import type { Frame, Page } from 'playwright-core';
import { until } from '../harness/waiting';
import { bytesNow } from '../reading/bytes';
import { clickable } from '../reading/clickable';
import { typeInBox } from '../reading/fileEditor';
import { readStatus } from '../reading/layout';
import { indexText, itemOf, readPlace } from '../reading/place';
import { readValues } from '../reading/values';

/** What of a drawn array a text is chosen by. */
interface Drawn {
  readonly columns: readonly string[];
  readonly shape: readonly number[];
  readonly flags: readonly string[];
  readonly items: readonly unknown[];
}

export type Typed =
  | {
      readonly index: readonly number[];
      readonly path: string;
      readonly text: string;
      readonly isTaken: boolean;
    }
  | { readonly index: readonly number[]; readonly byte: number; readonly value: number };

type Pick = (below: number) => number;

/** Each can be read as what some dtypes hold; others refuse it. */
const TEXTS = [
  '1',
  '0',
  '-3',
  '200',
  'True',
  'False',
  '2.5',
  '1e-3',
  'nan',
  '-inf',
  '1+2j',
  'ab',
  'é日',
  '2020-02-03',
  '70000',
];

/** Types a value or a byte somewhere, now and then; what was typed where, and whether it was taken. */
export async function typeSomething(
  frame: Frame,
  page: Page,
  pick: Pick,
  said: Drawn,
): Promise<Typed | undefined> {
  if (said.items.length === 0 || !said.flags.includes('WRITEABLE True')) return undefined;
  return pick(3) === 0 ? typeByte(frame, page, pick) : typeValue(frame, page, pick, said);
}

async function typeByte(frame: Frame, page: Page, pick: Pick): Promise<Typed | undefined> {
  const reached = new Set(await clickable(frame, 'Bytes'));
  const bytes = (await bytesNow(frame)).filter(
    ({ name }, k) => reached.has(k) && /byte \d+ of \[/.test(name),
  );
  if (bytes.length === 0) return undefined;
  const { name, byteOffset } = bytes[pick(bytes.length)];
  const isWhere = (status: string): boolean => status.endsWith(` byte ${byteOffset}`);
  if (isWhere(await readStatus(frame))) return undefined;
  const found = /byte (\d+) of \[([^\]]*)\]/.exec(name)!;
  const value = pick(256);
  const hex = value.toString(16).padStart(2, '0');
  await frame
    .locator(`[role=grid][aria-label=Bytes] [data-byte-offset="${byteOffset}"]`)
    .click({ timeout: 5000 });
  await page.keyboard.type(hex);
  await stored(frame, `${hex} in byte ${byteOffset}`, isWhere);
  return { index: numbersIn(found[2]), byte: Number(found[1]), value };
}

const numbersIn = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);

async function typeValue(frame: Frame, page: Page, pick: Pick, said: Drawn): Promise<Typed | undefined> {
  const { cells } = await readValues(frame);
  const place = await readPlace(frame, said.shape.length);
  const places = await clickable(frame, 'Values');
  if (places.length === 0) return undefined;
  const at = places[pick(places.length)];
  const [index, leaf] = itemOf(cells[at], place, said.shape.length, said.columns);
  const text = TEXTS[pick(TEXTS.length)];
  const isWhere = (status: string): boolean => status.includes(indexText(index));
  if (isWhere(await readStatus(frame))) return undefined;
  await frame.getByRole('grid', { name: 'Values' }).getByRole('gridcell').nth(at).click({ timeout: 5000 });
  await page.keyboard.press('F2');
  const isTaken = await typeInBox(frame, page, text);
  if (isTaken) await stored(frame, `'${text}' in ${indexText(index)}`, isWhere);
  return { index, path: said.columns[leaf], text, isTaken };
}

/** The panel says so, and did not before. */
async function stored(frame: Frame, what: string, isWhere: (said: string) => boolean): Promise<void> {
  let said = '';
  const isSaid = async (): Promise<true | undefined> => {
    said = await readStatus(frame);
    return /stored/i.test(said) && isWhere(said) ? true : undefined;
  };
  await until('it to be stored', isSaid, 8000).catch((cause: unknown) => {
    throw new Error(`the status is '${said}' after ${what} was stored`, { cause });
  });
}
