/** What holders and institutions of the anchored token do, as calls. */
import type { FormReader } from '../lib/reader.ts';
import { type Action, plain, reading } from './action.ts';
import { isAddress } from './address.ts';
import { call } from './api.ts';
import type { Currency, Move, Redemption } from './currencies.ts';

const units = <Field extends string>(
	reader: FormReader<Field>,
	field: Field,
	decimals: number,
	most: bigint,
) => {
	const found = reader.amount(field, decimals);
	if (found === 0n) {
		reader.note(field, 'zero');
	} else if (found > most) {
		reader.note(field, 'tooHigh');
	}
	return found;
};

const attest = ({ id, decimals }: Currency): Action<'attest'> => ({
	name: 'attest',
	inputs: [
		{ name: 'reserve', numeric: true },
		{ name: 'evidence', hash: true },
	],
	make: reading<'reserve' | 'evidence'>((reader) =>
		call('Anchor', 'attest', {
			currency: id,
			reserve: reader.amount('reserve', decimals),
			evidence: reader.hash('evidence'),
		}),
	),
});

const retire = ({ id, decimals }: Currency, most: bigint): Action<'retire'> => ({
	name: 'retire',
	inputs: [{ name: 'amount', numeric: true }],
	make: reading<'amount'>((reader) =>
		call('Anchor', 'retire', { currency: id, amount: units(reader, 'amount', decimals, most) }),
	),
});

/** What an institution does beside minting. It retires what it has itself, of what it has issued. */
export const institutionActions = (
	currency: Currency,
	free: bigint,
	outstanding: bigint,
): readonly Action<'attest' | 'retire'>[] => {
	const most = free < outstanding ? free : outstanding;
	return [attest(currency), ...(most > 0n ? [retire(currency, most)] : [])];
};

/** Sending tokens on. */
export const sendAction = ({ id, decimals }: Currency, free: bigint): Action<'send'> => ({
	name: 'send',
	inputs: [{ name: 'to' }, { name: 'amount', numeric: true }],
	make: reading<'to' | 'amount'>((reader) =>
		call('Anchor', 'transfer', {
			currency: id,
			to: reader.address('to', isAddress),
			amount: units(reader, 'amount', decimals, free),
		}),
	),
});

const EVIDENCE = [{ name: 'evidence', hash: true }] as const;

export type RedemptionAction = Exclude<Move['action']['type'], 'Decide'>;

const actionOf = (action: RedemptionAction, { id: redemption }: Redemption): Action<RedemptionAction> => {
	switch (action) {
		case 'ClaimPaid':
			return {
				name: action,
				inputs: EVIDENCE,
				make: reading<'evidence'>((reader) =>
					call('Anchor', 'claim_paid', {
						currency: redemption.currency,
						number: redemption.number,
						evidence: reader.hash('evidence'),
					}),
				),
			};
		case 'Object':
			return {
				name: action,
				inputs: EVIDENCE,
				make: reading<'evidence'>((reader) =>
					call('Anchor', 'object', { redemption, evidence: reader.hash('evidence') }),
				),
			};
		case 'Acknowledge':
			return plain(action, call('Anchor', 'acknowledge', { redemption }));
		case 'Back':
			return plain(action, call('Anchor', 'back_objection', { redemption }));
		case 'Settle':
			return plain(action, call('Anchor', 'settle', { redemption }));
	}
};

/** What `who` may do with a redemption now. The arbiter decides by motions, not here. */
export const redemptionActions = (redemption: Redemption, who: string): readonly Action<RedemptionAction>[] =>
	redemption.moves.flatMap(({ action, who: whose, from }) => {
		const isTheirs =
			whose === undefined ? action.type !== 'Back' || redemption.id.institution !== who : whose === who;
		return isTheirs && from === undefined && action.type !== 'Decide'
			? [actionOf(action.type, redemption)]
			: [];
	});
