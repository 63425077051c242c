/** Where the buyer of a report finds it. Only the events of the block of its delivery say so. */
import type { ReactNode } from 'react';
import { eventsOf, hashOfBlock } from '../../chain/blocks.ts';
import type { Purchase } from '../../chain/campaigns.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useChain, useRead } from '../../ui/chain.tsx';

/** What is known of a delivery: where it is, or that the node does not keep so old a block. */
type Found = { readonly hash: string; readonly pointer: string } | 'unknown' | 'notKept';

export const Delivery = ({ purchase: { id, state, deadline } }: { purchase: Purchase }): ReactNode => {
	const { t } = useTexts();
	const { session } = useChain();
	// Objections are possible for a fixed time, so that the deadline tells the block of the delivery.
	const period = session?.constants.DataRewards.ObjectionPeriod;
	const block = state.type === 'Delivered' && period !== undefined ? deadline - period : undefined;
	const found = useRead<Found>(`delivery ${id} ${block}`, async (at) => {
		if (block === undefined) {
			return 'unknown';
		}
		try {
			for (const { event } of await eventsOf(at, await hashOfBlock(at, block))) {
				if (event.type === 'DataRewards' && event.value.type === 'ReportDelivered') {
					const { purchase, hash, pointer } = event.value.value;
					if (purchase === id) {
						return { hash, pointer: new TextDecoder().decode(pointer) };
					}
				}
			}
			return 'unknown';
		} catch {
			return 'notKept';
		}
	});
	if (found === undefined || found === 'unknown') {
		return null;
	}
	return found === 'notKept' ? (
		<p>{t('purchase.notKept', { block: block ?? '–' })}</p>
	) : (
		<p data-delivery>
			{t('purchase.delivered', { pointer: found.pointer })}
			<br />
			<small className="bytes">{found.hash}</small>
		</p>
	);
};
