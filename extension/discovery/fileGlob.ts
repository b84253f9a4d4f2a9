/** Globs as settings name files (https://github.com/micromatch/picomatch#globbing-features). */
import picomatch from 'picomatch';

/**
 * Whether `glob` matches the file at `relativePath`, a path in the workspace. A glob with a slash is matched against the
 * path, one without against the file's name; a leading `./` or `/` stands for the workspace's root.
 */
export function matchesGlob(glob: string, relativePath: string): boolean {
  const path = relativePath.replaceAll('\\', '/');
  const subject = glob.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1);
  return picomatch.isMatch(subject, glob.replace(/^\.?\//, ''), { dot: true });
}
