/**
 * Prints the calls that issue an exported draft, and the encoded batch that the portal has signed or would
 * sign: `npm run replay -- draft.json`. Needs no node.
 */
import { readFile as readText } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { limitsOf, openOffline } from '../src/chain/api.ts';
import { encodeBatch, issueCalls } from '../src/chain/issue.ts';
import { checkDraft } from '../src/lib/check.ts';
import { readFile } from '../src/lib/draft.ts';

const stop = (message: string): never => {
	process.stderr.write(`${message}\n`);
	process.exit(1);
};

const { positionals } = parseArgs({ allowPositionals: true });
const [path] = positionals;
if (path === undefined || positionals.length > 1) {
	stop('usage: npm run replay -- FILE');
} else {
	const file = readFile(await readText(path, 'utf8'));
	if (!file.ok) {
		stop(`${path}: "${file.error.field}" is missing or not understood`);
	} else {
		const api = await openOffline();
		const issue = checkDraft(file.value.draft, limitsOf(api.constants));
		if (!issue.ok) {
			stop(`${path} cannot be issued: ${JSON.stringify(issue.error)}`);
		} else {
			const calls = issueCalls(issue.value, file.value.context);
			for (const call of calls) {
				process.stderr.write(`${call.type}.${call.value.type}\n`);
			}
			process.stdout.write(`${encodeBatch(api, calls)}\n`);
		}
	}
}
