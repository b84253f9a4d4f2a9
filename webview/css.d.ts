/** Style sheets are gathered by webpack into one file beside the script; importing one has no value. */
declare module '*.css';
