/**
 * Generates the types of the chain from metadata/bhtd.scale into src/chain/generated/.
 *
 * With `--wasm FILE`, the metadata is first read from a built runtime. The generator of polkadot-api is used as
 * a library, because its own command writes the argument `class` as a label of a tuple, where TypeScript
 * does not accept that word.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { generateMultipleDescriptors } from '@polkadot-api/codegen';
import { EntryPointCodec, TypedefCodec } from '@polkadot-api/metadata-compatibility';
import {
	Bytes,
	metadata as metadataCodec,
	Tuple,
	unifyMetadata,
	Vector,
} from '@polkadot-api/substrate-bindings';
import { getMetadataFromRuntime } from '@polkadot-api/wasm-executor/node';
import { whitelist } from './whitelist.ts';

const METADATA = new URL('../metadata/bhtd.scale', import.meta.url);
const OUTPUT = new URL('../src/chain/generated/', import.meta.url);

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const renew = async (wasm: string): Promise<void> => {
	const code = await readFile(wasm);
	const found = getMetadataFromRuntime(`0x${code.toString('hex')}`);
	await writeFile(METADATA, Bytes().dec(found));
};

const generate = async (): Promise<void> => {
	const raw = new Uint8Array(await readFile(METADATA));
	const metadata = unifyMetadata(metadataCodec.dec(raw));
	const paths = {
		client: 'polkadot-api',
		metadataTypes: './metadataTypes.ts',
		types: './types.ts',
		descriptorValues: './descriptors.ts',
		common: './common.ts',
	};
	const chain = { key: 'bhtd', metadata, knownTypes: {} };
	const found = generateMultipleDescriptors([chain], paths, { whitelist });
	const [descriptor] = found.descriptorTypesFiles;
	if (descriptor === undefined) {
		throw new Error('the generator returned no descriptor');
	}
	const types = Tuple(Vector(EntryPointCodec), Vector(TypedefCodec));
	const typeBytes = types.enc([found.metadataTypes.entryPoints, found.metadataTypes.typedefs]);
	const files: Record<string, string> = {
		'common.ts': found.commonFileContent,
		'descriptors.ts': found.descriptorsFileContent,
		'metadataTypes.ts': `export default "${base64(typeBytes)}"`,
		'types.ts': found.typesFileContent,
		'bhtd.ts': descriptor.content
			.replaceAll(/([[ ])class: /g, '$1class_: ')
			.replace('import {StorageDescriptor', 'import type {StorageDescriptor')
			.replaceAll('import("./bhtd_metadata")', 'import("./bhtd_metadata.ts")'),
		'bhtd_metadata.ts': `export default "${base64(raw)}"`,
	};
	await rm(OUTPUT, { recursive: true, force: true });
	await mkdir(OUTPUT, { recursive: true });
	for (const [name, content] of Object.entries(files)) {
		await writeFile(new URL(name, OUTPUT), `// @ts-nocheck\n${content}`);
	}
};

const { values } = parseArgs({ options: { wasm: { type: 'string' } } });
if (values.wasm !== undefined) {
	await renew(values.wasm);
}
await generate();
