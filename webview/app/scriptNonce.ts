/**
 * Hands the nonce of the running script to webpack's loader: under the page's policy a script without it is not run.
 * To be imported first: `document.currentScript` is only set while the script starts.
 * https://webpack.js.org/guides/csp/
 */
declare let __webpack_nonce__: string;

// eslint-disable-next-line prefer-const, @typescript-eslint/no-unused-vars -- webpack's loader reads it.
__webpack_nonce__ = document.currentScript?.nonce ?? '';
export {};
