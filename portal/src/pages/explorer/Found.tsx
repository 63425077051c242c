/** What was looked for: a block, or what is known and what happened about an account, a class or an order. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { eventsOf, hashOfBlock, readBack } from '../../chain/blocks.ts';
import { readClass } from '../../chain/classes.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showAmount, showBhtd } from '../../lib/amounts.ts';
import { worthOfPoint } from '../../lib/points.ts';
import { isAbout, type Sought } from '../../lib/seek.ts';
import { useChain, useRead } from '../../ui/chain.tsx';
import { type Figure, Figures } from '../../ui/Figures.tsx';
import { EventList, type Placed, placed } from './EventList.tsx';

const AT = { at: 'best' } as const;

/** How many blocks are searched at first, and how many more at a time. */
const STEP = 50;

type BlockSought = Extract<Sought, { kind: 'number' | 'hash' }>;
type ThingSought = Exclude<Sought, BlockSought>;

const FoundBlock = ({ sought }: { sought: BlockSought }): ReactNode => {
	const { t } = useTexts();
	const key = sought.kind === 'number' ? String(sought.number) : sought.hash;
	const found = useRead(`block ${key}`, async (session) => {
		try {
			const hash = sought.kind === 'hash' ? sought.hash : await hashOfBlock(session, sought.number);
			const [header, events] = await Promise.all([
				session.client.getBlockHeader(hash),
				eventsOf(session, hash),
			]);
			return { hash, number: header.number, parent: header.parentHash, events };
		} catch {
			return 'notFound';
		}
	});
	if (found === undefined) {
		return <p>{t('explorer.looking')}</p>;
	}
	if (found === 'notFound') {
		return <p role="alert">{t('explorer.notFound')}</p>;
	}
	return (
		<div data-found="block">
			<h2>{t('explorer.inBlock', { number: found.number })}</h2>
			<p>
				<small className="bytes">{found.hash}</small>
			</p>
			<EventList events={placed(found.events)} />
			<details>
				<summary>{t('explorer.all')}</summary>
				<ul>
					{placed(found.events).map(({ place, event }) => (
						<li key={place} className="bytes">
							{event.event.type}.{event.event.value.type}
						</li>
					))}
				</ul>
			</details>
		</div>
	);
};

/** What the chain knows of it now, or why there is nothing. */
const useFigures = (sought: ThingSought): readonly Figure[] | string | undefined => {
	const { t } = useTexts();
	return useRead<readonly Figure[] | string>(keyOf(sought), async ({ api }) => {
		switch (sought.kind) {
			case 'account': {
				const { nonce, data } = await api.query.System.Account.getValue(sought.address, AT);
				return [
					{ name: 'free', label: t('explorer.free'), value: showBhtd(data.free, 'down', BHTD_DECIMALS) },
					{ name: 'held', label: t('explorer.held'), value: showBhtd(data.reserved, 'down', BHTD_DECIMALS) },
					{ name: 'nonce', label: t('explorer.nonce'), value: String(nonce) },
				];
			}
			case 'class': {
				const found = await readClass(api, sought.id);
				return found === undefined
					? t('explorer.noClass')
					: [
							{ name: 'name', label: t('explorer.class.name'), value: found.title },
							{ name: 'issuer', label: t('explorer.class.issuer'), value: found.issuer },
							{
								name: 'supply',
								label: t('explorer.class.supply'),
								value: `${showAmount(found.supply, found.decimals, 'down')} ${found.unit}`,
							},
							{
								name: 'circulating',
								label: t('explorer.class.circulating'),
								value: showAmount(found.circulating, found.decimals, 'up'),
							},
							{
								name: 'worth',
								label: t('explorer.class.worth'),
								value: showBhtd(worthOfPoint(found.floor, found.decimals), 'down', BHTD_DECIMALS),
							},
						];
			}
			case 'order': {
				const view = await api.view.Store.open_order(sought, AT);
				return view === undefined
					? t('explorer.order.closed')
					: [
							{
								name: 'state',
								label: t('explorer.order.state'),
								value: t(`orders.state.${view.order.state.type}`, { deadline: view.order.deadline }),
							},
							{ name: 'merchant', label: t('explorer.order.merchant'), value: view.order.merchant },
							{ name: 'buyer', label: t('explorer.order.buyer'), value: view.order.buyer },
						];
			}
		}
	});
};

const keyOf = (sought: ThingSought): string => {
	switch (sought.kind) {
		case 'account':
			return sought.address;
		case 'class':
			return `class ${sought.id}`;
		case 'order':
			return `order ${sought.product}-${sought.number}`;
	}
};

const History = ({ sought }: { sought: ThingSought }): ReactNode => {
	const { t } = useTexts();
	const { best } = useChain();
	const [count, setCount] = useState(STEP);
	const blocks = useRead(`history ${keyOf(sought)} ${count}`, async (session) =>
		best === undefined ? [] : readBack(session, best.number, count),
	);
	if (blocks === undefined) {
		return <p>{t('explorer.looking')}</p>;
	}
	const events = blocks.flatMap(({ number, events: all }): Placed[] =>
		placed(all)
			.filter(({ event }) => isAbout(event.event, sought))
			.map((one) => ({ ...one, block: number, place: `${number} ${one.place}` })),
	);
	const first = blocks.at(-1)?.number;
	return (
		<>
			<h3>{t('explorer.found')}</h3>
			<p data-searched>
				{t('explorer.searched', { from: first ?? '–', to: blocks[0]?.number ?? '–' })}{' '}
				{blocks.length < count && first !== 1 && t('explorer.end')}
			</p>
			{events.length === 0 ? <p>{t('explorer.nothing')}</p> : <EventList events={events} />}
			{blocks.length >= count && first !== 1 && (
				<Button onClick={() => setCount(count + STEP)}>{t('explorer.further', { count: STEP })}</Button>
			)}
		</>
	);
};

const FoundThing = ({ sought }: { sought: ThingSought }): ReactNode => {
	const { t } = useTexts();
	const figures = useFigures(sought);
	const title =
		sought.kind === 'account'
			? t('explorer.about.account', { address: sought.address })
			: sought.kind === 'class'
				? t('explorer.about.class', { id: sought.id })
				: t('explorer.about.order', { product: String(sought.product), number: String(sought.number) });
	return (
		<div data-found={sought.kind}>
			<h2 className="wrap">{title}</h2>
			{typeof figures === 'string' ? <p>{figures}</p> : figures && <Figures figures={figures} />}
			<History sought={sought} />
		</div>
	);
};

export const Found = ({ sought }: { sought: Sought }): ReactNode => (
	<section className="panel">
		{sought.kind === 'number' || sought.kind === 'hash' ? (
			<FoundBlock sought={sought} />
		) : (
			<FoundThing key={keyOf(sought)} sought={sought} />
		)}
	</section>
);
