/** The helper's source, as text: the bundler puts it in. */
declare const source: string;
export default source;
