/** A real node of a development chain, with a data folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long a node may take until it serves RPC: it compiles its runtime first, slowly if it is a debug build. */
const START_MS = 600_000;

const freePort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() =>
				typeof address === 'object' && address !== null
					? resolve(address.port)
					: reject(new Error('no port')),
			);
		});
	});

const answers = (url: string): Promise<boolean> =>
	new Promise((resolve) => {
		const socket = new WebSocket(url);
		socket.onopen = () => {
			socket.close();
			resolve(true);
		};
		socket.onerror = () => resolve(false);
	});

export class DevNode {
	readonly url: string;
	readonly #binary: string;
	readonly #options: readonly string[];
	readonly #port: number;
	readonly #folder: string;
	#process: ChildProcess | undefined;

	private constructor(binary: string, options: readonly string[], port: number, folder: string) {
		this.#binary = binary;
		this.#options = options;
		this.#port = port;
		this.#folder = folder;
		this.url = `ws://127.0.0.1:${port}`;
	}

	/** @param options what is said to it besides where its data are and where it listens. */
	static async start(binary: string, options: readonly string[] = []): Promise<DevNode> {
		const folder = await mkdtemp(join(tmpdir(), 'bhtd-portal-'));
		const node = new DevNode(binary, options, await freePort(), folder);
		await node.resume();
		return node;
	}

	/** Starts the process on the data there is. */
	async resume(): Promise<void> {
		const options = [
			'--dev',
			...this.#options,
			'--rpc-port',
			String(this.#port),
			'--port',
			'0',
			'--no-telemetry',
			'--no-prometheus',
			'--no-mdns',
		];
		const child = spawn(this.#binary, [...options, '--base-path', join(this.#folder, 'chain')], {
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const log = createWriteStream(join(this.#folder, 'node.log'), { flags: 'a' });
		child.stdout.pipe(log);
		child.stderr.pipe(log);
		this.#process = child;
		const end = Date.now() + START_MS;
		while (!(await answers(this.url))) {
			if (child.exitCode !== null || Date.now() > end) {
				await this.kill();
				throw new Error(`the node does not serve RPC; its log is in ${this.#folder}`);
			}
			await new Promise((resolve) => setTimeout(resolve, 500));
		}
	}

	/** Kills the process, as a power failure would, and keeps the data. */
	async kill(): Promise<void> {
		const child = this.#process;
		if (child === undefined || child.exitCode !== null) {
			return;
		}
		const gone = new Promise((resolve) => child.once('exit', resolve));
		child.kill('SIGKILL');
		await gone;
	}

	async remove(): Promise<void> {
		await this.kill();
		await rm(this.#folder, { recursive: true, force: true });
	}
}
