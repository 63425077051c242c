/** The points that an account holds, and what they are worth now. */
import { type ClassInfo, readClass } from '../../chain/classes.ts';
import { quoteBest } from '../../chain/conversion.ts';
import { useChain, useRead } from '../../ui/chain.tsx';

export interface Holding {
	readonly points: ClassInfo;
	/** Smallest units. */
	readonly held: bigint;
	/** Planck guaranteed for all of them; nothing if they are worth less than one. */
	readonly guaranteed: bigint | undefined;
	/** Planck that operators and the floor pay together now. */
	readonly best: bigint | undefined;
}

const AT = { at: 'best' } as const;

export const useHoldings = (): readonly Holding[] | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`holdings ${who}`, async ({ api }) => {
		if (who === undefined) {
			return [];
		}
		const next = await api.query.Points.NextClass.getValue(AT);
		const ids = Array.from({ length: next }, (_, id) => id);
		const accounts = await api.query.Assets.Account.getValues(
			ids.map((id): [number, string] => [id, who]),
			AT,
		);
		const found = await Promise.all(
			ids.map(async (id): Promise<Holding | undefined> => {
				const held = accounts[id]?.balance ?? 0n;
				if (held === 0n) {
					return undefined;
				}
				const [points, guaranteed, best] = await Promise.all([
					readClass(api, id),
					api.view.Points.quote_convert(id, held, AT),
					quoteBest(api, id, held, who),
				]);
				return points === undefined ? undefined : { points, held, guaranteed, best: best?.out ?? guaranteed };
			}),
		);
		return found.filter((one) => one !== undefined);
	});
};
