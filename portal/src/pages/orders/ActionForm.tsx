/** One action on an order: what it needs to be told, and the signature. */
import { type ReactNode, useState } from 'react';
import { type Call, call } from '../../chain/api.ts';
import { type Texts, useTexts } from '../../i18n/i18n.ts';
import { BHTD_DECIMALS, parseAmount } from '../../lib/amounts.ts';
import { hashOf, readPercent } from '../../lib/product.ts';
import { fail, ok, type Result } from '../../lib/result.ts';
import { useTrial } from '../../ui/chain.tsx';
import { TextField } from '../../ui/fields.tsx';
import { SignBox } from '../../ui/SignBox.tsx';
import { problemText } from '../../ui/texts.ts';
import type { Action, OpenOrder } from './useOrders.ts';

/** The texts an action is told with. */
const INPUTS = {
	Ship: [],
	Cancel: [],
	RefundPart: ['refundBhtd', 'refundPoints'],
	Confirm: [],
	Dispute: ['evidence'],
	Resolve: ['toMerchant', 'penalty'],
	Settle: [],
} as const satisfies Record<Action, readonly string[]>;

type Input = (typeof INPUTS)[Action][number];
type Inputs = Partial<Record<Input, string>>;
type Errors = Partial<Record<Input, string>>;

/** The call of an action, or what is wrong with the texts. */
const callOf = (
	action: Action,
	{ id: order, paidWith }: OpenOrder,
	inputs: Inputs,
	texts: Texts,
): Result<Call, Errors> => {
	const amount = (input: Input, decimals: number): Result<bigint, Errors> => {
		const text = inputs[input]?.trim() ?? '';
		const found = text === '' ? ok(0n) : parseAmount(text, decimals);
		return found.ok ? found : fail({ [input]: problemText(texts, found.error) });
	};
	switch (action) {
		case 'Ship':
			return ok(call('Store', 'ship', { order }));
		case 'Cancel':
			return ok(call('Store', 'cancel', { order }));
		case 'Confirm':
			return ok(call('Store', 'confirm', { order }));
		case 'Settle':
			return ok(call('Store', 'settle', { order }));
		case 'RefundPart': {
			const bhtd = amount('refundBhtd', BHTD_DECIMALS);
			const points = amount('refundPoints', paidWith?.decimals ?? 0);
			if (!bhtd.ok || !points.ok) {
				return fail({ ...(bhtd.ok ? {} : bhtd.error), ...(points.ok ? {} : points.error) });
			}
			return ok(call('Store', 'refund_part', { order, refund: { bhtd: bhtd.value, points: points.value } }));
		}
		case 'Dispute': {
			const evidence = inputs.evidence?.trim() ?? '';
			return evidence === ''
				? fail({ evidence: problemText(texts, 'missing') })
				: ok(call('Store', 'dispute', { order, evidence: hashOf(evidence) }));
		}
		case 'Resolve': {
			const share = readPercent(inputs.toMerchant ?? '');
			const penalty = amount('penalty', BHTD_DECIMALS);
			if (!share.ok || !penalty.ok) {
				return fail({
					...(share.ok ? {} : { toMerchant: problemText(texts, share.error) }),
					...(penalty.ok ? {} : penalty.error),
				});
			}
			return ok(call('Store', 'resolve', { order, to_merchant: share.value, penalty: penalty.value }));
		}
	}
};

export const ActionForm = ({ action, open }: { action: Action; open: OpenOrder }): ReactNode => {
	const texts = useTexts();
	const { t } = texts;
	const [inputs, setInputs] = useState<Inputs>({});
	const made = callOf(action, open, inputs, texts);
	const wanted = made.ok ? made.value : undefined;
	const trial = useTrial(wanted);
	const label = t(`orders.action.${action}`);
	const shown = INPUTS[action].filter((input) => input !== 'refundPoints' || open.paidWith !== undefined);
	return (
		<form aria-label={label} onSubmit={(event) => event.preventDefault()}>
			{shown.map((input) => (
				<TextField
					key={input}
					name={input}
					label={t(`orders.${input}`)}
					help={input === 'evidence' ? t('orders.evidence.help') : undefined}
					value={inputs[input] ?? ''}
					numeric={input !== 'evidence'}
					error={made.ok || inputs[input] === undefined ? undefined : made.error[input]}
					onChange={(value) => setInputs({ ...inputs, [input]: value })}
				/>
			))}
			<SignBox label={`${label}: ${open.title}`} button={label} call={wanted} trial={trial} />
		</form>
	);
};
