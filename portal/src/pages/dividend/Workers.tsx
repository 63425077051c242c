/** Work for the community: what is offered, approved and paid. */
import type { ReactNode } from 'react';
import type { Api } from '../../chain/api.ts';
import { proposal, type Work, workActions } from '../../chain/community.ts';
import { bestOf } from '../../chain/session.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { showBhtd } from '../../lib/amounts.ts';
import { shorten } from '../../lib/shorten.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain, useRead } from '../../ui/chain.tsx';
import { useMore } from '../../ui/More.tsx';
import { Tag } from '../../ui/Tag.tsx';

interface Found {
	readonly era: Awaited<ReturnType<Api['view']['Workers']['era']>>;
	/** The latest first, as many as are wanted. */
	readonly work: readonly Work[];
	/** How many there are. */
	readonly total: number;
}

const useWork = (most: number): Found | undefined =>
	useRead(`work ${most}`, async ({ api, client }) => {
		const at = { at: await bestOf(client) };
		const [era, entries] = await Promise.all([
			api.view.Workers.era(at),
			api.query.Workers.Workers.getEntries(at),
		]);
		const ids = entries.map(({ keyArgs: [id] }) => id).sort((a, b) => b - a);
		const views = await Promise.all(ids.slice(0, most).map((id) => api.view.Workers.worker(id, at)));
		const work = views.flatMap((view, place) =>
			view === undefined ? [] : [{ ...view, id: ids[place] ?? 0 }],
		);
		return { era, work, total: ids.length };
	});

const isLink = (uri: string): boolean => /^https?:\/\//.test(uri);

const Item = ({ work }: { work: Work }): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const { id, terms, stage, claimed, claimable, beneficiary } = work;
	const [title, url] = [terms.title, terms.url].map((bytes) => new TextDecoder().decode(bytes));
	const eras = stage.type === 'Approved' ? stage.value : { first: 0, last: 0 };
	return (
		<li className="panel" data-work={id}>
			<h3>
				{id}. {title}{' '}
				<Tag kind={stage.type === 'Approved' ? 'good' : 'notice'}>
					{t(`worker.stage.${stage.type}`, eras)}
				</Tag>
			</h3>
			<p>
				{t('worker.pay', { pay: showBhtd(terms.pay, 'down'), eras: terms.eras })}
				<br />
				{t('worker.earned', { claimed: showBhtd(claimed, 'down'), claimable: showBhtd(claimable, 'down') })}
				<br />
				<small title={beneficiary}>{t('worker.who', { beneficiary: shorten(beneficiary) })}</small>
				{url !== undefined && isLink(url) && (
					<>
						{' · '}
						<a href={url} target="_blank" rel="noreferrer noopener">
							{t('worker.document')}
						</a>
					</>
				)}
			</p>
			{account !== undefined && (
				<Actions
					subject={title ?? ''}
					actions={workActions(work, account.address)}
					label={(name) => t(`worker.action.${name}`)}
					field={() => ''}
				/>
			)}
		</li>
	);
};

type Field = 'title' | 'url' | 'document' | 'pay' | 'eras' | 'beneficiary';

export const Workers = (): ReactNode => {
	const { t } = useTexts();
	const { account, session } = useChain();
	const { most, more } = useMore();
	const found = useWork(most);
	const limits = session?.constants.Workers;
	if (found === undefined) {
		return null;
	}
	const { era } = found;
	return (
		<section aria-labelledby="work-title" data-workers>
			<h2 id="work-title">{t('worker.heading')}</h2>
			<p>{t('worker.intro')}</p>
			<p>
				{t('worker.era', {
					index: era.index,
					end: era.end,
					promised: showBhtd(era.promised, 'up'),
					payable: showBhtd(era.payable, 'down'),
				})}
			</p>
			{found.work.length === 0 && <p>{t('worker.none')}</p>}
			<ul className="cards">
				{found.work.map((work) => (
					<Item key={`${account?.address} ${work.id}`} work={work} />
				))}
			</ul>
			{more(found.total)}
			{account !== undefined && limits !== undefined && (
				<div className="panel">
					<Actions
						subject={t('worker.heading')}
						actions={[
							proposal({
								titleLength: limits.MaxTitleLength,
								urlLength: limits.MaxUrlLength,
								eras: limits.MaxEras,
							}),
						]}
						label={(name) => t(`worker.action.${name}`)}
						field={(name) => t(`worker.input.${name as Field}`)}
					/>
				</div>
			)}
		</section>
	);
};
