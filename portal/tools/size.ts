/** Fails if the JavaScript that the page needs before it can be used is more than it may be, compressed. */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const MOST_BYTES = 300 * 1024;
const DIST = new URL('../dist/', import.meta.url);

const html = await readFile(new URL('index.html', DIST), 'utf8');
const names = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, name]) => name ?? '');
const sizes = await Promise.all(
	names.map(async (name) => gzipSync(await readFile(new URL(name, DIST))).length),
);
const total = sizes.reduce((sum, size) => sum + size, 0);
process.stdout.write(
	`${(total / 1024).toFixed(1)} KiB of at most ${MOST_BYTES / 1024} in ${names.length} files\n`,
);
if (names.length === 0 || total > MOST_BYTES) {
	process.exit(1);
}
