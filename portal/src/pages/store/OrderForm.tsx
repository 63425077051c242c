/** Ordering a product: what it costs and earns, who decides a dispute, and for whom it is. */
import { type ReactNode, useState } from 'react';
import { isAddress } from '../../chain/address.ts';
import { call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { showAmount } from '../../lib/amounts.ts';
import { useChain, useRead, useTrial } from '../../ui/chain.tsx';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import { showPrice } from './price.ts';
import type { Product } from './useProducts.ts';

const HIGHEST_QUANTITY = 0xffff_ffff;

const readQuantity = (text: string): number | undefined => {
	const found = /^\d+$/.test(text.trim()) ? Number(text) : 0;
	return found > 0 && found <= HIGHEST_QUANTITY ? found : undefined;
};

export const OrderForm = ({ product }: { product: Product }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const { account } = useChain();
	const { arbiters } = product.product.terms;
	const [quantityText, setQuantity] = useState('1');
	const [recipient, setRecipient] = useState('');
	const [chosen, setArbiter] = useState('');
	const quantity = readQuantity(quantityText);
	const arbiter = arbiters.find(({ who }) => who === chosen)?.who ?? arbiters[0]?.who;
	const buyer = account?.address;
	const quote = useRead(`order ${product.id} ${quantity} ${buyer}`, async ({ api }) =>
		quantity === undefined || buyer === undefined
			? undefined
			: api.view.Store.quote_order(product.id, quantity, buyer, { at: 'best' }),
	);
	const gift = recipient.trim();
	const order =
		quote === undefined ||
		quantity === undefined ||
		arbiter === undefined ||
		(gift !== '' && !isAddress(gift))
			? undefined
			: call('Store', 'order', {
					product: product.id,
					revision: quote.revision,
					quantity,
					max_price: quote.price,
					min_earned: quote.earned,
					arbiter,
					recipient: gift === '' ? undefined : gift,
				});
	const trial = useTrial(order);
	return (
		<form aria-label={`${t('store.order')}: ${product.title}`} onSubmit={(event) => event.preventDefault()}>
			<TextField
				name="quantity"
				label={t('store.quantity')}
				value={quantityText}
				numeric
				error={
					quantity === undefined
						? problemText(texts, quantityText.trim() === '0' ? 'zero' : 'notWhole')
						: undefined
				}
				onChange={setQuantity}
			/>
			<ChoiceField
				name="arbiter"
				label={t('store.arbiter')}
				value={arbiter ?? ''}
				options={arbiters.map(({ who, fee }) => ({
					value: who,
					label: `${who.slice(0, 6)}…${who.slice(-4)}, ${showAmount(BigInt(fee), 4, 'up')} %`,
				}))}
				onChange={setArbiter}
			/>
			<TextField
				name="recipient"
				label={t('store.recipient')}
				help={t('store.recipient.help')}
				value={recipient}
				error={gift === '' || isAddress(gift) ? undefined : t('award.badAddress')}
				onChange={setRecipient}
			/>
			{quote !== undefined && (
				<p data-price>
					<strong>{t('store.pay', { price: showPrice(quote.price, product.paidWith) })}</strong>
					{product.earns !== undefined && quote.earned > 0n && (
						<>
							<br />
							{t('store.earn', {
								points: `${showAmount(quote.earned, product.earns.decimals, 'down')} ${product.earns.unit}`,
							})}
							{!quote.awardable && ` ${t('store.earnLater')}`}
						</>
					)}
				</p>
			)}
			<SignBox
				label={`${t('store.order')}: ${product.title}`}
				button={t('store.order')}
				call={order}
				trial={trial}
			/>
		</form>
	);
};
