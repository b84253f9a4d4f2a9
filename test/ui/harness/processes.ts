/**
 * What the server's processes use, read from Linux's /proc (proc(5)); elsewhere there is nothing to read, and
 * `canMeasure` is false: tests of bounds skip themselves there.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';

export interface ProcessUse {
  readonly pid: number;
  readonly command: string;
  /** Memory in use now, in bytes. */
  readonly rssBytes: number;
  /** All bytes read through system calls since it started (`rchar`), from files, pipes and sockets alike. */
  readonly readBytes: number;
}

export const canMeasure = existsSync('/proc/self/io');

function field(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)?.[1] ?? 0);
}

/** What one process uses, or `undefined` when it has ended. */
export function processUse(pid: number): ProcessUse | undefined {
  try {
    const read = (name: string) => readFileSync(`/proc/${pid}/${name}`, 'utf8');
    const command = read('cmdline').replaceAll('\0', ' ').trim();
    return {
      pid,
      command,
      rssBytes: field(read('status'), 'VmRSS') * 1024,
      readBytes: field(read('io'), 'rchar'),
    };
  } catch {
    return undefined;
  }
}

/** Every process of a process group, the server's with its hosts and watchers. */
export function groupUse(groupId: number): ProcessUse[] {
  const pids = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number);
  return pids.filter(pid => groupOf(pid) === groupId).flatMap(pid => processUse(pid) ?? []);
}

function groupOf(pid: number): number | undefined {
  try {
    // Fields after the command's closing parenthesis: state, parent, process group.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
  } catch {
    return undefined;
  }
}
