/** A Python file, as text. */
declare module '*.py' {
  const source: string;
  export { source as default };
}
