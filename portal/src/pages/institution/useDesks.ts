/** What the account in use has to do with each currency as an institution. */
import {
	type Currency,
	type Institution,
	readCurrencies,
	readInstitution,
	readTokens,
	type Tokens,
} from '../../chain/currencies.ts';
import { bestOf } from '../../chain/session.ts';
import { useChain, useRead } from '../../ui/chain.tsx';

export interface Desk {
	readonly currency: Currency;
	/** Nothing for who was never admitted. */
	readonly own: Institution | undefined;
	readonly tokens: Tokens;
}

export const useDesks = (): readonly Desk[] | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`desks ${who}`, async ({ api, client }) => {
		const at = await bestOf(client);
		const currencies = await readCurrencies(api, at);
		return Promise.all(
			currencies.map(async (currency): Promise<Desk> => {
				const [own, tokens] =
					who === undefined
						? [undefined, { free: 0n, held: 0n }]
						: await Promise.all([
								readInstitution(api, currency.id, who, at),
								readTokens(api, currency.id, who, at),
							]);
				return { currency, own, tokens };
			}),
		);
	});
};
