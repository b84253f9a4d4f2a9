#!/usr/bin/env node
/** `npm run package`: builds the extension and makes `ndarray-inspector-<version>.vsix`. */
import { ensureDependencies } from './dependencies.mjs';
import { Unavailable, say } from './processes.mjs';
import { relative } from 'node:path';
import { root } from './paths.mjs';

try {
  await ensureDependencies();
  const { packageExtension } = await import('./vsix.mjs');
  say(relative(root, await packageExtension()));
} catch (error) {
  say(error instanceof Unavailable ? error.message : error.stack);
  process.exitCode = 1;
}
