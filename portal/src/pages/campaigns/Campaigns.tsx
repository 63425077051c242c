/** For advertisers, data service providers and buyers of reports. */
import type { ReactNode } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { useChain } from '../../ui/chain.tsx';
import { useMore } from '../../ui/More.tsx';
import { Item } from './Item.tsx';
import { Purchases, Reports } from './Market.tsx';
import { OpenForm } from './OpenForm.tsx';
import { type Campaigns as Found, useCampaigns } from './useCampaigns.ts';

const Content = ({
	found: { now, campaigns, total, purposes, reports, purchases },
	more,
}: {
	found: Found;
	more: (total: number) => ReactNode;
}): ReactNode => {
	const { t } = useTexts();
	const { account } = useChain();
	return (
		<>
			<section aria-labelledby="campaigns-title">
				<h2 id="campaigns-title">{t('campaign.heading')}</h2>
				{campaigns.length === 0 && <p>{t('campaign.none')}</p>}
				<ul className="cards">
					{campaigns.map((campaign) => (
						<Item key={`${account?.address} ${campaign.id}`} campaign={campaign} now={now} />
					))}
				</ul>
				{more(total)}
			</section>
			<Reports reports={reports} purposeOf={(id) => purposes.get(id) ?? String(id)} />
			{account !== undefined && <Purchases purchases={purchases} now={now} />}
			{account === undefined ? <p>{t('account.choose')}</p> : <OpenForm key={account.address} now={now} />}
		</>
	);
};

const Campaigns = (): ReactNode => {
	const { t } = useTexts();
	const { most, more } = useMore();
	const found = useCampaigns(most);
	return (
		<>
			<h1>{t('campaigns.title')}</h1>
			<p>{t('campaigns.intro')}</p>
			{found === undefined ? <p>{t('app.loading')}</p> : <Content found={found} more={more} />}
		</>
	);
};

export default Campaigns;
