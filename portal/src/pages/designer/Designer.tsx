/** The designer: a class is composed, seen as customers will see it, and issued with one signature. */
import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, parseAmount, showBhtd } from '../../lib/amounts.ts';
import { FIELDS, type Field } from '../../lib/check.ts';
import { Card } from '../../ui/card.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import type { ChainEvent } from '../../ui/transactions.tsx';
import { DraftBar } from './DraftBar.tsx';
import { useDrafts } from './drafts.ts';
import { Figures } from './Figures.tsx';
import { fieldOf } from './fieldOf.ts';
import { LookForm } from './LookForm.tsx';
import { MarginForm } from './MarginForm.tsx';
import { PointsForm } from './PointsForm.tsx';
import { RuleForm } from './RuleForm.tsx';
import { useDesign } from './useDesign.ts';

/** The id of the class that a transaction has created. */
const createdClass = (events: readonly ChainEvent[]): number | undefined => {
	const found = events.find(({ type, value }) => type === 'Points' && value.type === 'ClassCreated');
	const id: unknown = Object(found?.value.value).class;
	return typeof id === 'number' ? id : undefined;
};

const EMPTY_PROBLEMS = new Set(['empty', 'missing', 'zero', 'earnsNothing']);

const Designer = (): ReactNode => {
	const texts = useTexts();
	const { t, why } = texts;
	const drafts = useDrafts();
	const { draft } = drafts;
	const design = useDesign(draft);
	const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
	const [issued, setIssued] = useState<number>();
	const { problems, trial } = design;
	const refusedAt = trial.state === 'refused' ? fieldOf(trial.refusal) : undefined;
	const errorOf = (field: Field): string | undefined => {
		const problem = problems[field];
		if (problem !== undefined) {
			// What is merely not there yet is called wrong only once the field was left.
			const early = EMPTY_PROBLEMS.has(problem) && !touched.has(field);
			return early ? undefined : problemText(texts, problem);
		}
		return refusedAt === field && trial.state === 'refused' ? why(trial.refusal) : undefined;
	};
	const form = {
		draft,
		change: drafts.change,
		errorOf,
		touch: (field: Field) => setTouched((before) => new Set(before).add(field)),
	};
	const wrong = FIELDS.filter((field) => problems[field] !== undefined);
	const missing =
		wrong.length === 0
			? undefined
			: t('tx.wrongFields', { fields: wrong.map((field) => t(`field.${field}`)).join(', ') });
	const floor = parseAmount(draft.floor, BHTD_DECIMALS);
	const worth = floor.ok && floor.value > 0n ? showBhtd(floor.value, 'down', BHTD_DECIMALS) : undefined;
	return (
		<>
			<h1>{t('designer.title')}</h1>
			<p>{t('designer.intro')}</p>
			<DraftBar drafts={drafts} context={design.context} />
			<div className="canvas">
				<form onSubmit={(event) => event.preventDefault()} aria-label={t('designer.title')}>
					<PointsForm {...form} />
					<LookForm {...form} />
					<MarginForm {...form} position={design.position} />
					<RuleForm {...form} />
				</form>
				<div className="beside">
					<Card design={draft.card} name={draft.name} symbol={draft.symbol} worth={worth} />
					<Figures design={design} symbol={draft.symbol} />
					<section aria-labelledby="issue-title">
						<h2 id="issue-title">{t('designer.issue')}</h2>
						<SignBox
							label={`${t('designer.issue')}: ${draft.name}`}
							button={t('designer.issue')}
							call={design.call}
							trial={trial}
							missing={missing}
							done={(events) => setIssued(createdClass(events))}
						/>
						{issued !== undefined && (
							<Alert
								type="success"
								data-issued={issued}
								title={t('designer.issued', { id: issued })}
								description={<a href="#/merchant">{t('designer.toMerchant')}</a>}
							/>
						)}
						<CallData design={design} />
					</section>
				</div>
			</div>
		</>
	);
};

const CallData = ({ design: { calls, session } }: { design: ReturnType<typeof useDesign> }): ReactNode => {
	const { t } = useTexts();
	if (session === undefined || calls.length === 0) {
		return null;
	}
	const names = calls.map(({ type, value }) => `${type}.${value.type}`).join(', ');
	return (
		<details>
			<summary>{t('designer.callData')}</summary>
			<p>{t('designer.calls', { calls: names })}</p>
			<code className="bytes" data-call>
				{session.encode([...calls])}
			</code>
		</details>
	);
};

export default Designer;
