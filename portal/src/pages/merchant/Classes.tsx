/** The classes a merchant has issued. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { call } from '../../chain/api.ts';
import type { ClassInfo } from '../../chain/classes.ts';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, showAmount, showBhtd } from '../../lib/amounts.ts';
import { cardOfDocument } from '../../lib/card.ts';
import { worthOfPoint } from '../../lib/points.ts';
import { Card } from '../../ui/card.tsx';
import { useChain } from '../../ui/chain.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { useSend } from '../../ui/transactions.tsx';

const ClassItem = ({ own }: { own: ClassInfo }): ReactNode => {
	const { t } = useTexts();
	const { status } = useChain();
	const send = useSend();
	const { id, title, unit, decimals, supply, circulating, floor, liability, awards_paused: paused } = own;
	const [label, name] = paused
		? ([t('merchant.resume'), 'resume_awards'] as const)
		: ([t('merchant.pause'), 'pause_awards'] as const);
	return (
		<li className="panel" data-class={id}>
			<Card
				design={cardOfDocument(own.design)}
				name={title}
				symbol={unit}
				worth={showBhtd(worthOfPoint(floor, decimals), 'down', BHTD_DECIMALS)}
			/>
			<h3>
				{title} {paused && <Tag kind="notice">{t('merchant.paused')}</Tag>}
			</h3>
			<p>
				{t('merchant.circulating', {
					circulating: showAmount(circulating, decimals, 'up'),
					supply: `${showAmount(supply, decimals, 'down')} ${unit}`,
				})}
				<br />
				{t('merchant.liability', { amount: showBhtd(liability, 'up') })}
			</p>
			<Button
				disabled={status !== 'connected'}
				onClick={() => void send(`${label}: ${title}`, call('Points', name, { class: id }), () => undefined)}
			>
				{label}
			</Button>
		</li>
	);
};

export const Classes = ({ classes }: { classes: readonly ClassInfo[] }): ReactNode => {
	const { t } = useTexts();
	return (
		<section aria-labelledby="classes-title">
			<h2 id="classes-title">{t('merchant.classes')}</h2>
			{classes.length === 0 ? (
				<p>
					{t('merchant.noClasses')} <a href="#/designer">{t('merchant.design')}</a>
				</p>
			) : (
				<ul className="cards">
					{classes.map((own) => (
						<ClassItem key={own.id} own={own} />
					))}
				</ul>
			)}
		</section>
	);
};
