/** The promise of the project on one screen: points, what they are guaranteed to be worth, and what is locked. */
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { ClassInfo } from '../../chain/classes.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, permille, showAmount, showBhtd } from '../../lib/amounts.ts';
import { worthOfPoint } from '../../lib/points.ts';
import { type Backing, isKept, totalsOf } from '../../lib/promise.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { type Economy as Found, useEconomy } from './useEconomy.ts';

const short = (address: string): string => `${address.slice(0, 6)}…${address.slice(-4)}`;

const Bar = ({ backing: { held, owed } }: { backing: Backing }): ReactNode => {
	const { t } = useTexts();
	const label = t('economy.bar', { owed: showBhtd(owed, 'up'), held: showBhtd(held, 'down') });
	return (
		<div className="gauge thin" role="img" aria-label={label}>
			<div className="owed" style={{ width: `${permille(owed, held) / 10}%` }} />
		</div>
	);
};

const Backings = ({ backings }: { backings: readonly Backing[] }): ReactNode => {
	const { t } = useTexts();
	return (
		<section className="panel" aria-labelledby="backings-title">
			<h2 id="backings-title">{t('economy.issuers')}</h2>
			<Scroll label={t('economy.issuers')}>
				<table>
					<thead>
						<tr>
							<th scope="col">{t('economy.issuer')}</th>
							<th scope="col" className="number">
								{t('economy.points')}
							</th>
							<th scope="col" className="number">
								{t('merchant.owed')}
							</th>
							<th scope="col" className="number">
								{t('merchant.held')}
							</th>
							<th scope="col">{t('economy.covered')}</th>
						</tr>
					</thead>
					<tbody>
						{backings.map((backing) => (
							<tr key={backing.issuer} className={isKept(backing) ? '' : 'wrong'}>
								<td title={backing.issuer}>{short(backing.issuer)}</td>
								<td className="number">{showBhtd(backing.points, 'up')}</td>
								<td className="number">{showBhtd(backing.owed, 'up')}</td>
								<td className="number">{showBhtd(backing.held, 'down')}</td>
								<td>
									{isKept(backing) ? t('economy.yes') : t('economy.no')}
									<Bar backing={backing} />
								</td>
							</tr>
						))}
					</tbody>
				</table>
			</Scroll>
		</section>
	);
};

const Classes = ({ classes }: { classes: readonly ClassInfo[] }): ReactNode => {
	const { t } = useTexts();
	return (
		<section className="panel" aria-labelledby="all-title">
			<h2 id="all-title">{t('economy.classes')}</h2>
			<Scroll label={t('economy.classes')}>
				<table>
					<thead>
						<tr>
							<th scope="col">{t('award.class')}</th>
							<th scope="col">{t('economy.issuer')}</th>
							<th scope="col" className="number">
								{t('economy.supply')}
							</th>
							<th scope="col" className="number">
								{t('chart.circulating')}
							</th>
							<th scope="col" className="number">
								{t('figures.worth')}
							</th>
							<th scope="col" className="number">
								{t('economy.points')}
							</th>
						</tr>
					</thead>
					<tbody>
						{classes.map(({ id, title, unit, issuer, supply, circulating, decimals, floor, liability }) => (
							<tr key={id} data-class={id}>
								<td>
									{id}. {title}
								</td>
								<td title={issuer}>{short(issuer)}</td>
								<td className="number">
									{showAmount(supply, decimals, 'down')} {unit}
								</td>
								<td className="number">{showAmount(circulating, decimals, 'up')}</td>
								<td className="number">{showBhtd(worthOfPoint(floor, decimals), 'down', BHTD_DECIMALS)}</td>
								<td className="number">{showBhtd(liability, 'up')}</td>
							</tr>
						))}
					</tbody>
				</table>
			</Scroll>
		</section>
	);
};

const Content = ({ economy: { issuance, classes, backings } }: { economy: Found }): ReactNode => {
	const { t } = useTexts();
	const totals = totalsOf(backings);
	const rows = [
		['points', showBhtd(totals.points, 'up')],
		['owed', showBhtd(totals.owed, 'up')],
		['held', showBhtd(totals.held, 'down')],
		['issuance', showBhtd(issuance, 'down')],
	] as const;
	return (
		<>
			<Alert
				showIcon
				data-promise={totals.broken === 0 ? 'kept' : 'broken'}
				type={totals.broken === 0 ? 'success' : 'error'}
				title={totals.broken === 0 ? t('economy.kept') : t('economy.broken', { count: totals.broken })}
			/>
			<dl className="figures panel">
				{rows.map(([name, value]) => (
					<div key={name} data-figure={name}>
						<dt>{t(`economy.total.${name}`)}</dt>
						<dd>{value}</dd>
					</div>
				))}
			</dl>
			<Backings backings={backings} />
			<Classes classes={classes} />
		</>
	);
};

const Economy = (): ReactNode => {
	const { t } = useTexts();
	const economy = useEconomy();
	return (
		<>
			<h1>{t('economy.title')}</h1>
			<p>{t('economy.intro')}</p>
			{economy === undefined ? <p>{t('app.loading')}</p> : <Content economy={economy} />}
		</>
	);
};

export default Economy;
