/** What governance decides on a development chain, where Alice has the root key. */
import { Enum } from 'polkadot-api';
import type { Call } from '../src/chain/api.ts';
import { bestOf } from '../src/chain/session.ts';
import type { Chain } from './chain.ts';
import { check } from './page.ts';

export const BHTD = 10n ** 12n;
export const FIXED = 10n ** 18n;

/** A unit of the currency, in its smallest ones. */
export const TOKEN = 10n ** 6n;

/** A token for a BHTD, as the chain writes prices. */
export const TOKEN_PER_BHTD = 10n ** 12n;

/** Calls that no page makes. */
export const rootCall = (type: string, name: string, value: unknown): Call =>
	({ type, value: { type: name, value } }) as Call;

/** Makes calls as root, and fails if any fails. */
export const asRoot = async (chain: Chain, calls: readonly Call[]): Promise<void> => {
	const batch = rootCall('Utility', 'batch_all', { calls });
	const root = chain.client.getUnsafeApi().tx['Sudo']?.['sudo']?.({ call: batch });
	const at = await bestOf(chain.client);
	const done = await root?.signAndSubmit(chain.account('Alice').signer, { at });
	check(done?.ok === true, 'root was refused');
	const events = (done?.events ?? []) as readonly { type: string; value: { type: string; value: unknown } }[];
	const outcome = events.find(({ type, value }) => type === 'Sudo' && value.type === 'Sudid')?.value.value;
	check(
		Object(outcome).sudo_result?.success === true,
		`root failed: ${JSON.stringify(Object(outcome).sudo_result?.value)}`,
	);
};

/** Gives somebody the means to become an institution: nobody has as much when the chain begins. */
export const endow = (chain: Chain, who: string, planck: bigint): Promise<void> =>
	asRoot(chain, [rootCall('Balances', 'force_set_balance', { who: Enum('Id', who), new_free: planck })]);

/** Blocks in which an institution has to pay, and a holder to object. */
export const PERIODS = { pay: 20, object: 60 };

/** A new currency, its market with a retail and a wholesale lot, and who may mint it. */
export const foundCurrency = async (
	chain: Chain,
	institution: string,
): Promise<{ id: number; code: string }> => {
	const before = await chain.api.query.Anchor.Currencies.getEntries({ at: 'best' });
	const [id, code] = [before.length, `CNY${before.length + 1}`];
	const terms = {
		rate: (BHTD / 2n) * FIXED,
		freshness: 1000,
		window: 10,
		window_limit: 8000n * TOKEN,
		redemption_period: PERIODS.pay,
		objection_period: PERIODS.object,
		arbitration_period: 10,
		penalty: 100_000,
		minimum_redemption: 20n * TOKEN,
		holding_limit: 6000n * TOKEN,
	};
	await asRoot(chain, [
		rootCall('Anchor', 'create_currency', { code: new TextEncoder().encode(code), decimals: 6, terms }),
		rootCall('Anchor', 'admit', { currency: id, institution }),
		rootCall('Wholesale', 'open_market', { currency: id, lots: [BHTD, 10n * BHTD] }),
	]);
	return { id, code };
};
