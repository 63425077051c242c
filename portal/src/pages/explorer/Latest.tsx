/** The latest blocks, whether they are final, and what happened in them. */
import type { ReactNode } from 'react';
import { type PastBlock, readBack } from '../../chain/blocks.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { tellingOrder } from '../../lib/happenings.ts';
import { shorten } from '../../lib/shorten.ts';
import { useChain, useRead } from '../../ui/chain.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { placed } from './EventList.tsx';
import { useWords } from './useWords.ts';

const BLOCKS = 15;

/** How many happenings of a block are told in the list. */
const TOLD = 3;

const Item = ({ block: { number, hash, events } }: { block: PastBlock }): ReactNode => {
	const { t } = useTexts();
	const { finalised } = useChain();
	const words = useWords();
	const found = placed(events);
	const told = found
		.toSorted((a, b) => tellingOrder(a.event.event) - tellingOrder(b.event.event))
		.slice(0, TOLD);
	const final = finalised !== undefined && number <= finalised.number;
	return (
		<li data-block={number}>
			<p>
				<a href={`#/explorer?${number}`}>{t('explorer.inBlock', { number })}</a>{' '}
				<small title={hash}>{shorten(hash)}</small>{' '}
				<Tag kind={final ? 'good' : 'notice'}>{t(final ? 'explorer.final' : 'explorer.notFinal')}</Tag>
			</p>
			{found.length === 0 && t('explorer.quiet')}
			{told.map(({ place, event }) => (
				<div key={place}>{words(event.event)}</div>
			))}
			{found.length > TOLD && (
				<small>
					<a href={`#/explorer?${number}`}>{t('explorer.count', { count: found.length })}</a>
				</small>
			)}
		</li>
	);
};

export const Latest = (): ReactNode => {
	const { t } = useTexts();
	const { best } = useChain();
	const blocks = useRead('latest blocks', async (session) =>
		best === undefined ? [] : readBack(session, best.number, BLOCKS),
	);
	return (
		<section className="panel" aria-labelledby="latest-title">
			<h2 id="latest-title">{t('explorer.latest')}</h2>
			{blocks === undefined ? (
				<p>{t('app.loading')}</p>
			) : (
				<ol className="blocks">
					{blocks.map((block) => (
						<Item key={block.hash} block={block} />
					))}
				</ol>
			)}
		</section>
	);
};
