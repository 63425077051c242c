/** Candidates, the era that runs, and what the account in use has behind whom. */
import type { Api } from '../../chain/api.ts';
import { bestOf } from '../../chain/session.ts';
import { useChain, useRead } from '../../ui/chain.tsx';

type Views = Api['view']['Witnesses'];
type CandidateView = NonNullable<Awaited<ReturnType<Views['candidate']>>>;
export type Position = NonNullable<Awaited<ReturnType<Views['position']>>>;

export interface Candidate extends CandidateView {
	readonly address: string;
	readonly name: string;
	/** What the account in use has behind it. */
	readonly position: Position | undefined;
}

export interface Witnesses {
	readonly era: Awaited<ReturnType<Views['era']>>;
	readonly parameters: Awaited<ReturnType<Views['parameters']>>['current'];
	/** Planck of backing with which one would be elected now. */
	readonly smallest: bigint;
	readonly candidates: readonly Candidate[];
}

const LAST = Number.MAX_SAFE_INTEGER;

export const useWitnesses = (): Witnesses | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`witnesses ${who}`, async ({ api, client }) => {
		const at = { at: await bestOf(client) };
		const views = api.view.Witnesses;
		const [era, parameters, smallest, entries] = await Promise.all([
			views.era(at),
			views.parameters(at),
			views.smallest_backing(at),
			api.query.Witnesses.Candidates.getEntries(at),
		]);
		const found = await Promise.all(
			entries.map(async ({ keyArgs: [address] }): Promise<Candidate | undefined> => {
				const [view, position] = await Promise.all([
					views.candidate(address, at),
					who === undefined ? undefined : views.position(who, address, at),
				]);
				const name = view === undefined ? '' : new TextDecoder().decode(view.profile);
				return view === undefined ? undefined : { ...view, address, name, position };
			}),
		);
		const candidates = found
			.filter((one) => one !== undefined)
			.sort((a, b) => (a.rank ?? LAST) - (b.rank ?? LAST));
		return { era, parameters: parameters.current, smallest, candidates };
	});
};
