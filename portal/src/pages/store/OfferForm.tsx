/** Offering a product. */
import { Enum } from 'polkadot-api';
import { type ReactNode, useState } from 'react';
import { isAddress } from '../../chain/address.ts';
import { type Call, call } from '../../chain/api.ts';
import type { ClassInfo } from '../../chain/classes.ts';
import type { Refusal } from '../../chain/errors.ts';
import { useTexts } from '../../i18n/i18n.ts';
import {
	ARBITER_ROLES,
	checkProduct,
	EMPTY_PRODUCT,
	type Offer,
	type ProductDraft,
	type ProductField,
} from '../../lib/product.ts';
import { useChain, useRead, useTrial } from '../../ui/chain.tsx';
import { ChoiceField, TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { productProblemText } from '../../ui/texts.ts';

const FIELD_OF: Readonly<Record<string, ProductField>> = {
	'Store.TitleMissing': 'title',
	'Store.WindowOutOfBounds': 'delivery',
	'Store.PriceIsZero': 'bhtd',
	'Store.ArbiterIsParty': 'arbiter',
	'Store.ArbiterNotActive': 'arbiter',
	'Store.ArbiterFeeTooHigh': 'fee',
	'Store.NoArbiters': 'arbiter',
};

const fieldOf = ({ name }: Refusal): ProductField | undefined => FIELD_OF[name];

const listCall = (offer: Offer): Call => {
	const { title, hash, uri, category, delivery, returns, earns, bhtd, points, stock, arbiter } = offer;
	return call('Store', 'list', {
		content: { title, hash, uri },
		terms: {
			category,
			delivery,
			returns,
			earns,
			arbiters: [{ who: arbiter.who, role: Enum(arbiter.role), fee: arbiter.fee }],
		},
		price: { bhtd, points: points === undefined ? undefined : [...points] },
		stock,
	});
};

export const OfferForm = ({ classes }: { classes: readonly ClassInfo[] }): ReactNode => {
	const texts = useTexts();
	const { t, why } = texts;
	const { session } = useChain();
	const [draft, setDraft] = useState<ProductDraft>(EMPTY_PRODUCT);
	const [touched, setTouched] = useState<ReadonlySet<ProductField>>(new Set());
	const limits = session?.constants.Store;
	const checked =
		limits === undefined
			? undefined
			: checkProduct(draft, {
					titleLength: limits.MaxTitleLength,
					uriLength: limits.MaxUriLength,
					shortest: limits.ShortestWindow,
					longest: limits.LongestWindow,
					decimals: classes.find(({ id }) => String(id) === draft.paidWith)?.decimals ?? 0,
					isAddress,
				});
	const problems = checked?.ok === false ? checked.error : {};
	const arbiter = checked?.ok ? checked.value.arbiter : undefined;
	// The chain asks this only when something is ordered, which is too late for the merchant.
	const active = useRead(`arbiter ${arbiter?.who} ${arbiter?.role}`, async ({ api }) => {
		const found = arbiter && (await api.view.Margin.account(arbiter.who, Enum(arbiter.role), { at: 'best' }));
		return found?.status.type === 'Active';
	});
	const offer = checked?.ok && active ? listCall(checked.value) : undefined;
	const trial = useTrial(offer);
	const set = (changes: Partial<ProductDraft>): void => setDraft((before) => ({ ...before, ...changes }));
	const errorOf = (field: ProductField): string | undefined => {
		const problem = problems[field];
		if (problem !== undefined) {
			return touched.has(field) ? productProblemText(texts, problem) : undefined;
		}
		if (field === 'arbiter' && arbiter !== undefined && active === false) {
			return why({ name: 'Store.ArbiterNotActive' });
		}
		return trial.state === 'refused' && fieldOf(trial.refusal) === field ? why(trial.refusal) : undefined;
	};
	const text = (name: ProductField, numeric = false, help?: string): ReactNode => (
		<TextField
			name={name}
			label={t(`offer.${name}`)}
			value={draft[name]}
			numeric={numeric}
			help={help}
			error={errorOf(name)}
			onChange={(value) => set({ [name]: value })}
			onBlur={() => setTouched((before) => new Set(before).add(name))}
		/>
	);
	const classChoice = (name: 'paidWith' | 'earns'): ReactNode => (
		<ChoiceField
			name={name}
			label={t(`offer.${name}`)}
			value={draft[name]}
			options={[
				{ value: '', label: t('offer.noPoints') },
				...classes.map(({ id, title }) => ({ value: String(id), label: `${id}. ${title}` })),
			]}
			onChange={(value) => set({ [name]: value })}
		/>
	);
	const wrong = Object.keys(problems) as ProductField[];
	const missing =
		wrong.length === 0
			? undefined
			: t('tx.wrongFields', { fields: wrong.map((field) => t(`offer.${field}`)).join(', ') });
	const windows = t('offer.blocks.help', {
		shortest: limits?.ShortestWindow ?? '–',
		longest: limits?.LongestWindow ?? '–',
	});
	return (
		<section className="panel" aria-labelledby="offer-title">
			<h2 id="offer-title">{t('offer.heading')}</h2>
			<form aria-label={t('offer.heading')} onSubmit={(event) => event.preventDefault()}>
				<div className="pair">
					{text('title')}
					{text('category', true)}
				</div>
				<TextField
					name="description"
					label={t('offer.description')}
					help={t('offer.description.help')}
					value={draft.description}
					onChange={(description) => set({ description })}
				/>
				{text('uri')}
				<div className="pair">
					{text('bhtd', true)}
					{text('stock', true, t('offer.stock.help'))}
				</div>
				<div className="pair">
					{classChoice('paidWith')}
					{draft.paidWith === '' ? <div /> : text('points', true)}
				</div>
				{classChoice('earns')}
				<div className="pair">
					{text('delivery', true, windows)}
					{text('returns', true, windows)}
				</div>
				{text('arbiter', false, t('offer.arbiter.help'))}
				<div className="pair">
					<ChoiceField
						name="arbiterRole"
						label={t('offer.arbiterRole')}
						value={draft.arbiterRole}
						options={ARBITER_ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
						onChange={(role) =>
							set({ arbiterRole: ARBITER_ROLES.find((known) => known === role) ?? 'Operator' })
						}
					/>
					{text('fee', true)}
				</div>
				<SignBox
					label={`${t('offer.button')}: ${draft.title}`}
					button={t('offer.button')}
					call={offer}
					trial={trial}
					missing={missing}
					done={() => {
						setDraft(EMPTY_PRODUCT);
						setTouched(new Set());
					}}
				/>
			</form>
		</section>
	);
};
