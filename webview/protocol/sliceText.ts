/** The text of the slice box, as a suffix to a name. */

/** `[::2]`, whether it was typed with brackets or without; `.real`, `['x'].T` as they are. */
export function sliceSuffix(slice: string): string {
  const text = slice.trim();
  return text === '' || /^(?:\[|\.\s*[a-z])/i.test(text) ? text : `[${text}]`;
}
