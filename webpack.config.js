// Three bundles: the extension host's (split, so that activation loads little), the webview's, and the core as a library.
const path = require('node:path');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

const dist = path.resolve(__dirname, 'dist');
const loader = target => ({
  test: /\.tsx?$/,
  loader: 'esbuild-loader',
  options: { target, jsx: 'automatic', jsxImportSource: 'preact' },
});

/** @returns {import('webpack').Configuration} */
const common = (name, mode) => ({
  name,
  mode,
  devtool: mode === 'production' ? false : 'source-map',
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: { type: 'filesystem', name: `${name}-${mode}` },
});

module.exports = (_env, { mode = 'production' } = {}) => [
  {
    ...common('extension', mode),
    target: 'node20',
    entry: { extension: './extension/extension.ts' },
    output: {
      path: dist,
      filename: '[name].js',
      chunkFilename: 'extension-[name].js',
      library: { type: 'commonjs2' },
    },
    // The public core is a bundle of its own: handed out, not packed twice.
    externals: { vscode: 'commonjs vscode', '../core/index': 'commonjs ./core.js' },
    // The Python helper travels as text.
    module: { rules: [loader('node20'), { test: /\.py$/, type: 'asset/source' }] },
  },
  {
    ...common('core', mode),
    target: 'node20',
    entry: { core: './core/index.ts' },
    output: { path: dist, filename: '[name].js', library: { type: 'commonjs2' } },
    module: { rules: [loader('node20')] },
  },
  {
    ...common('webview', mode),
    target: 'web',
    entry: { webview: './webview/main.tsx' },
    // What only arrays of a stopped program need is a chunk: a file's drawing does not wait for it.
    output: { path: dist, filename: '[name].js', chunkFilename: 'webview-[name].js' },
    module: {
      rules: [loader('es2022'), { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] }],
    },
    plugins: [new MiniCssExtractPlugin({ chunkFilename: 'webview-[name].css' })],
  },
];
