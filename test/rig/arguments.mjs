/** The arguments that both commands take: names, `--host=desktop|web`, flags, and after `--` what is passed on. */
import { Unavailable } from './processes.mjs';

export function parseArguments(argv) {
  const at = argv.indexOf('--');
  const own = at < 0 ? argv : argv.slice(0, at);
  const host = own.find(word => word.startsWith('--host='))?.slice('--host='.length);
  if (host !== undefined && host !== 'desktop' && host !== 'web') {
    throw new Unavailable(`--host=${host} is neither --host=desktop nor --host=web.`);
  }
  return {
    host,
    parts: own.filter(word => !word.startsWith('-')),
    flags: own.filter(word => word.startsWith('--') && !word.startsWith('--host=')),
    rest: at < 0 ? [] : argv.slice(at + 1),
  };
}
