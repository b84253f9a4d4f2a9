/** The panels about the layout, by role and name: header, axes, flags, formula. */
import type { Frame } from 'playwright-core';

export interface Axis {
  readonly axis: number;
  readonly length: number;
  /** In bytes. */
  readonly stride: number;
}

/** The rows of the table `Strides`. */
export async function readStrides(frame: Frame): Promise<Axis[]> {
  const rows = await frame.evaluate(() => {
    const table = document.querySelector('table[aria-label=Strides]');
    if (!table) throw new Error('there is no table named Strides');
    return [...table.querySelectorAll('tbody tr')].map(row =>
      [...row.children].map(cell => Number(cell.textContent.trim())),
    );
  });
  return rows.map(([axis, length, stride]) => ({ axis, length, stride }));
}

/** The items of the list `Flags`, each as `C_CONTIGUOUS True`. */
export function readFlags(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const list = document.querySelector('[role=list][aria-label=Flags]');
    if (!list) throw new Error('there is no list named Flags');
    return [...list.querySelectorAll(':scope > li')].map(item => {
      const words = [...item.children].filter(child => child.tagName === 'SPAN');
      return words.map(word => word.textContent.trim()).join(' ');
    });
  });
}

/** The formula `Byte offset`, as it is spoken: `item [3, 17]: 0 + 40000 · 3 + 4 · 17 = byte 120068`. */
export async function readFormula(frame: Frame): Promise<string> {
  const text = await frame.getByRole('math', { name: 'Byte offset' }).getAttribute('aria-description');
  return text ?? '';
}

export interface Header {
  readonly dtype: string;
  readonly shape: string;
  readonly order: string;
  readonly offset: string;
  /** Where the layout came from. */
  readonly note: string;
}

/** The controls of the group `Layout`, and its note, all of one moment. */
export function readHeader(frame: Frame): Promise<Header> {
  return frame.evaluate(() => {
    const group = document.querySelector('[role=group][aria-label=Layout]');
    if (!group) throw new Error('there is no group named Layout');
    const controls = [...group.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
    const value = (name: string): string => {
      const control = controls.find(one => {
        const label = one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent;
        return label?.trim() === name;
      });
      if (!control) throw new Error(`the group Layout has no control named ${name}`);
      return control.value;
    };
    return {
      dtype: value('dtype'),
      shape: value('shape'),
      order: value('order'),
      offset: value('offset'),
      note: group.querySelector('[role=note]')?.textContent.trim() ?? '',
    };
  });
}

/** The texts of every alert on screen. */
export async function readAlerts(frame: Frame): Promise<string[]> {
  const texts = await frame.getByRole('alert').allTextContents();
  return texts.map(text => text.trim()).filter(Boolean);
}

/** What the one polite live region said last. */
export async function readStatus(frame: Frame): Promise<string> {
  return (await frame.getByRole('status').textContent())?.trim() ?? '';
}
