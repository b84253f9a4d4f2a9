// Type-aware lint, the size limits of the house, and the walls between its folders (see ARCHITECTURE.md).
import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Forbids imports, from the files given, of any path that matches one of the patterns. */
const wall = (files, message, group, ...more) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group, message }, ...more.map(regex => ({ regex, message }))] },
    ],
  },
});

const outside = [
  'vscode',
  'preact',
  'preact/*',
  '@preact/*',
  '**/extension/**',
  '**/webview/**',
  '**/test/**',
];
const nodeOnly = ['node:*', 'fs', 'path', 'os', 'worker_threads'];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', 'coverage/', 'test/sample/', 'core/kernels/assembly/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map(config => ({ ...config, files: ['**/*.ts', '**/*.tsx'] })),
  {
    files: ['**/*.ts', '**/*.tsx'],
    languageOptions: {
      parserOptions: {
        project: [
          'core/tsconfig.json',
          'core/file/tsconfig.json',
          'webview/protocol/tsconfig.json',
          'webview/tsconfig.json',
          'extension/tsconfig.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    rules: {
      'max-lines': ['error', { max: 400 }],
      'max-lines-per-function': ['error', { max: 80 }],
      eqeqeq: 'error',
    },
  },
  wall(['core/*.ts'], 'errors and bytes import nothing', ['*', '!./errors', '!./bytes']),
  wall(['core/index.ts'], 'the core knows neither VS Code nor the DOM', outside),
  wall(['core/dtype/**'], 'core/dtype imports only errors', [
    ...outside,
    ...nodeOnly,
    '../layout/**',
    '../ndarray/**',
    '../math/**',
    '../file/**',
    '../text/**',
  ]),
  wall(['core/layout/**'], 'core/layout imports only errors', [
    ...outside,
    ...nodeOnly,
    '../dtype/**',
    '../ndarray/**',
    '../math/**',
    '../file/**',
    '../text/**',
  ]),
  wall(['core/text/**'], 'core/text imports dtype, layout and ndarray', [
    ...outside,
    ...nodeOnly,
    '../math/**',
    '../file/**',
  ]),
  wall(['core/file/**'], 'the core knows neither VS Code nor the DOM', outside),
  wall(
    ['webview/**'],
    'the webview takes dtype, layout and text by their folders',
    [...nodeOnly, 'vscode', '**/extension/**', '**/core/index', '**/core/file/**', '**/core/math/**'],
    '/core$',
  ),
  wall(['extension/editor/**'], 'the editor imports core and webview/protocol', [
    '**/debug/**',
    '**/inspector/**',
    '**/commands/**',
    '**/test/**',
  ]),
  {
    files: ['**/*.mjs', '**/*.cjs', 'webpack.config.js', 'test/ui/programs/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        Buffer: 'readonly',
        module: 'writable',
        require: 'readonly',
        __dirname: 'readonly',
        exports: 'writable',
        performance: 'readonly',
        document: 'readonly',
        fetch: 'readonly',
        AbortController: 'readonly',
      },
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  prettier,
);
