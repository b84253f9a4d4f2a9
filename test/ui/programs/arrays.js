/** Views of buffers, and what the program itself has of each: in `answers.json`, before and after they are edited. */
const { writeFileSync } = require('node:fs');

const memory = new ArrayBuffer(64);
const floats = new Float32Array(memory, 16, 6);
floats.set([0.5, -1.25, 3, 1e10, -0, NaN]);
const bytes = Buffer.from('a Buffer of Node');
const wide = BigInt64Array.of(-(2n ** 63n), -1n, 0n, 2n ** 63n - 1n);

function answer(view) {
  const owner = Buffer.from(view.buffer);
  return {
    itemsize: view.BYTES_PER_ELEMENT,
    byteOffset: view.byteOffset,
    values: [...view].map(value => (Object.is(value, -0) ? '-0' : String(value))),
    bytes: owner.subarray(view.byteOffset, view.byteOffset + view.byteLength).toString('hex'),
  };
}

function write() {
  const answers = { floats: answer(floats), bytes: answer(bytes), wide: answer(wide) };
  writeFileSync('answers.json', JSON.stringify(answers));
}

write();
console.log('stop here');
write();
console.log('written');
