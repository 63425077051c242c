/** Open orders: how far they have come, and what can be done next. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { showAmount } from '../../lib/amounts.ts';
import { useChain } from '../../ui/chain.tsx';
import { showPrice } from '../store/price.ts';
import { ActionForm } from './ActionForm.tsx';
import { type Action, type OpenOrder, useOrders } from './useOrders.ts';

const Item = ({ open }: { open: OpenOrder }): ReactNode => {
	const { t } = useTexts();
	const [chosen, setChosen] = useState<Action>();
	const { id, order, moves, parts, paidWith, earns, title } = open;
	const { escrow, earning, state, deadline, quantity } = order;
	const onHold = {
		bhtd: escrow.bhtd,
		points: order.class === undefined ? undefined : ([order.class, escrow.points] as [number, bigint]),
	};
	const now = moves.filter(({ from }) => from === undefined);
	const later = moves.find(({ from }) => from !== undefined);
	const action = now.some((move) => move.action.type === chosen) ? chosen : undefined;
	return (
		<li className="panel" data-order={`${id.product}-${id.number}`} data-state={state.type}>
			<h2>{t('orders.order', { product: String(id.product), number: String(id.number), title })}</h2>
			<p>
				{parts.map((part) => t(`orders.you.${part}`)).join(', ')}
				<br />
				<strong>{t(`orders.state.${state.type}`, { deadline })}</strong>
				<br />
				{t('orders.pieces', { quantity })} · {t('orders.escrow', { amount: showPrice(onHold, paidWith) })}
				{earning !== undefined && earns !== undefined && (
					<>
						<br />
						{t('orders.earning', {
							points: `${showAmount(earning.amount, earns.decimals, 'down')} ${earns.unit}`,
						})}
					</>
				)}
			</p>
			<div className="buttons">
				{now.map((move) => (
					<Button
						key={move.action.type}
						data-action={move.action.type}
						aria-pressed={move.action.type === action}
						onClick={() => setChosen(move.action.type === action ? undefined : move.action.type)}
					>
						{t(`orders.action.${move.action.type}`)}
					</Button>
				))}
			</div>
			{later?.from !== undefined && (
				<p>
					{t(`orders.action.${later.action.type}`)}: {t('orders.from', { from: later.from })}
				</p>
			)}
			{action !== undefined && <ActionForm key={action} action={action} open={open} />}
		</li>
	);
};

const Orders = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const orders = useOrders();
	return (
		<>
			<h1>{t('orders.title')}</h1>
			{account === undefined ? (
				<p>{t('account.choose')}</p>
			) : orders === undefined ? (
				<p>{t('app.loading')}</p>
			) : orders.length === 0 ? (
				<p>{t('orders.none')}</p>
			) : (
				<ul className="holdings">
					{orders.map((open) => (
						<Item key={`${account.address} ${open.id.product} ${open.id.number}`} open={open} />
					))}
				</ul>
			)}
		</>
	);
};

export default Orders;
