/** What a merchant does with a product of its own. */
import { Button } from 'antd';
import { Enum } from 'polkadot-api';
import { type ReactNode, useState } from 'react';
import { call } from '../../chain/api.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { useChain, useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import { useSend } from '../../ui/transactions.tsx';
import type { Product } from './useProducts.ts';

const HIGHEST = 0xffff_ffffn;

const Restock = ({ product }: { product: bigint }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [text, setText] = useState('');
	const pieces = /^\d+$/.test(text.trim()) ? BigInt(text) : undefined;
	const fits = pieces !== undefined && pieces > 0n && pieces <= HIGHEST;
	const more = fits
		? call('Store', 'set_stock', { product, change: Enum('Add', Number(pieces)) })
		: undefined;
	const trial = useTrial(more);
	return (
		<>
			<TextField
				name="pieces"
				label={t('store.morePieces')}
				value={text}
				numeric
				error={text === '' || fits ? undefined : problemText(texts, pieces === 0n ? 'zero' : 'notWhole')}
				onChange={setText}
			/>
			{more !== undefined && (
				<SignBox
					label={t('store.restock')}
					button={t('store.restock')}
					call={more}
					trial={trial}
					done={() => setText('')}
					primary={false}
				/>
			)}
		</>
	);
};

export const ProductTools = ({ product: { id, title, product } }: { product: Product }): ReactNode => {
	const { t } = useTexts();
	const { status } = useChain();
	const send = useSend();
	const act = (name: 'pause' | 'resume' | 'remove', label: string): ReactNode => (
		<Button
			disabled={status !== 'connected'}
			onClick={() => void send(`${label}: ${title}`, call('Store', name, { product: id }), () => undefined)}
		>
			{label}
		</Button>
	);
	return (
		<>
			{product.stock !== undefined && <Restock product={id} />}
			<div className="buttons">
				{product.paused ? act('resume', t('store.resume')) : act('pause', t('store.pause'))}
				{act('remove', t('store.remove'))}
			</div>
		</>
	);
};
