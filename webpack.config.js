// The extension host's bundle, the webview's (both split, so that little is loaded at first), and the core as a library.
const path = require('node:path');
const MiniCssExtractPlugin = require('mini-css-extract-plugin');

const dist = path.resolve(__dirname, 'dist');
const loader = target => ({
  test: /\.tsx?$/,
  loader: 'esbuild-loader',
  options: { target, jsx: 'automatic', jsxImportSource: 'preact' },
});

const css = { loader: 'esbuild-loader', options: { loader: 'css', minify: true } };

/** @returns {import('webpack').Configuration} */
const common = (name, mode) => ({
  name,
  mode,
  devtool: mode === 'production' ? false : 'source-map',
  resolve: {
    extensions: ['.tsx', '.ts', '.js'],
    alias: {
      '@lezer/highlight': path.resolve(__dirname, 'extension/discovery/python/noHighlight.mjs'),
    },
  },
  performance: { hints: false },
  stats: 'errors-warnings',
  cache: { type: 'filesystem', name: `${name}-${mode}` },
});

module.exports = (_env, { mode = 'production' } = {}) => [
  {
    ...common('extension', mode),
    target: 'node20',
    entry: {
      extension: './extension/extension.ts',
      core: './core/index.ts',
      // A thread's program, which shares nothing (core/file/scan/workerPool.ts).
      'core-worker': './core/file/scan/core-worker.ts',
      // Another's, which takes the core by its public face (extension/tasks/runTask.ts).
      'task-worker': './extension/tasks/task-worker.ts',
    },
    output: {
      path: dist,
      filename: '[name].js',
      chunkFilename: 'part-[name].js',
      library: { type: 'commonjs2' },
    },
    // The public core is an entry of its own: handed out. What it has in common with the extension's parts is there once.
    externals: {
      vscode: 'commonjs vscode',
      '../core/index': 'commonjs ./core.js',
      '../../core/index': 'commonjs ./core.js',
      '../../../core/index': 'commonjs ./core.js',
    },
    optimization: {
      splitChunks: {
        // Smaller parts are cheaper to load twice than to find; larger ones are there once.
        minSize: 1000,
        // Else a module of which two programs use different parts would be there twice.
        usedExports: false,
        cacheGroups: {
          core: {
            name: 'shared',
            test: /[\\/]core[\\/]/,
            chunks: chunk => !chunk.name?.endsWith('-worker'),
            minChunks: 2,
          },
        },
      },
    },
    module: {
      rules: [
        loader('node20'),
        { test: /\.py$/, loader: path.resolve(__dirname, 'extension/debug/python/withoutComments.cjs') },
      ],
    },
  },
  {
    ...common('webview', mode),
    target: ['web', 'es2022'],
    entry: { webview: './webview/main.tsx' },
    // The features that are loaded late (webview/lazy.tsx) are a chunk beside it.
    output: { path: dist, filename: '[name].js', chunkFilename: '[name].js' },
    module: {
      rules: [loader('es2022'), { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader', css] }],
    },
    plugins: [new MiniCssExtractPlugin()],
    // The shortest names: the first bundle has a bound (test/rig/sizes.mjs).
    optimization: { mangleExports: 'size', moduleIds: 'size' },
  },
];
