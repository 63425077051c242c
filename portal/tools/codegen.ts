/**
 * Generates the types of the chains from metadata/*.scale into src/chain/generated/: `bhtd` is the main chain,
 * `merchant` the template of side chains. Each has a folder of its own, so that a page that needs one chain does
 * not load the other.
 *
 * With `--wasm FILE` the metadata of the main chain is first read from a built runtime, with
 * `--merchant-wasm FILE` that of the template. The generator of polkadot-api is used as a library, because its
 * own command writes the argument `class` as a label of a tuple, where TypeScript does not accept that word.
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
import { merchantWhitelist, whitelist } from './whitelist.ts';

const CHAINS = { bhtd: whitelist, merchant: merchantWhitelist } as const;
type Chain = keyof typeof CHAINS;

const OUTPUT = new URL('../src/chain/generated/', import.meta.url);

const metadataOf = (key: Chain): URL => new URL(`../metadata/${key}.scale`, import.meta.url);

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const renew = async (key: Chain, wasm: string): Promise<void> => {
	const code = await readFile(wasm);
	const found = getMetadataFromRuntime(`0x${code.toString('hex')}`);
	await writeFile(metadataOf(key), Bytes().dec(found));
};

const generate = async (key: Chain): Promise<void> => {
	const raw = new Uint8Array(await readFile(metadataOf(key)));
	const metadata = unifyMetadata(metadataCodec.dec(raw));
	const paths = {
		client: 'polkadot-api',
		metadataTypes: './metadataTypes.ts',
		types: './types.ts',
		descriptorValues: './descriptors.ts',
		common: './common.ts',
	};
	const chain = { key, metadata, knownTypes: {} };
	const found = generateMultipleDescriptors([chain], paths, { whitelist: CHAINS[key] });
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
		[`${key}.ts`]: descriptor.content
			.replaceAll(/([[ ])class: /g, '$1class_: ')
			.replace('import {StorageDescriptor', 'import type {StorageDescriptor')
			.replaceAll(`import("./${key}_metadata")`, `import("./${key}_metadata.ts")`),
		[`${key}_metadata.ts`]: `export default "${base64(raw)}"`,
	};
	const folder = new URL(`${key}/`, OUTPUT);
	await mkdir(folder, { recursive: true });
	for (const [name, content] of Object.entries(files)) {
		await writeFile(new URL(name, folder), `// @ts-nocheck\n${content}`);
	}
};

const { values } = parseArgs({ options: { wasm: { type: 'string' }, 'merchant-wasm': { type: 'string' } } });
const wasms: Readonly<Record<Chain, string | undefined>> = {
	bhtd: values.wasm,
	merchant: values['merchant-wasm'],
};
await rm(OUTPUT, { recursive: true, force: true });
for (const key of Object.keys(CHAINS) as Chain[]) {
	const wasm = wasms[key];
	if (wasm !== undefined) {
		await renew(key, wasm);
	}
	await generate(key);
}
