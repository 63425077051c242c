/** What an account has on the side chain, what of it waits, and what has become of the rest. */
import { useState } from 'react';
import { readBack } from '../../chain/blocks.ts';
import { type ClassInfo, readClass } from '../../chain/classes.ts';
import type { Refusal } from '../../chain/errors.ts';
import { bestOf } from '../../chain/session.ts';
import { type Redemptions, readRedemptions, recogniseSide, refusalOfCode } from '../../chain/side.ts';
import { type Ended, endedIn, type Quote, type Recognition, redeemable } from '../../lib/redemption.ts';
import { useRead } from '../../ui/chain.tsx';
import { useSide, useSideRead } from './side.tsx';

export interface SideHolding {
	readonly points: ClassInfo;
	/** Smallest units that are free. */
	readonly held: bigint;
	/** What the main chain would pay for all that can be redeemed of them. */
	readonly quote: Quote | undefined;
	/** Planck that the side chain would pay for all of them; nothing if they are worth less than one. */
	readonly here: bigint | undefined;
}

export const useSideHoldings = (who: string): readonly SideHolding[] | undefined =>
	useSideRead(`side holdings ${who}`, async ({ api, client }) => {
		const at = await bestOf(client);
		const next = await api.query.Points.NextClass.getValue({ at });
		const ids = Array.from({ length: next }, (_, id) => id);
		const accounts = await api.query.Assets.Account.getValues(
			ids.map((id): [number, string] => [id, who]),
			{ at },
		);
		const found = await Promise.all(
			ids.map(async (id): Promise<SideHolding | undefined> => {
				const held = accounts[id]?.balance ?? 0n;
				if (held === 0n) {
					return undefined;
				}
				const [points, here, quote] = await Promise.all([
					readClass(api, id, at),
					api.view.Points.quote_convert(id, held, { at }),
					api.view.Redemption.quote(id, redeemable(held), { at }),
				]);
				return points === undefined ? undefined : { points, held, here, quote };
			}),
		);
		return found.filter((one) => one !== undefined);
	});

export const useSideRedemptions = (who: string): Redemptions | undefined =>
	useSideRead(`side redemptions ${who}`, (session) => readRedemptions(session, who));

/** Whether the main chain knows the chain of the node at `url`; nothing while either of them has not answered. */
export const useRecognition = (url: string): Recognition | undefined => {
	const { session: side } = useSide();
	return useRead(`recognition ${url} ${side?.id}`, async (main) =>
		side === undefined ? undefined : recogniseSide(main, side),
	);
};

/** What has become of a redemption, and why if it was refused and that can be told. */
export type Answered = Ended & { readonly refusal: Refusal | undefined };

/** How many blocks back answers are looked for at most: those of about two hours. */
const MOST_BLOCKS = 1_200;

/** The answers since this page was opened, the latest first. */
export const useAnswered = (who: string): readonly Answered[] => {
	const { best } = useSide();
	const [opened, setOpened] = useState<number>();
	if (opened === undefined && best !== undefined) {
		setOpened(best.number);
	}
	const found = useSideRead(`side answers ${who} ${opened}`, async ({ signing }) => {
		if (opened === undefined || best === undefined) {
			return [];
		}
		const count = Math.min(best.number - opened + 1, MOST_BLOCKS);
		const ended = endedIn(await readBack(signing, best.number, count), who);
		return Promise.all(
			ended.map(async (one) => ({
				...one,
				refusal: one.kind === 'Refused' ? await refusalOfCode(one.error) : undefined,
			})),
		);
	});
	return found ?? [];
};
