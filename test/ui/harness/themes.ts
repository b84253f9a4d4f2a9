/** The four kinds of theme that VS Code has, by the built-in theme that stands for each. */
export const themes = {
  dark: { id: 'Dark Modern', className: 'vs-dark' },
  light: { id: 'Light Modern', className: 'vs' },
  'hc-dark': { id: 'Default High Contrast', className: 'hc-black' },
  'hc-light': { id: 'Default High Contrast Light', className: 'hc-light' },
} as const;

export type Theme = keyof typeof themes;
