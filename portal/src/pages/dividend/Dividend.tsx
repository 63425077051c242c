/** BHTD locked for the dividend of fees, and work that the treasury pays. */
import type { ReactNode } from 'react';
import type { Api } from '../../chain/api.ts';
import { type Lock, lockActions } from '../../chain/community.ts';
import { bestOf } from '../../chain/session.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showBhtd } from '../../lib/amounts.ts';
import { Actions } from '../../ui/Actions.tsx';
import { useChain, useRead } from '../../ui/chain.tsx';
import { type Figure, Figures } from '../../ui/Figures.tsx';
import { useDuration } from '../../ui/useDuration.ts';
import { Workers } from './Workers.tsx';

interface Found {
	readonly totals: Awaited<ReturnType<Api['view']['Dividends']['totals']>>;
	readonly lock: Lock | undefined;
}

const useDividend = (): Found | undefined => {
	const { account } = useChain();
	const who = account?.address;
	return useRead(`dividend ${who}`, async ({ api, client }) => {
		const at = { at: await bestOf(client) };
		const [totals, lock] = await Promise.all([
			api.view.Dividends.totals(at),
			who === undefined ? undefined : api.view.Dividends.position(who, at),
		]);
		return { totals, lock };
	});
};

const Mine = ({ lock }: { lock: Lock | undefined }): ReactNode => {
	const { t } = useTexts();
	const { session } = useChain();
	const duration = useDuration();
	const limits = session?.constants.Dividends;
	const rows = (['locked', 'claimable', 'withdrawable'] as const).map((name) => ({
		name,
		label: t(`dividend.mine.${name}`),
		value: showBhtd(lock?.[name] ?? 0n, 'down', BHTD_DECIMALS),
	}));
	const unlocking = (lock?.unlocking ?? []).map(
		({ amount, release }): Figure => ({
			name: `unlocking-${release}`,
			label: t('dividend.mine.unlocking', { block: release }),
			value: showBhtd(amount, 'down', BHTD_DECIMALS),
		}),
	);
	return (
		<section className="panel" aria-labelledby="mine-title" data-mine>
			<h2 id="mine-title">{t('dividend.mine')}</h2>
			{lock === undefined ? <p>{t('dividend.nothing')}</p> : <Figures figures={[...rows, ...unlocking]} />}
			{limits !== undefined && (
				<>
					<p>
						{t('dividend.terms', {
							least: showBhtd(limits.MinimumLock, 'up'),
							notice: limits.NoticePeriod,
							time: duration(limits.NoticePeriod),
						})}
					</p>
					<Actions
						subject="BHTD"
						actions={lockActions(lock, limits.MinimumLock)}
						label={(name) => t(`dividend.action.${name}`)}
						field={() => t('dividend.amount')}
					/>
				</>
			)}
		</section>
	);
};

const Dividend = (): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	const found = useDividend();
	const totals = found?.totals;
	return (
		<>
			<h1>{t('dividend.title')}</h1>
			<p>{t('dividend.intro')}</p>
			{totals === undefined ? (
				<p>{t('app.loading')}</p>
			) : (
				<>
					<section className="panel" aria-labelledby="all-title">
						<h2 id="all-title">{t('dividend.all')}</h2>
						<Figures
							figures={[
								...(['locked', 'waiting', 'accrued'] as const).map((name) => ({
									name: `all-${name}`,
									label: t(`dividend.total.${name}`),
									value: showBhtd(totals[name], 'down', BHTD_DECIMALS),
								})),
								{ name: 'lockers', label: t('dividend.total.lockers'), value: String(totals.lockers) },
							]}
						/>
					</section>
					{account === undefined ? (
						<p>{t('account.choose')}</p>
					) : (
						<Mine key={account.address} lock={found?.lock} />
					)}
				</>
			)}
			<Workers />
		</>
	);
};

export default Dividend;
