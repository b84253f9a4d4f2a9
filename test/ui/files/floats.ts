/** Files of float32, written and read as another program would. */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';

/** `count` items: 0, 1, 2, … */
export function writeRamp(path: string, count: number): void {
  writeFileSync(path, new Uint8Array(Float32Array.from({ length: count }, (_, k) => k).buffer));
}

export function storeFloat(path: string, item: number, value: number): void {
  const file = openSync(path, 'r+');
  const bytes = new Uint8Array(Float32Array.of(value).buffer);
  writeSync(file, bytes, 0, bytes.length, item * 4);
  closeSync(file);
}

export function floatsIn(path: string): Float32Array {
  return new Float32Array(Uint8Array.from(readFileSync(path)).buffer);
}
